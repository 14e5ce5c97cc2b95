"""Every evaluator by its name, and how each family is counted."""

from collections.abc import Callable, Mapping
from functools import partial

from evals.evaluators import claims, conflicts, coverage, grounding, quotations, summary, symmetry
from evals.expected import CONFLICT_SECTIONS
from evals.outcomes import Outcome
from evals.results import Counts, Family, Fault

Evaluator = Callable[[Outcome], list[Fault]]

EVALUATORS: Mapping[str, Evaluator] = {
    evaluator.__name__: evaluator
    for evaluator in (
        grounding.ungrounded_span,
        grounding.invented_quote,
        grounding.invented_number,
        grounding.invented_name,
        grounding.lost_negation,
        claims.wrong_speaker,
        claims.outlet_voice_confused,
        claims.wrong_stance,
        claims.missed_claim,
        claims.invented_claim,
        conflicts.false_contradiction,
        conflicts.missed_contradiction,
        conflicts.wrong_type,
        conflicts.update_called_contradiction,
        conflicts.missed_update,
        conflicts.false_update,
        coverage.false_omission,
        coverage.missed_omission,
        coverage.missed_agreement,
        coverage.false_agreement,
        quotations.altered_quote_missed,
        quotations.false_quote_change,
        summary.uncited_sentence,
        summary.unsupported_sentence,
        summary.loaded_wording,
        summary.one_sided_summary,
        summary.order_obeyed,
        summary.missed_in_summary,
        summary.unwanted_in_summary,
        symmetry.asymmetry,
    )
}

COUNTERS: Mapping[Family, Callable[[Outcome], Counts]] = {
    "claims": claims.count,
    "agreements": coverage.count_agreements,
    **{section: partial(conflicts.count, section=section) for section in CONFLICT_SECTIONS},
    "quote_changes": quotations.count,
    "omissions": coverage.count_omissions,
    "summary": summary.count,
    "voice": claims.count_voice,
    "speaker": claims.count_speaker,
    "stance": claims.count_stance,
}

"""Holds a model's judgement of a pair against the rules' own: what stands, on whose word, how surely.

Knows nothing of prompts or replies. Arithmetic and grammar have a veto; where rule and model part over a conflict, the
finding says so (`contested`) and is no more than `possible`.
"""

from collections.abc import Sequence

from service.models import ConflictType, Relation, Verdict
from service.steps.comparing.alignment import on_one_word
from service.steps.comparing.figures import figure_rules
from service.steps.comparing.rulings import explain
from service.steps.comparing.speakers import stance_rules
from service.steps.comparing.speakers.parties import may_be_one
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.extracting import fidelity

CONFLICTS: frozenset[Relation] = frozenset({"contradicts", "disputes", "updates", "differs_in_scope"})
_FIGURES: frozenset[ConflictType] = frozenset({"number", "date"})
LONGEST_REASON = 300


def weigh(proposed: Verdict, ruled: Verdict, tellings: Tellings, sides: tuple[Telling, Telling]) -> Verdict:
    """The verdict on a pair: `proposed` is the model's (its explanation only a reason), `ruled` the rules'.

    - What arithmetic or polarity refutes gives way to the rules: a number conflict without figures in conflict, an
      agreement between figures that cannot both be right.
    - Both name the same conflict or agreement: `both`, as sure as the rules are.
    - One sees a conflict where the other sees agreement or another conflict: `contested`, `possible`.
    - Only the model sees one, the rules having no opinion: the model's, `likely` on one word, else `possible`.
    - Two named speakers opposed, and a paper gives both: a dispute, whatever the model calls it.
    """
    a, b = sides
    proposed = _as_dispute(_within_one_article(proposed, a, b, tellings), a, b, tellings)
    if _is_refuted(proposed, a, b):
        return ruled
    if proposed.relation == ruled.relation:
        reasons = {"explanation": ruled.explanation if ruled.explanation else _reason(proposed, a, b)}
        return ruled.model_copy(update={**reasons, "decided_by": "both"})
    if ruled.relation in CONFLICTS:
        return ruled.model_copy(update={"decided_by": "contested", "confidence": "possible"})
    if proposed.relation not in CONFLICTS:
        return _by_model(proposed, ruled, a, b)
    contested = ruled.relation == "agrees"
    verdict = _by_model(proposed, ruled, a, b)
    return verdict.model_copy(update={"decided_by": "contested", "confidence": "possible"}) if contested else verdict


def describe(a: Telling, b: Telling) -> tuple[str, ...]:
    """What code computed about a pair and a judge should know."""
    return (*figure_rules.compared_figures(a, b), *_voices(a, b))


def _within_one_article(proposed: Verdict, a: Telling, b: Telling, tellings: Tellings) -> Verdict:
    """Inside one article speakers may be opposed; the article does not contradict itself.

    Nor does it contradict another that repeats its sentence: it tells that sentence too.
    """
    stands = proposed.relation in ("disputes", "unrelated") or proposed.relation == "agrees" and a.read is not b.read
    if stands or not tellings.are_of_one_article(a, b):
        return proposed
    relation: Relation = "disputes" if proposed.relation == "contradicts" and not on_one_word(a, b) else "unrelated"
    return proposed.model_copy(update={"relation": relation})


def _as_dispute(proposed: Verdict, a: Telling, b: Telling, tellings: Tellings) -> Verdict:
    x, y = a.stands[0], b.stands[0]
    if proposed.relation != "contradicts" or not (x.is_named and y.is_named) or not (x.holder and y.holder):
        return proposed
    given = stance_rules.gives_other_side(a, y, x, tellings) or stance_rules.gives_other_side(b, x, y, tellings)
    if may_be_one(x.holder, y.holder) or not given:
        return proposed
    return proposed.model_copy(update={"relation": "disputes"})


def _is_refuted(proposed: Verdict, a: Telling, b: Telling) -> bool:
    if proposed.relation == "agrees":
        return figure_rules.bar_agreement(a, b) or bool((a.negated ^ b.negated) & a.content.stems & b.content.stems)
    is_on_figures = proposed.relation in CONFLICTS and proposed.type in _FIGURES
    has_figures = bool(a.claim.figures and b.claim.figures)
    fit = bool(figure_rules.same_figures(a, b)) and not figure_rules.have_clash(a, b)
    return is_on_figures and has_figures and fit


def _by_model(proposed: Verdict, ruled: Verdict, a: Telling, b: Telling) -> Verdict:
    sure = on_one_word(a, b)
    return proposed.model_copy(
        update={
            "explanation": _reason(proposed, a, b) if proposed.relation in CONFLICTS else "",
            "evidence": tuple(dict.fromkeys((*ruled.evidence, *figure_rules.compared_figures(a, b)))),
            "decided_by": "model",
            "confidence": "likely" if sure else "possible",
        }
    )


def _reason(proposed: Verdict, a: Telling, b: Telling) -> str:
    """Both quotes, then the model's reason where it brings in no number or name of its own."""
    source = f"{a.name} {b.name} {a.claim.text} {b.claim.text} {_sentence(a)} {_sentence(b)}"
    reason = " ".join(proposed.explanation.split())[:LONGEST_REASON]
    known = fidelity.names(source) | fidelity.names(source.lower().title())
    is_faithful = fidelity.numbers(reason) <= fidelity.numbers(source) and fidelity.names(reason) <= known
    return explain(a, b, reason if is_faithful else "").strip()


def _sentence(telling: Telling) -> str:
    return telling.read.sentence_text(telling.claim.sentence)


def _voices(a: Telling, b: Telling) -> Sequence[str]:
    if on_one_word(a, b):
        return ("both in the papers' own voice",) if a.stand.holder is None else ("both may be of one speaker",)
    return ("not of one speaker",)

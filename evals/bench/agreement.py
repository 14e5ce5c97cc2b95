"""Agreement and false alarms on PropSegmEnt's pairs: a claim against another article on the same event.

The sentences that the data holds against one article are the other paper, with the claims people cut from them; the
article's own claims are those code takes from its sentences, mostly whole ones. The rest is the pipeline: pairs
chosen, judged by rule, grouped into findings. A row agrees where its claim stands in an agreement with the article.
Two-way, as published: the few rows labelled `contradicts` do not agree. The data promises that both tell one event;
where ours doubts it no pair is chosen, and those rows count against us.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.bench import told
from evals.bench.figures import Figure, Measured, Published, balanced_accuracy, share
from evals.bench.rows import AgreementRow, reporting_half
from service.models import Claim, ReadArticle, Span
from service.report_models import Conflict
from service.steps import findings, pairs, rules
from service.steps.comparing.tellings import Tellings
from service.steps.extracting import attribution

BENCHMARK = FILE = "propsegment_wiki_pairs"
_ACCURACY = (Published("T5-Large, full test", 0.914), Published("people", 0.902))
_BALANCED = (Published("T5-Large, full test", 0.898), Published("people", 0.883))


@dataclass(frozen=True)
class Compared:
    """A row's label and what the pipeline says of its claim and the article."""

    label: str
    agrees: bool
    conflicts: bool
    is_one_event: bool


def measure(rows: Sequence[AgreementRow], tell: Callable[[int, int], None]) -> tuple[Figure, ...]:
    """The figures on the reporting half of `rows`."""
    groups = reporting_half(rows, lambda row: row.article_text)
    documents: list[tuple[Compared, ...]] = []
    for group in groups:
        documents.append(compare(group))
        tell(len(documents), len(groups))
    used = f"second half, {sum(map(len, documents))} rows of {len(documents)} articles"
    return _figures(Measured(BENCHMARK, used, "rules", tuple(documents)))


def compare(rows: Sequence[AgreementRow]) -> tuple[Compared, ...]:
    """What the pipeline says of the claims of `rows`, all held against one article."""
    told_by, claims = _paper(rows)
    article = told.document("Herald", rows[0].article_text)
    tellings = Tellings([told_by, article])
    chosen = pairs.choose([told_by, article], tellings=tellings).pairs
    found = findings.group(
        rules.judge_all(chosen, tellings.articles, tellings), [told_by, article], same_origin=(), tellings=tellings
    )
    agreed = {claim_id for one in found.agreements for claim_id in one.claim_ids}
    opposed = _opposed(found.conflicts, article.article.id)
    # A claim that says two things may agree in one and clash in the other: it does not agree.
    agreed -= opposed
    is_one_event = len(tellings.events) <= 1
    return tuple(
        Compared(row.label, claim.id in agreed, claim.id in opposed, is_one_event)
        for row, claim in zip(rows, claims, strict=True)
    )


def _opposed(conflicts: Sequence[Conflict], article_id: str) -> set[str]:
    """The claims on the other side of a conflict than the article; those beside it on its own side agree with it."""
    with_it = [one for one in conflicts if any(article_id in side.article_ids for side in one.positions)]
    against = [side for one in with_it for side in one.positions if article_id not in side.article_ids]
    return {claim_id for side in against for claim_id in side.claim_ids}


def _paper(rows: Sequence[AgreementRow]) -> tuple[ReadArticle, tuple[Claim, ...]]:
    """The paper of all claim sentences, and the claim of each row, in order."""
    sentences = list(dict.fromkeys(row.claim_sentence for row in rows))
    read = told.lines("Courier", sentences)
    starts = {text: place.start for text, place in zip(sentences, read.sentences, strict=True)}
    claims = tuple(_claim(read, row, starts[row.claim_sentence]) for row in rows)
    distinct = {claim.id: claim for claim in claims}
    return read.model_copy(update={"claims": tuple(distinct.values())}), claims


def _claim(read: ReadArticle, row: AgreementRow, start: int) -> Claim:
    spans = tuple(
        Span(start=start + low, end=start + high, quote=row.claim_sentence[low:high]) for low, high in row.claim_spans
    )
    return attribution.build_claim(read, row.claim_text, spans)


def _is_agreed(one: Compared) -> bool:
    return one.label == "agrees"


def _is_found(one: Compared) -> bool:
    return one.agrees


def _is_right(one: Compared) -> bool:
    return one.agrees is _is_agreed(one)


def _figures(measured: Measured[Compared]) -> tuple[Figure, ...]:
    plain = measured.where(lambda one: one.label != "contradicts")
    opposed = measured.where(lambda one: one.label == "contradicts")
    stated, found = measured.where(_is_agreed), measured.where(_is_found)
    return (
        measured.figure("accuracy", share(_is_right), "agrees or not, two-way", _ACCURACY),
        measured.figure(
            "balanced accuracy", balanced_accuracy(_is_agreed, _is_found), "agrees or not, two-way", _BALANCED
        ),
        found.figure("precision", share(_is_agreed), "of agreements found, those that are"),
        stated.figure("recall", share(_is_found), "of claims the article states, those found"),
        plain.figure("false alarms", share(lambda one: one.conflicts), "any conflict found on a row that has none"),
        opposed.figure("conflicts found", share(lambda one: one.conflicts), "of the few rows labelled `contradicts`"),
        measured.figure("one event", share(lambda one: one.is_one_event), "rows whose papers ours takes for one event"),
    )

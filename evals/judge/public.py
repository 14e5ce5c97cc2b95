"""Labelled pairs from the public data and the written pairs. Reads files; knows nothing of features.

Only what the benchmarks do not report on: the dev file of FEVER-symmetric, the first half of the others' documents, the
open file of the written pairs. The other parts, for measuring, come from the same functions.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.bench import faithfulness, written_pairs
from evals.bench.rows import (
    AgreementRow,
    PairRow,
    SummaryRow,
    WrittenRow,
    by_document,
    by_shared_text,
    read,
    reporting_half,
)
from evals.judge import nearest
from evals.judge.labelled import Label, LabelledPair

PROPSEGMENT = "propsegment_wiki_pairs"
# A newer figure cannot hold beside the older one, and a dispute's two sides deny each other: as contents they
# contradict. What differs in scope holds together.
_WRITTEN: dict[str, Label] = {
    "contradicts": "contradicts",
    "disputes": "contradicts",
    "updates": "contradicts",
    "agrees": "agrees",
    "compatible": "not_stated",
    "differs_in_scope": "not_stated",
}
_PLAIN: dict[str, Label] = {"contradicts": "contradicts", "agrees": "agrees", "compatible": "not_stated"}


def fever(data: Path, part: str) -> tuple[LabelledPair, ...]:
    """FEVER-symmetric, `part` dev or test; rows that share a text are one group."""
    listed = by_shared_text(read(data, f"fever_symmetric_{part}", PairRow))
    return tuple(_plain(row, "fever", f"fever-{rows[0].id}") for rows in listed for row in rows)


def propsegment(data: Path, *, reporting: bool) -> tuple[LabelledPair, ...]:
    """PropSegmEnt, one half: a claim against the sentence of the article that shares most with it.

    Where the article states a claim in another sentence than that, the label is wrong; nobody has counted how often.
    """
    rows = read(data, PROPSEGMENT, AgreementRow)
    kept = {row.article_text for row in _told(reporting_half(rows, lambda row: row.article_text))}
    chosen = [row for row in rows if (row.article_text in kept) is reporting]
    documents = by_document(chosen, lambda row: row.article_text)
    return tuple(pair for number, listed in enumerate(documents) for pair in _narrowed(number, listed, reporting))


def summaries(data: Path) -> tuple[LabelledPair, ...]:
    """SummEdits, second halves: a summary against the document's sentences nearest to its own, whole.

    An edited summary is labelled a contradiction: most edits change a fact, some add one that is nowhere.
    """
    found = []
    for domain in faithfulness.DOMAINS:
        rows = read(data, faithfulness.file_name(domain), SummaryRow)
        for number, listed in enumerate(reporting_half(rows, lambda row: row.document_text)):
            told = nearest.split(listed[0].document_text)
            for row in listed:
                own = nearest.split(row.summary)
                basis = " ".join(dict.fromkeys(nearest.pick(sentence, told) for sentence in own))
                label: Label = "agrees" if row.label == "consistent" else "contradicts"
                found.append(LabelledPair(basis, _line(row.summary), label, "summedits", f"{domain}-{number}"))
    return tuple(found)


def written(folder: Path, half: str) -> tuple[LabelledPair, ...]:
    """The written pairs of one half, whole texts."""
    return tuple(
        LabelledPair(_line(row.text_a), _line(row.text_b), _WRITTEN[row.label], f"written {half}", f"w-{row.topic}")
        for row in read(folder, half, WrittenRow)
    )


def shipped_pairs() -> Path:
    """Where the written pairs are."""
    return written_pairs.shipped_folder()


def _narrowed(number: int, rows: Sequence[AgreementRow], reporting: bool) -> Iterator[LabelledPair]:
    listed = nearest.split(rows[0].article_text)
    group = f"propsegment-{'second' if reporting else 'first'}-{number}"
    for row in rows:
        yield LabelledPair(_line(row.claim_text), nearest.pick(row.claim_text, listed), row.label, "propsegment", group)


def _told(groups: Sequence[Sequence[AgreementRow]]) -> Iterator[AgreementRow]:
    for group in groups:
        yield from group


def _plain(row: PairRow, source: str, group: str) -> LabelledPair:
    return LabelledPair(_line(row.text_a), _line(row.text_b), _PLAIN[row.label], source, group)


def _line(text: str) -> str:
    return " ".join(text.split())

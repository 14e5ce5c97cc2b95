"""Summary faithfulness on SummEdits, five of its ten domains: is a summary that was edited a little refused?

Every sentence of a summary goes through the pipeline's own gate, `citations.check`. The summaries cite nothing, so all
sentences of the document are what each sentence cites, as one agreement of two papers that tell the same: then no
paper or speaker need be named, which these summaries never do, and every other check applies (numbers, names,
quotations, negations, loaded words, own words that stand nowhere). A summary is called inconsistent where any of its
sentences is refused. The gate is built for a sentence beside a few cited claims; against a whole document it is laxer,
as a number or name from anywhere in it will do, and it cannot see a fact turned round in the document's own words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from evals.bench import told
from evals.bench.figures import Figure, Measured, Published, balanced_accuracy, share
from evals.bench.rows import SummaryRow, reporting_half
from service.models import Claim, ReadArticle
from service.report_models import RefusalReason
from service.steps import citations, sentences

BENCHMARK = "summedits"
DOMAINS = ("ectsum", "podcast", "qmsumm", "sales_call", "sales_email")
_PUBLISHED = (Published("people, ten domains (about)", 0.90), Published("GPT-4, ten domains (about)", 0.82))
# Still asked where a document is reported speech throughout; these summaries name no source at all.
_NOT_ASKED: frozenset[RefusalReason] = frozenset({"speaker_missing"})


@dataclass(frozen=True)
class Checked:
    """A summary's label, and why it was refused, if it was."""

    label: str
    refused: RefusalReason | None


def file_name(domain: str) -> str:
    """The file of one domain, without its ending."""
    return f"{BENCHMARK}_{domain}"


def measure(rows: Mapping[str, Sequence[SummaryRow]], tell: Callable[[int, int], None]) -> tuple[Figure, ...]:
    """The figures on the reporting half of each domain of `rows`, and over all of them."""
    halves = {domain: reporting_half(some, lambda row: row.document_text) for domain, some in rows.items()}
    total, done = sum(map(len, halves.values())), 0
    checked: dict[str, tuple[tuple[Checked, ...], ...]] = {}
    for domain, groups in halves.items():
        documents = []
        for group in groups:
            documents.append(check(group))
            done += 1
            tell(done, total)
        checked[domain] = tuple(documents)
    whole = _measured("all domains", tuple(one for documents in checked.values() for one in documents))
    by_domain = [_balanced(domain, _measured(domain, documents)) for domain, documents in checked.items()]
    edited, faithful = whole.where(_is_inconsistent), whole.where(lambda one: not _is_inconsistent(one))
    return (
        _balanced("all domains", whole, _PUBLISHED),
        *by_domain,
        edited.figure("edits caught", share(_is_refused), "inconsistent summaries that are refused"),
        faithful.figure("falsely refused", share(_is_refused), "consistent summaries that are refused"),
    )


def check(rows: Sequence[SummaryRow]) -> tuple[Checked, ...]:
    """What the gate says of the summaries of `rows`, all of one document."""
    cited = _cited(rows[0].document_text)
    return tuple(Checked(row.label, refusal(row.summary, cited)) for row in rows)


def refusal(summary: str, cited: Sequence[citations.Cited]) -> RefusalReason | None:
    """The first reason to refuse a sentence of `summary`, or None."""
    parts = [summary[one.start : one.end] for one in sentences.split(summary)]
    reasons = (citations.check(" ".join(part.split()), cited) for part in parts)
    return next((reason for reason in reasons if reason and reason not in _NOT_ASKED), None)


def _cited(text: str) -> tuple[citations.Cited, ...]:
    papers = [told.document(name, text) for name in ("Courier", "Herald")]
    sides = tuple(citations.Side(tuple(_with(read))) for read in papers)
    return (citations.Cited(sides),)


def _with(read: ReadArticle) -> list[tuple[Claim, ReadArticle]]:
    return [(claim, read) for claim in read.claims]


def _is_inconsistent(one: Checked) -> bool:
    return one.label == "inconsistent"


def _is_refused(one: Checked) -> bool:
    return one.refused is not None


def _measured(domain: str, documents: tuple[tuple[Checked, ...], ...]) -> Measured[Checked]:
    used = f"{domain}, second half: {sum(map(len, documents))} summaries of {len(documents)} documents"
    return Measured(BENCHMARK, used, "rules", documents)


def _balanced(name: str, measured: Measured[Checked], published: tuple[Published, ...] = ()) -> Figure:
    return measured.figure(
        f"balanced accuracy, {name}",
        balanced_accuracy(_is_inconsistent, _is_refused),
        "inconsistent summaries refused, consistent ones not",
        published,
    )

"""A whole report as a document to read: every part of it, in order, with words in place of ids. Knows no format."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.report_models import CallRecord, CellState, RefusalReason, Report, ReportArticle
from service.takeaway import findings, marks, texts, wording
from service.takeaway.findings import AgreementEntry, ChangeEntry, ConflictEntry, OmissionEntry
from service.takeaway.quotations import LookUp, Quotation
from service.takeaway.texts import Block
from service.takeaway.wording import KINDS, LEDGER, Kind, Section
from service.visible import one_line


@dataclass(frozen=True)
class Note:
    """A claim that the summary rests on: its number there, and its words."""

    number: int
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True)
class SummaryEntry:
    """A sentence of the summary with the notes it rests on."""

    text: str
    is_disputed: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Row:
    """A fact, the place of its first words, and what each article does with it."""

    text: str
    anchor: str
    cells: tuple[CellState, ...]


@dataclass(frozen=True)
class Paper:
    """An article: what is known of it, and its text with marks."""

    number: int
    article: ReportArticle
    name: str
    when: str
    language: str
    remarks: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class StepEntry:
    """What one step of the pipeline asked of the model."""

    step: str
    calls: int
    cached: int
    prompt_tokens: int
    completion_tokens: int
    ms: int


@dataclass(frozen=True)
class Document:
    """A report to read. `counts`: how many findings of each kind there are. `origins`: which articles are one voice."""

    report: Report
    papers: tuple[Paper, ...]
    counts: tuple[tuple[Section, Kind, int], ...]
    origins: tuple[str, ...]
    summary: tuple[SummaryEntry, ...]
    notes: tuple[Note, ...]
    conflicts: tuple[ConflictEntry, ...]
    changes: tuple[ChangeEntry, ...]
    agreements: tuple[AgreementEntry, ...]
    omissions: tuple[tuple[str, tuple[OmissionEntry, ...]], ...]
    rows: tuple[Row, ...]
    refusals: tuple[tuple[str, str, RefusalReason, str], ...]
    steps: tuple[StepEntry, ...]


def build(report: Report) -> Document:
    """The document of a report that reports.py has checked."""
    look_up = LookUp(report)
    notes = _notes(report, look_up)
    sections: tuple[Section, ...] = (*LEDGER, "quote_changes", "agreements", "omissions")
    return Document(
        report=report,
        papers=tuple(_papers(report, look_up)),
        counts=tuple((section, KINDS[section], len(getattr(report, section))) for section in sections),
        origins=tuple(f"{one_line(group.text)} ({wording.SAME_ORIGIN[group.why]})" for group in report.same_origin),
        summary=tuple(_summary(report, notes)),
        notes=tuple(notes.values()),
        conflicts=findings.conflicts(report, look_up),
        changes=findings.quote_changes(report, look_up),
        agreements=findings.agreements(report, look_up),
        omissions=tuple(findings.omissions(report, look_up)),
        rows=tuple(_rows(report, look_up)),
        refusals=tuple(
            (one.step, look_up.name(one.article_id) if one.article_id else "", one.reason, one_line(one.detail))
            for one in report.refusals
        ),
        steps=tuple(_steps(report.provenance.run.calls)),
    )


def _notes(report: Report, look_up: LookUp) -> dict[str, Note]:
    """The claims that the summary cites, numbered in the order in which it does."""
    cited = dict.fromkeys(claim_id for sentence in report.summary.sentences for claim_id in sentence.claim_ids)
    return {one: Note(number, tuple(look_up.quotations([one]))) for number, one in enumerate(cited, 1)}


def _summary(report: Report, notes: dict[str, Note]) -> Iterator[SummaryEntry]:
    for sentence in report.summary.sentences:
        cited = tuple(notes[claim_id] for claim_id in sentence.claim_ids)
        yield SummaryEntry(one_line(sentence.text), sentence.support == "disputed", cited)


def _rows(report: Report, look_up: LookUp) -> Iterator[Row]:
    for fact in report.facts:
        anchor = look_up.anchor(fact.claim_ids[0]) if fact.claim_ids else ""
        cells = tuple(fact.by_article.get(article.id, "silent") for article in report.articles)
        yield Row(one_line(fact.text), anchor, cells)


def _papers(report: Report, look_up: LookUp) -> Iterator[Paper]:
    marked = marks.collect(report, look_up)
    for number, article in enumerate(report.articles, 1):
        yield Paper(
            number=number,
            article=article,
            name=look_up.name(article.id),
            when=wording.moment(article.published_at) or "no date",
            language=look_up.cut(article.id, 0, 0).language,
            remarks=tuple(_remarks(article)),
            blocks=texts.lay_out(article.text, article.sentences, marked.get(article.id, ())),
        )


def _remarks(article: ReportArticle) -> Iterator[str]:
    if article.status == "failed":
        yield "could not be read by the model; nothing here rests on it"
    if article.truncated:
        yield "only its beginning was at hand"
    if article.date_read:
        yield "the date was read from its date line"
    if article.title_read:
        yield "the title was read from its first line"


def _steps(calls: Iterable[CallRecord]) -> Iterator[StepEntry]:
    by_step: dict[str, Counter[str]] = {}
    for call in calls:
        sums = by_step.setdefault(call.step, Counter())
        sums.update(calls=1, cached=int(call.cached), read=call.prompt_tokens, written=call.completion_tokens)
        sums.update(ms=call.ms)
    for step, sums in by_step.items():
        yield StepEntry(step, sums["calls"], sums["cached"], sums["read"], sums["written"], sums["ms"])

"""The findings of a report as entries to read: numbered, with quotations in place of ids. Knows no format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.explanations import without_quotations
from service.report_models import Agreement, Conflict, Omission, Position, QuoteChange, Report
from service.takeaway import differences, wording
from service.takeaway.differences import Stretch
from service.takeaway.quotations import LookUp, Quotation
from service.takeaway.wording import LEDGER, Section
from service.visible import one_line


@dataclass(frozen=True)
class Side:
    """One position of a conflict. `text` is "" where a quotation says the same."""

    text: str
    outlets: tuple[str, ...]
    speaker: str
    as_of: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True)
class ConflictEntry:
    """A contradiction, dispute, update or difference in scope."""

    id: str
    section: Section
    number: int
    type: str
    confidence: str
    decided_by: str
    lead: str
    sides: tuple[Side, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class ChangeEntry:
    """A quotation in two versions: each with the stretches in which it differs."""

    id: str
    number: int
    lead: str
    kinds: tuple[str, ...]
    versions: tuple[tuple[Quotation, tuple[Stretch, ...]], ...]
    differences: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AgreementEntry:
    """A fact that several articles state, and how each words it."""

    id: str
    number: int
    lead: str
    outlets: int
    origins: int
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True)
class OmissionEntry:
    """What one article leaves out, in the words of those that have it."""

    id: str
    number: int
    outlet: str
    reported_by: tuple[str, ...]
    salience: float
    quotations: tuple[Quotation, ...]


def conflicts(report: Report, look_up: LookUp) -> tuple[ConflictEntry, ...]:
    """The ledger but for changed quotations, section by section."""
    return tuple(
        _conflict(conflict, section, number, look_up)
        for section in LEDGER
        for number, conflict in enumerate(_found(report, section), 1)
    )


def _found(report: Report, section: Section) -> Sequence[Conflict]:
    found: Sequence[Conflict] = getattr(report, section)
    return found


def _conflict(conflict: Conflict, section: Section, number: int, look_up: LookUp) -> ConflictEntry:
    return ConflictEntry(
        id=conflict.id,
        section=section,
        number=number,
        type=wording.plain(conflict.type),
        confidence=wording.CONFIDENCE[conflict.confidence],
        decided_by=wording.DECIDED_BY[conflict.decided_by],
        lead=without_quotations(one_line(conflict.explanation)) or one_line(conflict.text),
        sides=tuple(_side(side, look_up) for side in conflict.positions),
        evidence=tuple(map(one_line, conflict.evidence)),
    )


def _side(position: Position, look_up: LookUp) -> Side:
    quotations = tuple(look_up.quotations(position.claim_ids))
    said = {_bare(quotation.words) for quotation in quotations}
    return Side(
        text="" if _bare(position.text) in said else one_line(position.text),
        outlets=look_up.names(position.claim_ids),
        speaker=one_line(position.speaker or ""),
        as_of=one_line(position.as_of or ""),
        quotations=quotations,
    )


def _bare(words: str) -> str:
    """The words without what one paper's typography and another's differ in."""
    return "".join(char for char in words.casefold() if char.isalnum())


def quote_changes(report: Report, look_up: LookUp) -> tuple[ChangeEntry, ...]:
    """The changed quotations."""
    return tuple(_change(change, number, look_up) for number, change in enumerate(report.quote_changes, 1))


def _change(change: QuoteChange, number: int, look_up: LookUp) -> ChangeEntry:
    told = [(one_line(one.a), one_line(one.b)) for one in change.differences]
    (a, b), (said_a, said_b) = change.spans, change.speakers
    quotations = [
        look_up.cut(side.article_id, side.start, side.end, one_line(speaker or ""), f"q{number}-{place}")
        for place, (side, speaker) in enumerate(((a, said_a), (b, said_b)), 1)
    ]
    versions = zip(quotations, differences.mark(quotations[0].words, quotations[1].words, told), strict=True)
    kinds = tuple(map(wording.plain, change.kinds))
    return ChangeEntry(change.id, number, one_line(change.text), kinds, tuple(versions), tuple(told))


def agreements(report: Report, look_up: LookUp) -> tuple[AgreementEntry, ...]:
    """The agreements, those of most outlets first as the report has them."""
    return tuple(_agreement(agreement, number, look_up) for number, agreement in enumerate(report.agreements, 1))


def _agreement(agreement: Agreement, number: int, look_up: LookUp) -> AgreementEntry:
    outlets = len({look_up.name(one) for one in agreement.article_ids})
    quotations = tuple(look_up.quotations(agreement.claim_ids))
    lead = one_line(agreement.text)
    return AgreementEntry(agreement.id, number, lead, outlets, agreement.independent_origins, quotations)


def omissions(report: Report, look_up: LookUp) -> Iterator[tuple[str, tuple[OmissionEntry, ...]]]:
    """For each article that lacks something its name and what it lacks, numbered as in the report."""
    for article in report.articles:
        lacking = tuple(
            _omission(omission, number, look_up)
            for number, omission in enumerate(report.omissions, 1)
            if omission.article_id == article.id
        )
        if lacking:
            yield look_up.name(article.id), tuple(sorted(lacking, key=lambda one: -one.salience))


def _omission(omission: Omission, number: int, look_up: LookUp) -> OmissionEntry:
    return OmissionEntry(
        id=omission.id,
        number=number,
        outlet=look_up.name(omission.article_id),
        reported_by=tuple(look_up.name(one) for one in omission.reported_by),
        salience=omission.salience,
        quotations=tuple(look_up.quotations(omission.claim_ids)),
    )

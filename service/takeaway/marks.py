"""Which words of each article the findings rest on, and where each mark leads. Knows nothing of how marks look."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from service.report_models import Report
from service.takeaway.quotations import LookUp
from service.takeaway.texts import Link, Mark
from service.takeaway.wording import KINDS, LEDGER, Section

# Where several findings rest on the same words the gravest colours them.
_RANKED: tuple[Section, ...] = (*LEDGER, "quote_changes", "agreements", "omissions")
ALONE = "alone"
_LAST = len(_RANKED)


def collect(report: Report, look_up: LookUp) -> Mapping[str, list[Mark]]:
    """The marks of each article, by its id."""
    kinds, links = _resting(report)
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    for claim in report.claims:
        kind = kinds.get(claim.id, "")
        rank = _rank(kind)
        for number, span in enumerate(claim.spans):
            # The way back stands once, behind the last of a claim's words.
            is_last = number == len(claim.spans) - 1
            leads = tuple(links[claim.id]) if is_last else ()
            mark = Mark(span.start, span.end, look_up.anchor(claim.id, number), kind, rank, leads)
            found[claim.article_id].append(mark)
    for number, change in enumerate(report.quote_changes, 1):
        for place, side in enumerate(change.spans, 1):
            lead = (link("quote_changes", number),)
            mark = Mark(side.start, side.end, f"q{number}-{place}", "quote_changes", _rank("quote_changes"), lead)
            found[side.article_id].append(mark)
    return found


def link(section: Section, number: int) -> Link:
    """Leads to a finding."""
    kind = KINDS[section]
    return Link(f"{section}-{number}", f"{kind.sign}{number}", f"{kind.one} {number}")


def _resting(report: Report) -> tuple[dict[str, str], defaultdict[str, list[Link]]]:
    """For each claim the kind that colours it, and the ways back to the findings that rest on it."""
    kinds: dict[str, str] = {}
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for section, number, claim_ids in _findings(report):
        for claim_id in claim_ids:
            kinds.setdefault(claim_id, ALONE if section == "omissions" else section)
            links[claim_id].append(link(section, number))
    for fact in report.facts:
        tellers = [state for state in fact.by_article.values() if state in ("says", "disputes")]
        if len(tellers) == 1 and len(report.articles) > 1:
            for claim_id in fact.claim_ids:
                kinds.setdefault(claim_id, ALONE)
    return kinds, links


def _findings(report: Report) -> Iterator[tuple[Section, int, list[str]]]:
    for section in LEDGER:
        for number, conflict in enumerate(getattr(report, section), 1):
            yield section, number, [one for side in conflict.positions for one in side.claim_ids]
    for number, agreement in enumerate(report.agreements, 1):
        yield "agreements", number, list(agreement.claim_ids)
    for number, omission in enumerate(report.omissions, 1):
        yield "omissions", number, list(omission.claim_ids)


def _rank(kind: str) -> int:
    return next((number for number, section in enumerate(_RANKED) if section == kind), _LAST)

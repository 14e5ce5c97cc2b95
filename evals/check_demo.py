"""Checks that the demo's report holds what the two reference articles demand. Knows nothing of how it was made.

    python evals/check_demo.py REPORT

Prints one line a check and exits 1 if any fails. Only this file and the case's data may be keyed to those articles.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from service.report_models import Conflict, Report
from service.steps.vocabulary.folding import fold
from service.steps.vocabulary.loaded_words import outside_quotation_marks

REFUTED = "Russia has refuted media reports that Washington and Moscow have agreed to share intelligence"
NOT_DENIED = "Without denying that cooperation existed"
AGREED = ("we agreed to do so", 'agreed to "intensify intelligence cooperation')
COALITIONS = "coalitions"
# Words of statements that agree; no contradiction may join two claims about one of these.
AGREEING = {
    "the halted counter-terrorism work": ("suspended in 2014", "stopped unilaterally"),
    "no coalitions outside the UN": ("bypass of the un security council", "circumvention of the un security council"),
    "aid to Syria and Iraq": ("continue its aid to syria", "providing help to syria and iraq"),
    "US strikes": ("airstrikes", "air strikes"),
}
NOT_ABOUT_THE_EVENT = ("$1.1bn", "embarrassed", "chat at the chief of mission residence", "themoscowtimes.com")

Check = Callable[[Report], str | None]


def main() -> int:
    report = Report.model_validate_json(Path(sys.argv[1]).read_text("utf-8"))
    failed = 0
    for check in CHECKS:
        problem = check(report)
        failed += problem is not None
        sys.stdout.write(f"{'FAIL' if problem else 'ok  '} {check.__doc__}{f' ({problem})' if problem else ''}\n")
    sys.stdout.write(f"{len(CHECKS) - failed} passed, {failed} failed\n")
    return 1 if failed else 0


def slices(report: Report) -> str | None:
    """every span slices to its quote"""
    texts = {article.id: article.text for article in report.articles}
    spans = [(claim.article_id, s.start, s.end, s.quote) for claim in report.claims for s in claim.spans]
    spans += [(s.article_id, s.start, s.end, s.quote) for change in report.quote_changes for s in change.spans]
    wrong = [quote for article_id, start, end, quote in spans if texts[article_id][start:end] != quote]
    return f"{len(wrong)} do not, first {wrong[0]!r}" if wrong else None


def denial(report: Report) -> str | None:
    """two accounts of one response contradict each other"""
    quotes = [_quotes(report, one) for one in report.contradictions]
    found = any(_holds(REFUTED, told) and _holds(NOT_DENIED, told) for told in quotes)
    return None if found else f"not among {len(quotes)} contradictions"


def dispute(report: Report) -> str | None:
    """Kerry's agreement against the ministry is a dispute"""
    told = [_quotes(report, one) for one in report.disputes]
    by_kerry = [quotes for quotes in told if any(_holds(words, quotes) for words in AGREED)]
    return None if by_kerry else f"not among {len(told)} disputes"


def no_dispute_as_contradiction(report: Report) -> str | None:
    """Kerry's agreement is in no contradiction"""
    wrong = [one.text for one in report.contradictions if any(_holds(w, _quotes(report, one)) for w in AGREED)]
    return wrong[0] if wrong else None


def agreeing(report: Report) -> str | None:
    """no contradiction between statements that agree"""
    for conflict in (*report.contradictions, *report.disputes, *report.updates):
        quotes = [fold(quote).text for quote in _quotes(report, conflict)]
        for name, wordings in AGREEING.items():
            if all(any(words in quote for quote in quotes) for words in wordings):
                return name
    return None


def one_contradiction(report: Report) -> str | None:
    """there is one contradiction, and it is that one"""
    return None if len(report.contradictions) == 1 else f"there are {len(report.contradictions)}"


def kerrys_quotation(report: Report) -> str | None:
    """Kerry's quotation is a changed quotation or an agreement with variants"""
    return None if _varies(report, "intensify intelligence cooperation") else "in neither"


def coalition_sentence(report: Report) -> str | None:
    """the ministry's coalition sentence is a changed quotation or an agreement with variants"""
    return None if _varies(report, COALITIONS) else "in neither"


def teasers(report: Report) -> str | None:
    """teasers, caption and source address yield no claims"""
    wrong = [c.quote for c in report.claims if any(_holds(words, [c.quote]) for words in NOT_ABOUT_THE_EVENT)]
    return repr(wrong[0]) if wrong else None


def summary_cites(report: Report) -> str | None:
    """the summary has at least three sentences, and each cites claims of the report"""
    known = {claim.id for claim in report.claims}
    sentences = report.summary.sentences
    if len(sentences) < 3:
        return f"it has {len(sentences)}"
    return None if all(s.claim_ids and set(s.claim_ids) <= known for s in sentences) else "one cites nothing"


def summary_voice(report: Report) -> str | None:
    """no summary sentence says a loaded word in its own voice"""
    used = {word for s in report.summary.sentences for word in outside_quotation_marks(s.text)}
    return ", ".join(sorted(used)) if used else None


def date_unknown(report: Report) -> str | None:
    """the article without a date has its notice"""
    return None if any(notice.code == "date_unknown" for notice in report.notices) else "none"


CHECKS: tuple[Check, ...] = (
    slices,
    denial,
    dispute,
    no_dispute_as_contradiction,
    agreeing,
    one_contradiction,
    kerrys_quotation,
    coalition_sentence,
    teasers,
    summary_cites,
    summary_voice,
    date_unknown,
)


def _quotes(report: Report, conflict: Conflict) -> list[str]:
    by_id = {claim.id: claim.quote for claim in report.claims}
    return [by_id[claim_id] for position in conflict.positions for claim_id in position.claim_ids]


def _holds(words: str, quotes: Iterable[str]) -> bool:
    return any(fold(words).text in fold(quote).text for quote in quotes)


def _varies(report: Report, words: str) -> bool:
    changed = [[side.quote for side in change.spans] for change in report.quote_changes]
    agreed = [[variant.quote for variant in agreement.variants] for agreement in report.agreements]
    return any(all(_holds(words, [quote]) for quote in quotes) for quotes in [*changed, *agreed])


if __name__ == "__main__":
    sys.exit(main())

"""Writes a report as Markdown. Knows nothing of how a report is read or served.

Whatever an article, a model or a sender wrote is escaped: under CommonMark and GitHub's dialect nothing in it becomes
a heading, a link, a list, HTML or a formula.
"""

import re
from collections.abc import Iterable, Iterator

from service.report_models import Report
from service.takeaway import document, wording
from service.takeaway.document import Document
from service.takeaway.findings import AgreementEntry, ChangeEntry, ConflictEntry, OmissionEntry
from service.takeaway.quotations import Quotation
from service.takeaway.wording import KINDS, LEDGER
from service.visible import one_line, quoted

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&#|~!$^@]")
# Bare addresses become links without any mark around them.
_ADDRESSES = re.compile(r"(?i)(:)(?=//)|(?<=www)(\.)")
_FIRST = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")


def render(report: Report) -> str:
    """The report that reports.py has checked, as Markdown."""
    told = document.build(report)
    parts = [_head(told), _summary(told), *_ledger(told), _changes(told), _agreements(told), _omissions(told)]
    parts += [_matrix(told), _texts(told), _refusals(told), _provenance(told)]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def escape(words: str) -> str:
    """`words` on one line, and nothing but words whatever they hold."""
    line = _MARKUP.sub(lambda found: "\\" + found[0], one_line(words))
    line = _ADDRESSES.sub(lambda found: "\\" + found[0], line)
    return _FIRST.sub(lambda found: "\\" + found[0] if not found[0].isdigit() else f"{found[0]}\\", line)


def _head(told: Document) -> Iterator[str]:
    yield f"# {wording.in_words(len(told.papers)).capitalize()} tellings of one event"
    yield ""
    for paper in told.papers:
        title = f", *{escape(paper.article.title)}*" if paper.article.title else ""
        remarks = "".join(f"; {remark}" for remark in paper.remarks)
        address = f", {escape(paper.article.url)}" if paper.article.url else ""
        yield f"- **{escape(paper.name)}**{title}, {escape(paper.when)}{address}{remarks}"
    yield from (f"- {escape(origin)}" for origin in told.origins)
    if told.report.notices:
        yield from ("", "**Before you rely on this**", "")
        yield from (f"- {escape(notice.text)}" for notice in told.report.notices)
    yield ""
    yield " · ".join(f"{kind.sign} {number} {kind.one if number == 1 else kind.many.lower()}"
                     for _, kind, number in told.counts)  # fmt: skip


def _summary(told: Document) -> Iterator[str]:
    yield from ("## Summary", "")
    for sentence in told.summary:
        flag = "**Disputed.** " if sentence.is_disputed else ""
        cites = ", ".join(str(note.number) for note in sentence.notes)
        yield f"{flag}{escape(sentence.text)} ({cites})" if cites else f"{flag}{escape(sentence.text)}"
        yield ""
    yield f"*{wording.built(told.report.summary.sentences)}*"
    if told.notes:
        yield from ("", "### The words it rests on", "")
    for note in told.notes:
        yield f"{note.number}. {'; '.join(map(_quotation, note.quotations))}"
    if told.report.summary.refused:
        yield from ("", "### Sentences refused", "")
    for refused in told.report.summary.refused:
        yield f"- {escape(quoted(refused.text))} Refused: {wording.REASONS[refused.reason]}."


def _ledger(told: Document) -> Iterator[Iterable[str]]:
    for section in LEDGER:
        entries = [entry for entry in told.conflicts if entry.section == section]
        if entries:
            yield [f"## {KINDS[section].many}", "", f"*{KINDS[section].meaning}*", *_each(map(_conflict, entries))]


def _each(entries: Iterable[Iterable[str]]) -> Iterator[str]:
    for entry in entries:
        yield ""
        yield from entry


def _conflict(entry: ConflictEntry) -> Iterator[str]:
    yield f"### {KINDS[entry.section].sign}{entry.number} {entry.type} ({entry.confidence}, {entry.decided_by})"
    yield from ("", escape(entry.lead), "")
    for side in entry.sides:
        as_of = f", as of {escape(wording.moment(side.as_of))}" if side.as_of else ""
        voice = escape(side.speaker) if side.speaker else "in its own voice"
        text = f": {escape(side.text)}" if side.text else ""
        yield f"- **{escape(', '.join(side.outlets))}**, {voice}{as_of}{text}"
        yield from (f"  - {_quotation(one)}" for one in side.quotations)
    if entry.evidence:
        yield from ("", f"Evidence: {'; '.join(map(escape, entry.evidence))}")


def _changes(told: Document) -> Iterator[str]:
    if told.changes:
        kind = KINDS["quote_changes"]
        yield from (f"## {kind.many}", "", f"*{kind.meaning}*", *_each(map(_change, told.changes)))


def _change(entry: ChangeEntry) -> Iterator[str]:
    yield f"### {KINDS['quote_changes'].sign}{entry.number} {', '.join(entry.kinds)}"
    yield from ("", escape(entry.lead), "")
    for quotation, stretches in entry.versions:
        who = escape(", ".join(filter(None, (quotation.outlet, quotation.speaker))))
        words = "".join(_stretch(one.words, differs=one.differs) for one in stretches)
        yield f"- **{who}**: “{' '.join(words.split())}”"
    swaps = [f"{_or_nothing(a)} / {_or_nothing(b)}" for a, b in entry.differences]
    if swaps:
        yield from ("", f"Word for word: {'; '.join(swaps)}")


def _stretch(words: str, *, differs: bool) -> str:
    """The words with the blanks around them, which `escape` would take; what differs is strong."""
    before, after = (" " if words[:1].isspace() else "", " " if words[-1:].isspace() else "")
    told = escape(words)
    return f"{before}{f'**{told}**' if differs and told else told}{after}"


def _or_nothing(words: str) -> str:
    return escape(quoted(words)) if words else "nothing"


def _agreements(told: Document) -> Iterator[str]:
    if told.agreements:
        kind = KINDS["agreements"]
        yield from (f"## {kind.many}", "", f"*{kind.meaning}*", *_each(map(_agreement, told.agreements)))


def _agreement(entry: AgreementEntry) -> Iterator[str]:
    outlets, origins = wording.count(entry.outlets, "outlet"), wording.count(entry.origins, "origin")
    yield from (f"### {KINDS['agreements'].sign}{entry.number} {outlets}, {origins}", "", escape(entry.lead), "")
    yield from (f"- {_quotation(one)}" for one in entry.quotations)


def _omissions(told: Document) -> Iterator[str]:
    if told.omissions:
        yield from (f"## {KINDS['omissions'].many}", "", f"*{KINDS['omissions'].meaning}*")
    for name, entries in told.omissions:
        yield from ("", f"### Not in {escape(name)}", "", *map(_omission, entries))


def _omission(entry: OmissionEntry) -> str:
    said = "; ".join(map(_quotation, entry.quotations))
    return f"- {KINDS['omissions'].sign}{entry.number} {said} (weight {entry.salience:.2f})"


def _matrix(told: Document) -> Iterator[str]:
    if told.rows:
        yield from ("## Who reports what", "")
        yield f"| Fact | {' | '.join(escape(paper.name) for paper in told.papers)} |"
        yield "| --- |" + " --- |" * len(told.papers)
    for row in told.rows:
        yield f"| {escape(row.text)} | {' | '.join(wording.CELLS[cell][1] for cell in row.cells)} |"


def _texts(told: Document) -> Iterator[str]:
    yield "## The articles, in full"
    for paper in told.papers:
        yield from ("", f"### {escape(paper.name)}")
        for block in paper.blocks:
            words = escape("".join(piece.words for piece in block.pieces))
            yield from ("", words) if words else ()


def _refusals(told: Document) -> Iterator[str]:
    if told.refusals:
        yield from ("## What was not accepted", "")
    for step, name, reason, detail in told.refusals:
        where = escape(", ".join(filter(None, (step, name))))
        yield f"- {where}: {wording.REASONS[reason]}. {escape(detail)}"


def _provenance(told: Document) -> Iterator[str]:
    made, totals = told.report.provenance, told.report.provenance.run.totals
    yield from ("## How this was made", "")
    yield f"- Model: {escape(made.model)}, {'on this machine' if made.local else 'over the network'}"
    yield f"- Calls: {totals.calls - totals.cached_calls:,} live, {totals.cached_calls:,} from the cache"
    yield f"- Tokens: {totals.live_prompt_tokens:,} read, {totals.live_completion_tokens:,} written"
    yield f"- Money: {wording.money(made)}"
    yield f"- Service: Rashomon {escape(made.service_version)}, request {escape(made.run.request_id)}"
    yield from (f"- Prompt {escape(step)}: {escape(prompt)}" for step, prompt in made.prompts.items())
    yield from (f"- Input {escape(name)}: {escape(digest)}" for name, digest in made.inputs.items())
    for one in told.steps:
        yield f"- Step {escape(one.step)}: {wording.count(one.calls, 'call')}, {one.cached:,} cached, {one.ms:,} ms"


def _quotation(one: Quotation) -> str:
    said = escape(", ".join(filter(None, (one.outlet, one.speaker))))
    return f"{said}: {escape(quoted(one.words))}"

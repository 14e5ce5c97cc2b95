"""Turns what was found to be reported into Speech values: exact spans, mode, cue. Knows no grammar and no names."""

from service.models import Mode, Speaker, Speech
from service.steps.layout.paragraphs import trim
from service.steps.reporting.quotation_marks import Quotation
from service.steps.reporting.scopes import Scope
from service.steps.reporting.words import Words

_EDGE_MARKS = frozenset(",.;:—–-!…")


def build_reported(text: str, words: Words, scope: Scope, speaker: Speaker | None) -> Speech:
    """The speech of `scope`: without the marks at its edges; inside its marks where it is one whole quotation."""
    first, last = scope.start, scope.end
    while first < last and words.low(first) in _EDGE_MARKS:
        first += 1
    while first < last and words.low(last - 1) in _EDGE_MARKS:
        last -= 1
    mode: Mode = "indirect"
    if first >= last:
        start = end = words[scope.cue.after - 1].end
    elif last - first == 1 and words[first].quotation:
        start, end = _inner(text, words[first].quotation)
        mode = "direct"
    else:
        start, end = words[first].start, words[last - 1].end
        mode = "mixed" if any(word.quotation for word in words[first:last]) else "indirect"
    cue_start, cue_end = words[scope.cue.first].start, words[scope.cue.after - 1].end
    # '"We did nothing," she denied': the words quoted are her own; they deny by themselves.
    speaks_denial = mode == "direct" and last <= scope.cue.first and scope.cue.stance == "denies"
    return Speech(
        start=start,
        end=end,
        mode=mode,
        stance="asserts" if speaks_denial else scope.cue.stance,
        cue=" ".join(text[cue_start:cue_end].split()),
        cue_start=cue_start,
        cue_end=cue_end,
        speaker=speaker,
    )


def build_quoted(text: str, quotation: Quotation, opened: Speech | None) -> Speech:
    """The speech of a quotation that stands alone: said by whoever `opened` it, or with nobody named."""
    start, end = _inner(text, quotation)
    if opened is None:
        return Speech(start=start, end=end, mode="direct", stance="unclear", cue="", cue_start=start, cue_end=start)
    return opened.model_copy(update={"start": start, "end": end, "mode": "direct"})


def _inner(text: str, quotation: Quotation | None) -> tuple[int, int]:
    if quotation is None:
        return 0, 0
    start, end = trim(text, quotation.inner_start, quotation.inner_end)
    return trim(text, start, end - 1) if text[end - 1] in ",，" and end - 1 > start else (start, end)

"""Finds in one sentence which words are reported, by which cue, and which words name the speaker. Resolves no names.

What is said begins after the cue ("said that ...") or ends before it ("..., she said"). It runs to the end of the
sentence unless a clause with a cue of its own, or a phrase that goes back to the speaker, ends it before.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from service.steps.reporting.clause_verbs import has_verb
from service.steps.reporting.clauses import CONTRASTING, OPENING, Link
from service.steps.reporting.contents import Content, Frame
from service.steps.reporting.cue_groups import Cue
from service.steps.reporting.links import read_links
from service.steps.reporting.subjects import Subject
from service.steps.reporting.word_classes import (
    BE,
    COORDINATORS,
    NEGATIONS,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

# Go back to the speaker after a comma.
_RETURNING = frozenset("speaking citing referring alluding quoting responding replying".split())


class Scope(NamedTuple):
    """Words `start:end` are reported by `cue`; an empty scope announces what the next paragraph quotes.

    `subject` names the speaker; None where nobody is named, or it is not sure who.
    """

    cue: Cue
    start: int
    end: int
    frame: Frame
    subject: Subject | None


def read_scopes(words: Words) -> list[Scope]:
    """The scopes of one sentence, outer before inner."""
    links = read_links(words)
    closing = _find_closing(words, links)
    scopes = [Scope(link.cue, *link.left, "clause", link.subject) for link in links if link.left]
    for link in links:
        if link.right:
            end = _find_end(words, link, link.right, closing)
            if link.cue.shape in ("noun", "ing") and not link.ends_at_comma and _is_topic(words, link, links):
                find_end = _first_verb if link.right.frame == "noun" else _first_clause_end
                end = min(end, find_end(words, link.right.start, end))
            scopes.append(Scope(link.cue, link.right.start, end, link.right.frame, link.subject))
    return sorted(scopes, key=lambda scope: (scope.start, -scope.end, scope.cue.first))


def _find_closing(words: Words, links: Sequence[Link]) -> list[int]:
    """The words where whatever is being said ends, in order."""
    returning = {at - 1 for at in range(1, len(words)) if words.low(at) in _RETURNING and words.low(at - 1) == ","}
    return sorted(returning | {link.closes for link in links if link.closes is not None})


def _find_end(words: Words, link: Link, content: Content, closing: Sequence[int]) -> int:
    if content.frame == "label":
        return content.start + 1
    after = bisect_right(closing, content.start)
    end = closing[after] if after < len(closing) else len(words)
    if link.ends_at_comma:
        end = next((at for at in range(content.start, end) if words.low(at) == ","), end)
    return _noun_end(words, content.start, end) if content.frame == "noun" else end


def _is_topic(words: Words, link: Link, links: Sequence[Link]) -> bool:
    """Whether a noun of saying is itself the subject of a clause: "claims that ... were investigated"."""
    start = link.cue.first
    if link.subject and link.cue.shape == "noun":
        start = min(start, link.subject.start)
    return not has_verb(words, 0, start) and not any(other.cue.first < start for other in links)


def _noun_end(words: Words, start: int, end: int) -> int:
    """Where a noun phrase as content ends at the latest: at ", but", ", while", or "and" with a verb after it."""
    for at in range(start + 1, end):
        low, after = words.low(at), words.low(at + 1)
        if low == "," and (after in COORDINATORS - {"or"} or after in CONTRASTING or after in OPENING or after == "as"):
            return at
        if low in ("and", "but") and has_verb(words, at, at + 3):
            return at
    return end


def _first_verb(words: Words, start: int, end: int) -> int:
    return next((at for at in range(start, end) if is_auxiliary(words.low(at))), end)


def _first_clause_end(words: Words, start: int, end: int) -> int:
    """Where the clause that begins at `start` ends if another verb follows its own: "that it failed | was denied"."""
    at = start
    while at < end and not is_auxiliary(words.low(at)) and not is_past(words.low(at)):
        at += 1
    while at < end and (is_auxiliary(words.low(at)) or is_adverb(words.low(at)) or words.low(at) in BE | NEGATIONS):
        at += 1
    at += at < end and is_past(words.low(at))
    for next_verb in range(at, end):
        low = words.low(next_verb)
        if low in SUBORDINATORS or low in COORDINATORS:
            return end
        if is_auxiliary(low) or (next_verb == at and is_past(low)):
            return next_verb
    return end

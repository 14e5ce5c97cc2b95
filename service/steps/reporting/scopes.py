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
from service.steps.reporting.turns import find_turn
from service.steps.reporting.word_classes import (
    BE,
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
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
        if link.right and not _is_taken(words, link, link.right, closing):
            end = _find_end(words, link, link.right, closing)
            if link.cue.shape in ("noun", "ing") and not link.ends_at_comma and _is_topic(words, link, links):
                find_end = _first_verb if link.right.frame == "noun" else _first_clause_end
                end = min(end, find_end(words, link.right.start, end))
            scopes.append(Scope(link.cue, link.right.start, end, link.right.frame, link.subject))
    return sorted(scopes, key=lambda scope: (scope.start, -scope.end, scope.cue.first))


def _find_closing(words: Words, links: Sequence[Link]) -> list[int]:
    """The words where whatever is being said ends, in order."""
    returning = {at - 1 for at in range(1, len(words)) if words.low(at) in _RETURNING and words.low(at - 1) == ","}
    # "X said A; B, Y said": the semicolon parts what two speakers say.
    parted = {link.left[0] - 1 for link in links if link.left and words.low(link.left[0] - 1) == ";"}
    return sorted(returning | parted | {link.closes for link in links if link.closes is not None})


def _find_end(words: Words, link: Link, content: Content, closing: Sequence[int]) -> int:
    if content.frame == "label":
        return content.start + 1
    after = bisect_right(closing, content.start)
    end = closing[after] if after < len(closing) else len(words)
    if link.ends_at_comma:
        end = next((at for at in range(content.start, end) if words.low(at) == ","), end)
    if content.frame == "noun":
        return _noun_end(words, content.start, end)
    if content.frame == "quotation":
        return _quotation_end(words, content.start, end)
    return find_turn(words, link.cue, content.start, end) if content.frame in ("that", "clause") else end


def _is_taken(words: Words, link: Link, content: Content, closing: Sequence[int]) -> bool:
    """Whether what would go on after an inserted cue is a clause with a cue of its own."""
    goes_on = link.left is not None and words.low(content.start - 1) in COORDINATORS
    return goes_on and any(link.left[1] < at < content.start for at in closing if link.left)


def _is_topic(words: Words, link: Link, links: Sequence[Link]) -> bool:
    """Whether a noun of saying is itself the subject of a clause: "claims that ... were investigated"."""
    start = link.cue.first
    if link.subject and link.cue.shape == "noun":
        start = min(start, link.subject.start)
    return not has_verb(words, 0, start) and not any(other.cue.first < start for other in links)


def _quotation_end(words: Words, start: int, end: int) -> int:
    """Where '"...", and left the room' goes back to what the speaker did."""
    is_apart = words.low(start + 1) == ","
    after = start + 1 + is_apart
    is_other = is_apart and words.at(after + 1).quotation is None
    is_act = words.low(after) in ("and", "but", "then", "before") and (is_other or _opens_act(words, after + 1))
    return start + 1 if words.at(start).quotation and is_act else end


def _opens_act(words: Words, index: int) -> bool:
    while is_adverb(words.low(index)):
        index += 1
    return is_past(words.low(index)) or words.low(index) in BE


def _noun_end(words: Words, start: int, end: int) -> int:
    """Where a noun phrase as content ends at the latest: at ", but", ", while", or "and" with a verb after it."""
    for at in range(start + 1, end):
        low, after = words.low(at), words.low(at + 1)
        if low == "," and (after in COORDINATORS - {"or"} or after in CONTRASTING or after in OPENING or after == "as"):
            return at
        if low in ("and", "but") and has_verb(words, at, at + 3):
            return at
        # "denied the charge, pointing to": the speaker goes on; "denied lying, cheating": a list.
        if low == "," and after.endswith("ing") and after not in PREPOSITIONS and not words.low(start).endswith("ing"):
            return at
    return end


def _first_verb(words: Words, start: int, end: int) -> int:
    """The first finite verb: "reports of a second bomb | turned out to be false"."""
    return next((at for at in range(start, end) if is_auxiliary(words.low(at)) or _is_lone_past(words, at, start)), end)


def _is_lone_past(words: Words, index: int, start: int) -> bool:
    """Whether a past form is a verb: nothing it could describe stands around it."""
    before = words.low(index - 1)
    is_led = before in DETERMINERS or before in PREPOSITIONS or is_adverb(before) or before in COORDINATORS
    return index > start and is_past(words.low(index)) and not is_led and words.low(index + 1) not in ("by", "in")


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
        opens_object = words.at(next_verb + 1).is_word and words.low(next_verb + 1) not in PREPOSITIONS
        if is_auxiliary(low) or (is_past(low) and (next_verb == at or opens_object)):
            return next_verb
    return end

"""Whether two claims are about the same fact, and whose conflict it is when they part over it. Knows no single rule.

The thresholds are covers of content_words.Overlap, chosen on the first half of FEVER-symmetric's dev file and on
invented news pairs; they err towards "not the same fact".
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.models import Confidence, ConflictType, Figure, FigureKind
from service.steps.comparing import ages, focus
from service.steps.comparing.rulings import Ruling, shared_words
from service.steps.comparing.speakers.parties import may_be_one
from service.steps.comparing.tellings import ANSWERS, Telling, Tellings
from service.steps.vocabulary.content_words import Content, Overlap

# One fact: the shared words cover so much of the fuller and of the shorter claim.
SAME_LEAST = 0.35
SAME_MOST = 0.7
FEWEST_SHARED = 2
# Below this a conflict is only possible, and wants one more shared word.
CLOSE_LEAST = 0.5
LEAD_SENTENCES = 3
# Two clauses with their subjects are short: they must share nearly all.
FOCUS_LEAST = 0.5
# An article gives the other side where a sentence of it covers so much of the other's claim.
GIVEN = 0.6
# What may have changed from one day to the next; a cause, a name or a place does not.
_STATES: frozenset[ConflictType] = frozenset({"negation", "other"})
_TIMES: frozenset[FigureKind] = frozenset({"date", "weekday", "year"})


@dataclass(frozen=True)
class Conflict:
    """Two claims that part over one fact. `is_other_side(content, text)` says whether a sentence gives b's version
    (for `of_b`) or a's version (`of_a`); `apart` are the keys they part over."""

    type: ConflictType
    reason: str
    confidence: Confidence
    of_a: Callable[[Content, str], bool]
    of_b: Callable[[Content, str], bool]
    evidence: tuple[str, ...] = ()
    apart: frozenset[str] = frozenset()
    is_aligned: bool = False


def settle(a: Telling, b: Telling, conflict: Conflict, tellings: Tellings) -> Ruling | None:
    """Whose conflict it is: the papers' (contradiction), their speakers' (dispute), or none that can be told.

    Two papers in their own words, or on the word of one speaker, contradict each other; not where one of them gives
    both versions. Of different speakers, it is a dispute where a paper gives both sides, else a contradiction. A state
    that papers of different days tell otherwise may have changed in between: an update.
    The conflict's own confidence holds for those on one word; anything on two speakers is `possible`.
    """
    if not may_conflict(a, b) or not (conflict.is_aligned or _ordinals(a) == _ordinals(b)):
        return None
    gives_both = _gives(a, b, conflict.of_b, tellings) or _gives(b, a, conflict.of_a, tellings)
    one_word = on_one_word(a, b)
    shared = shared_words(a.content, a.content.keys & b.content.keys)
    evidence = (*conflict.evidence, *([f"both speak of: {shared}"] if shared else []))
    if gives_both:
        reason = f"{conflict.reason} A paper gives both versions."
        return None if one_word else Ruling("disputes", conflict.type, reason, "possible", evidence)
    if conflict.type in _STATES and a.published and b.published and a.published != b.published:
        reason = f"{conflict.reason} The papers are of different days: the later may tell a later state."
        return Ruling("updates", conflict.type, reason, "possible", evidence)
    sure = one_word and is_close(a, b, tellings, conflict.apart)
    return Ruling("contradicts", conflict.type, conflict.reason, conflict.confidence if sure else "possible", evidence)


def may_conflict(a: Telling, b: Telling) -> bool:
    """Whether the claims' own content may be held against each other: asserted on both sides, and no opinions."""
    told = (a, b)
    if any(t.claim.kind == "opinion" or t.answers or t.is_under_answer or t.stand.stance in ANSWERS for t in told):
        return False
    return a.modality - {"will"} == b.modality - {"will"} and all(t.stand.stance != "unclear" for t in told)


def on_one_word(a: Telling, b: Telling) -> bool:
    """Whether both rest on the outlets' own word, or both on the word of what may be one speaker."""
    x, y = a.stand.holder, b.stand.holder
    if x is None or y is None:
        return x is None and y is None
    return may_be_one(x, y)


def is_one_fact(a: Content, b: Content, tellings: Tellings, apart: frozenset[str] = frozenset()) -> bool:
    """Whether two contents, less the keys they part over, are about one fact; symmetric.

    Names that only the one has are details; where each has names the other lacks, they speak of two things.
    """
    left, right = leave_out(a, apart), leave_out(b, apart)
    overlap = tellings.lexicon.compare(left, right)
    if left.names - right.names and right.names - left.names:
        return False
    return _is_enough(overlap) and overlap.most >= SAME_MOST and overlap.least >= SAME_LEAST


def meets_in_focus(a: Content, b: Content, tellings: Tellings) -> bool:
    """Whether two clauses, each with its subject (focus.py), are about one fact: they share nearly everything.

    Names that only the one has are details.
    """
    if a.names - b.names and b.names - a.names:
        return False
    overlap = tellings.lexicon.compare(leave_out(a, a.names - b.names), leave_out(b, b.names - a.names))
    return len(overlap.shared) >= FEWEST_SHARED and overlap.least >= FOCUS_LEAST


def is_close(a: Telling, b: Telling, tellings: Tellings, apart: frozenset[str]) -> bool:
    """Whether two claims about one fact leave little unshared on either side, less the keys they part over."""
    left, right = leave_out(a.content, apart), leave_out(b.content, apart)
    return tellings.lexicon.compare(left, right).least >= CLOSE_LEAST


def is_in_lead(telling: Telling) -> bool:
    """Whether a claim stands among the first sentences of its article's body, which tell the event itself."""
    body = [index for index, sentence in enumerate(telling.read.sentences) if sentence.role == "body"]
    return telling.claim.sentence in body[:LEAD_SENTENCES]


def leave_out(content: Content, keys: frozenset[str]) -> Content:
    """The content less the terms with these keys."""
    if keys.isdisjoint(content.keys):
        return content
    return Content(content.tokens, tuple(term for term in content.terms if term.key not in keys))


def times_differ(a: Telling, b: Telling) -> bool:
    """Whether both name days or years, or how long ago it was, and no two of them can be the same."""
    ours, theirs = _times(a), _times(b)
    if not (ours and theirs):
        return ages.cannot_be(a, theirs) or ages.cannot_be(b, ours)
    return not any(_may_be_same_time(x, y) for x in ours for y in theirs)


def _ordinals(telling: Telling) -> frozenset[tuple[float | None, str]]:
    """ "The second truck" and "the truck" may be two; "the 63rd minute" is a time."""
    told = (figure for figure in telling.claim.figures if figure.kind == "ordinal" and figure.noun != "minute")
    return frozenset((figure.low, figure.noun) for figure in told)


def _times(telling: Telling) -> list[Figure]:
    def read() -> list[Figure]:
        told = (figure for figure in telling.claim.figures if figure.kind in _TIMES)
        return [figure for figure in told if not focus.is_aside(telling.placed, figure.start, figure.end)]

    return telling.keep("times", read)


def _may_be_same_time(x: Figure, y: Figure) -> bool:
    if x.kind == y.kind and x.text.casefold() == y.text.casefold():
        return True
    if None in (x.low, x.high, y.low, y.high) or "year" in (x.kind, y.kind) and x.kind != y.kind:
        return x.kind != y.kind
    return bool(x.low <= y.high and y.low <= x.high)  # type: ignore[operator]


def _is_enough(overlap: Overlap) -> bool:
    return len(overlap.shared) >= FEWEST_SHARED + (overlap.least < CLOSE_LEAST)


def _gives(one: Telling, other: Telling, is_version: Callable[[Content, str], bool], tellings: Tellings) -> bool:
    """Whether the article of `one` also gives the version of `other`."""
    read, contents = one.read, tellings.contents_in(one.read.article.id)
    covering = tellings.covering(other.content, read.article.id, GIVEN)
    return any(is_version(contents[index], read.sentence_text(index)) for index in covering)

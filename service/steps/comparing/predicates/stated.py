"""What a sentence predicates of what: the fields it takes a side in, with the clause each stands in. Knows nothing of
other sentences.

What is asked, supposed, wished or only possible is not stated. A negation in the clause turns a side about where the
field says so; elsewhere it leaves nothing stated ("did not win" need not have lost).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.steps.comparing import focus
from service.steps.comparing.polarity import LIGHT
from service.steps.comparing.predicates import fields
from service.steps.comparing.predicates.fields import Field, Phrase
from service.steps.comparing.predicates.phrases import LONGEST_GAP
from service.steps.vocabulary.content_words import Content

_NOT = frozenset("not never no none nobody nothing neither nor cannot hardly without denied denies".split())
_NOT_TO = frozenset("failed fails fail refused refuses refuse declined declines unable unwilling".split())
_HARMLESS = frozenset("only just merely doubt wonder less more fewer later earlier least longer matter".split())
_CONDITIONAL = frozenset("if whether unless".split())
_SUPPOSED = frozenset("may might could should would can ought perhaps possibly likely almost nearly".split())
# "Voted to close" closes; "hoped to close" does not.
_DECIDED = frozenset(
    "voted decided agreed chose moved opted resolved set due ordered is are was were has have had".split()
)
# Of several proposals, drafts or houses one may be accepted and another not.
_STAGES = frozenset(
    "first second third initial original previous earlier improved revised amended new latest final upper lower "
    "opening other another separate similar".split()
)
PRONOUNS = frozenset("he she it they i we him her them his its their my our who which that".split())
_MODAL_REACH, _NOT_REACH = 4, 7


@dataclass(frozen=True)
class Stated:
    """`side` of `field`, told of `theme`: the keys of the clause and its subject, less the predicate's own.

    `before` are those in front of the predicate, `near` those right behind it as well; `words` stand at `start:end` of
    the article. `stages` tell one of several ("the first offer"); `leans` where a pronoun stands for the subject.
    """

    field: Field
    side: str
    theme: frozenset[str]
    before: frozenset[str]
    near: frozenset[str]
    stages: frozenset[str]
    leans: bool
    words: str
    start: int
    end: int


def read(content: Content) -> tuple[Stated, ...]:
    """All that a sentence states, one for each field and side; what takes both sides of a field states neither."""
    words = [token.word for token in content.tokens]
    found: dict[tuple[Field, str], Stated] = {}
    for phrase, first, end in _longest(fields.find(words)):
        side = _side(content, words, phrase, first)
        if side:
            found.setdefault((phrase.field, side), _state(content, phrase.field, side, (first, end)))
    return tuple(one for (field, side), one in found.items() if (field, _OTHER[side]) not in found)


_OTHER = {"+": "-", "-": "+"}


def _longest(found: Iterator[tuple[Phrase, int, int]]) -> list[tuple[Phrase, int, int]]:
    """Of phrases of one field that lie in each other, the longest: "cleared of" is no "cleared"."""
    kept: list[tuple[Phrase, int, int]] = []
    for phrase, first, end in sorted(found, key=lambda one: (one[1] - one[2], one[1])):
        if not any(p.field == phrase.field and f < end and first < e for p, f, e in kept):
            kept.append((phrase, first, end))
    return kept


def _side(content: Content, words: Sequence[str], phrase: Phrase, first: int) -> str:
    """The side stated, "" for none."""
    start = clause_start(content, first)
    if _CONDITIONAL & set(words[start:first]):
        return ""
    if _SUPPOSED & set(words[max(start, first - _MODAL_REACH) : first]) or _is_wished(words, first):
        return ""
    negations = sum(_negates(words, index) for index in range(max(start, first - _NOT_REACH), first))
    if negations == 0:
        return phrase.side
    return _OTHER[phrase.side] if negations == 1 and "flips" in phrase.field.flags else ""


def clause_start(content: Content, index: int) -> int:
    """The first token of the clause between marks that holds token `index`."""
    clause = content.tokens[index].clause
    while index and content.tokens[index - 1].clause == clause:
        index -= 1
    return index


def _is_wished(words: Sequence[str], first: int) -> bool:
    return first > 1 and words[first - 1] == "to" and words[first - 2] not in _DECIDED | _NOT_TO


def _negates(words: Sequence[str], index: int) -> bool:
    following = words[index + 1] if index + 1 < len(words) else ""
    if words[index] in _NOT_TO:
        return following == "to"
    return (words[index] in _NOT or words[index].endswith(("n't", "n’t"))) and following not in _HARMLESS


def _state(content: Content, field: Field, side: str, place: tuple[int, int]) -> Stated:
    first, end = place
    tokens = content.tokens
    clause = focus.read(content, tokens[first].start, tokens[end - 1].end)
    terms = [term for term in clause.terms if not first <= term.first < end and term.key not in LIGHT]
    near = range(clause_start(content, first), end + LONGEST_GAP)
    return Stated(
        field=field,
        side=side,
        theme=frozenset(term.key for term in terms),
        before=frozenset(term.key for term in terms if term.last <= first),
        near=frozenset(term.key for term in terms if term.first in near or term.last <= first),
        stages=_STAGES & {token.word for token in tokens[near.start : near.stop]},
        leans=bool(PRONOUNS & {token.word for token in tokens[near.start : first]}),
        words=" ".join(token.text for token in tokens[first:end]),
        start=tokens[first].start,
        end=tokens[end - 1].end,
    )

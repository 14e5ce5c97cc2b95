"""What a sentence says was not so: the clause of each negation, what is negated in it and of what. Knows nothing of
other sentences.

"Not one file had left the building" denies that files left; "there are no talks" that there are any; "free of lead"
that there is lead. What is denied only so far, only of the rest ("nobody else") or in a supposition is not read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.steps.comparing import focus
from service.steps.comparing.polarity import LIGHT
from service.steps.comparing.predicates.stated import PRONOUNS, clause_start
from service.steps.vocabulary.content_words import Content, Term

_NOT_VERB = frozenset("not never neither cannot nobody nothing".split())
_NO_THING = frozenset("no none zero".split())
_WITHOUT = frozenset("without".split())
_REFUSING = frozenset("failed fails refused refuses declined declines unable".split())
_NARROWED = frozenset(
    "else other others further more yet longer only just fewer less later earlier least doubt all every".split()
)
_SUPPOSED = frozenset("if whether unless until should may might could would".split())
_UNTIL = frozenset("before until till since".split())
_SO_FAR = re.compile(r"\b(?:so far|to date|as yet|yet)\b")
_AUXILIARIES = frozenset("was were is are be been has have had did do does will would".split())
_COUNTED = frozenset("one a single any".split())
_REACH, _DEED_REACH = 9, 3


@dataclass(frozen=True)
class Denied:
    """`things` and `deed` are what is negated: of "not one file left", file and leave; either may be missing.

    `subject` is whose deed it is, `keys` those of the whole clause with it; `words` stand at `start:end` of the
    article. `leans` where a pronoun stands for the subject.
    """

    things: frozenset[str]
    deed: str
    subject: frozenset[str]
    keys: frozenset[str]
    leans: bool
    words: str
    start: int
    end: int


def read(content: Content) -> tuple[Denied, ...]:
    """What a sentence denies, in order; nothing where it supposes or negates twice in one clause."""
    words = [token.word for token in content.tokens]
    found = [one for index in range(len(words)) if (one := _at(content, words, index))]
    clauses = [one.start for one in found]
    return tuple(one for one in found if clauses.count(one.start) == 1)


def is_negative(word: str) -> bool:
    """Whether a folded word negates, of whatever."""
    return word in _NOT_VERB | _NO_THING | _WITHOUT | {"nor"} or word.endswith(("n't", "n’t"))


def _at(content: Content, words: Sequence[str], cue: int) -> Denied | None:
    start = clause_start(content, cue)
    behind = words[cue + 1 : cue + 4]
    if _NARROWED & set(behind[:2]) or _SUPPOSED & set(words[start:cue]) or not _is_cue(words, cue):
        return None
    if _UNTIL & set(words[cue : cue + _REACH]) or _SO_FAR.search(" ".join(words)):
        return None
    terms = [t for t in _terms(content, cue) if t.key not in LIGHT]
    of_thing = words[cue] in _NO_THING or words[cue] == "free"
    counts = words[cue] == "not" and behind[:1] and behind[0] in _COUNTED
    return _deny(content, cue, terms, is_thing=bool(of_thing or counts))


def _is_cue(words: Sequence[str], cue: int) -> bool:
    word, following = words[cue], words[cue + 1] if cue + 1 < len(words) else ""
    if word in _REFUSING:
        return following == "to"
    if word == "free":
        return following in ("of", "from")
    if word in _WITHOUT:
        # "Without telling anybody" denies a deed; "a week without rain" only says how or how long.
        return following.endswith("ing")
    return is_negative(word)


def _terms(content: Content, cue: int) -> list[Term]:
    clause = content.tokens[cue].clause
    return [t for t in content.terms if cue < t.first <= cue + _REACH and content.tokens[t.first].clause == clause]


def _deny(content: Content, cue: int, terms: Sequence[Term], *, is_thing: bool) -> Denied | None:
    """What is negated behind a cue; None where there is nothing."""
    if not terms or (not is_thing and terms[0].first > cue + _DEED_REACH):
        return None
    deed = _deed(content, cue, terms) if is_thing else terms[0].key
    before = [t for t in terms if t.key != deed] if not deed else terms[: [t.key for t in terms].index(deed)]
    clause = focus.read(content, content.tokens[cue].start, content.tokens[cue].end)
    tokens = content.tokens[cue : terms[-1].last]
    return Denied(
        things=frozenset(t.key for t in before) if is_thing else frozenset(),
        deed=deed,
        subject=frozenset() if is_thing else frozenset(t.key for t in clause.terms if t.last <= cue),
        keys=clause.keys - LIGHT,
        leans=bool(PRONOUNS & {token.word for token in content.tokens[clause_start(content, cue) : cue]}),
        words=" ".join(token.text for token in tokens),
        start=tokens[0].start,
        end=tokens[-1].end,
    )


def _deed(content: Content, cue: int, terms: Sequence[Term]) -> str:
    """The verb of a negated thing: behind an auxiliary, or the first word but one that looks like a past form."""
    for term in terms[1:]:
        between = content.tokens[cue : term.first]
        if any(token.word in _AUXILIARIES for token in between) or content.tokens[term.first].word.endswith("ed"):
            return term.key
    return ""

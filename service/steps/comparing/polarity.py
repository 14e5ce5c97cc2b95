"""Which content words a text negates, and which words mean the opposite of each other. Knows nothing of claims.

A negation counts for the first content word behind it in its clause, no further; what only looks like one ("not only",
"no fewer than") or is doubled, asked or supposed does not count at all.
"""

import re
from collections.abc import Mapping

from service.steps.vocabulary.content_words import Content, Term
from service.steps.vocabulary.stems import stem

_CUES = frozenset("not never no none nobody nothing neither nor cannot hardly barely scarcely".split())
# These negate the verb that follows as "not" does: "failed to arrive", "refuses to be involved".
_REFUSALS = frozenset(
    "failed fails fail refused refuses refuse refusing declined declines decline declining unable yet unwilling "
    "avoided avoids avoid".split()
)
# Behind a cue these make it no negation of the fact: "not only", "no longer" (it was), "no doubt", "not all".
_HARMLESS = frozenset(
    "only just merely necessarily longer doubt wonder less more fewer later earlier matter far all every everyone "
    "everything until because immediately least simply yet clear so".split()
)
_UNREAL = frozenset("if whether unless".split())
# What is not so yet, or not since some day, may have been so before or come to be so.
_SO_FAR = re.compile(r"\b(?:so far|to date|as yet)\b")
_MODALS: Mapping[str, str] = {
    **dict.fromkeys("will would shall won't wouldn't going".split(), "will"),
    **dict.fromkeys("may might could can can't cannot couldn't possibly perhaps".split(), "may"),
    **dict.fromkeys("should must ought shouldn't mustn't".split(), "should"),
}
_CONTRACTION = re.compile(r"n['’]t$")
# Words that two texts may share without speaking of one thing.
LIGHT = frozenset(
    stem(word) for word in "first new other own good great long work way use call put set turn try".split()
)
# How many words may stand between a negation and the content word it negates.
REACH = 5

# Predicates that cannot both hold of one thing at one time. Neither a sequence (arrested, then released) nor two views
# of one event (won, lost).
_OPPOSITES = """
open/shut reopen/shut
rise/fall gain/lose increase/decrease widen/narrow
continue/stop resume/stop
approve/reject accept/reject accept/refuse
support/oppose back/oppose
convict/acquit guilty/innocent guilty/acquit
survive/kill alive/kill
resign/dismiss resign/sack
attend/skip attend/miss attend/boycott
allow/ban permit/ban allow/forbid legal/illegal lawful/unlawful
succeed/fail pass/fail success/failure
confirm/rule-out
male/female
weaken/strengthen
contain/spread
intact/destroy
best/worst greatest/worst
real/fictional
deliberate/accidental
peaceful/violent
stop/proceed postpone/proceed
safe/unsafe
"""


def negated(content: Content) -> frozenset[str]:
    """Keys of the content words that `content` negates; empty when its negations cannot be read with confidence."""
    words = [token.word for token in content.tokens]
    if _UNREAL & set(words) or _SO_FAR.search(" ".join(words)):
        return frozenset()
    heads = [head for index in range(len(words)) if _is_cue(words, index) and (head := _head(content, index))]
    # Two negations on one word take each other back, or belong to different parts: neither is safe to read.
    return frozenset(head for head in heads if heads.count(head) == 1)


def place_of(content: Content, key: str) -> tuple[int, int]:
    """Where the first word with `key` stands, as offsets."""
    term = next(term for term in content.terms if term.key == key)
    return content.tokens[term.first].start, content.tokens[term.last - 1].end


def modality(content: Content) -> frozenset[str]:
    """Which of "will", "may", "should" a text speaks in; empty for plain statements."""
    # "May" with a capital is the month.
    return frozenset(_MODALS[token.word] for token in content.tokens if token.word in _MODALS and token.text != "May")


def opposed(a: Content, b: Content) -> tuple[str, str] | None:
    """The first pair of opposite predicates, one in each text and in that text alone; None if there is none."""
    only_a, only_b = a.stems - b.stems, b.stems - a.stems
    for key in sorted(only_a & _OPPOSED.keys()):
        meant = sorted(_OPPOSED[key] & only_b)
        if meant:
            return key, meant[0]
    return None


def _is_cue(words: list[str], index: int) -> bool:
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if following in _HARMLESS:
        return False
    if word == "without":
        # "Without warning anyone" negates a deed; "without a permit" only says how.
        return following.endswith("ing")
    if word in _REFUSALS:
        return following == "to" or word == "avoided"
    return word in _CUES or bool(_CONTRACTION.search(word))


def _head(content: Content, cue: int) -> str:
    clause = content.tokens[cue].clause
    behind = (t for t in content.terms if cue < t.first <= cue + REACH and content.tokens[t.first].clause == clause)
    return next((term.key for term in behind if _can_head(content, term)), "")


def _can_head(content: Content, term: Term) -> bool:
    """Whether a term can be what is negated: no name, nor "immediately" in "did not immediately reply"."""
    return not term.is_name and not content.tokens[term.first].word.endswith("ly")


def _read_opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _OPPOSITES.split():
        one, other = (stem(word) for word in pair.split("/"))
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {key: frozenset(values) for key, values in found.items()}


_OPPOSED = _read_opposites()

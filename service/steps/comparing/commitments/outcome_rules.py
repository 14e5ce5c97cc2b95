"""How things came out, where the outcomes exclude each other: agreed or broken off, moved out or stayed, one hurt or
many, refunded or not, sober or drunk, heeded or shelved.

Knows nothing of other sentences. Each matter is one that an event has once (outcome_words.py); where several people or
places may differ, the mark is about those the sentence names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.steps.comparing.commitments import actors
from service.steps.comparing.commitments.mark import Mark
from service.steps.comparing.commitments.outcome_words import OUTCOMES, Outcome
from service.steps.vocabulary.content_words import Lexicon

_OLD = re.compile(r"\b(?:ago|last year|years? (?:earlier|before)|previous(?:ly)?|in (?:19|20)\d\d)\b", re.I)
_PATTERNS = tuple((outcome, re.compile(outcome.words, re.I)) for outcome in OUTCOMES)
# Every pattern needs one of these; most sentences have none.
_WORTH_READING = re.compile(
    r"talks|negotiat|summit|delegat|envoy|mediator|sides|clear|evacuat|empt|moved|displac|relocat|nobody|no[ -]one|"
    r"soul|no |not |none|were|hurt|injur|casualty|alive|surviv|dead|died|life|pilot|guard|duty|board|present|limit|"
    r"drunk|drink|intoxic|sober|test|refund|back|complain|wrote|written|consult|asked|hearing|meeting|evidence|learn|heard|"
    r"found out|told|sat in|known|knew|briefed|warning|memo|advice|alarm|alert|recommend|concern|blame|fault|respons|"
    r"cleared|absolv|exonerat|vindicat|abstain|voted|hands",
    re.I,
)


@dataclass(frozen=True)
class _Whom:
    keys: frozenset[str]
    is_loose: bool = False


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """The outcomes a sentence tells as fact."""
    if not _WORTH_READING.search(text):
        return
    is_old = bool(_OLD.search(text))
    for outcome, pattern in _PATTERNS:
        if is_old and not outcome.may_be_old:
            continue
        for match in pattern.finditer(text):
            whom = _whom(text, match, outcome, lexicon)
            if whom and not actors.is_supposed(text, match.start(), match.end()):
                yield _mark(match, outcome, whom)


def _mark(match: re.Match[str], outcome: Outcome, whom: _Whom) -> Mark:
    thing = match.groupdict().get("thing") or ""
    return Mark(
        group=f"outcome {outcome.matter}",
        matter=f"{outcome.matter} {thing.lower()}".strip(),
        type=outcome.type,
        words=match[0],
        start=match.start(),
        end=match.end(),
        side=outcome.side,
        about=whom.keys,
        is_loose=whom.is_loose,
        may_change=outcome.may_change,
    )


def _whom(text: str, match: re.Match[str], outcome: Outcome, lexicon: Lexicon) -> _Whom | None:
    """Whom or what the words are about; None where the sentence does not say and the matter asks for it."""
    if outcome.about == "all":
        return _Whom(frozenset())
    groups = match.groupdict()
    if outcome.about == "nouns":
        stems = lexicon.read(groups.get("place") or text).stems
        return _Whom(stems) if stems else None
    who = groups.get("who")
    keys = actors.read(who, lexicon) if who else actors.before(text, match.start(), lexicon)
    if outcome.about == "actors":
        return _Whom(keys) if keys else None
    names = keys & lexicon.read(who or text).names
    if names or outcome.matter != "warnings":
        return _Whom(names, is_loose=outcome.matter == "warnings") if names else None
    return _Whom(frozenset(), is_loose=True)

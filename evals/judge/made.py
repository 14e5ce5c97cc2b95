"""Labelled pairs made by code from pairs known to agree: one thing changed in one of them makes a contradiction.

The pair agrees in other words, so that the change, not the wording, is what tells: a number, a day or month, a name, a
negation, an opposite, two names that change places. A change of wording alone (a number in digits for one in words)
leaves an agreement. Only what both texts say is changed: else the change might part them in nothing. Two speakers may
say one thing, so a change of speaker makes no contradiction and is not made. Deterministic: what is changed follows
from the text's hash.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from evals.judge.labelled import Label, LabelledPair

_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_DIGITS = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})*(?![\w:/-]|[.,]\d)")
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_DAYS = ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()
_MONTHS = ("January February March April May June July August September October November December").split()
_DAY = re.compile(rf"\b({'|'.join(_DAYS)})\b")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
# With the word that follows: it is what is denied.
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|will|could|would|has|have|had) (?!not\b)[a-z]+\b")
_NOT = re.compile(r"\b(?:was|were|is|are|will|could|would|has|have|had) not [a-z]+\b")
_WORD = re.compile(r"[^\W_]+")
_OPPOSITES = (
    ("accepted", "rejected"), ("opened", "closed"), ("rose", "fell"), ("increased", "decreased"), ("won", "lost"),
    ("before", "after"), ("first", "last"), ("more", "less"), ("north", "south"), ("east", "west"), ("began", "ended"),
    ("arrived", "left"), ("survived", "died"), ("supported", "opposed"), ("allowed", "banned"), ("bought", "sold"),
    ("male", "female"), ("highest", "lowest"), ("morning", "evening"), ("approved", "blocked"), ("all", "none"),
    ("safe", "dangerous"), ("legal", "illegal"), ("confirmed", "denied"), ("joined", "left"), ("early", "late"),
)  # fmt: skip
_OPPOSITE = {one: other for pair in _OPPOSITES for one, other in (pair, pair[::-1])}
_OPPOSED = re.compile(rf"\b({'|'.join(_OPPOSITE)})\b")
_LOWER_CALENDAR = frozenset(word.lower() for word in (*_DAYS, *_MONTHS))
# Nearer together two names are mostly one: "Maid of Corran".
APART = 3
# For every pair that agrees so many contradictions at most.
MOST = 2


def make(agreeing: Sequence[LabelledPair]) -> Iterator[LabelledPair]:
    """What can be made of `agreeing`; a made pair stays in its source's group."""
    names = sorted({match[0] for pair in agreeing for match in _NAME.finditer(pair.b)} - {*_DAYS, *_MONTHS})
    for pair in agreeing:
        seed = int(hashlib.sha256(f"{pair.a}\n{pair.b}".encode()).hexdigest(), 16)
        changed = [(kind, text) for kind, text in _changes(pair, seed, names) if text != pair.b]
        start = seed % max(1, len(changed))
        for kind, text in (changed[start:] + changed[:start])[:MOST]:
            yield _labelled(pair, text, "contradicts", kind)
        reworded = _reword(pair.b)
        if reworded != pair.b:
            yield _labelled(pair, reworded, "agrees", "wording")


def _labelled(pair: LabelledPair, text: str, label: Label, kind: str) -> LabelledPair:
    return replace(pair, b=text, label=label, source=f"made: {kind}")


def _changes(pair: LabelledPair, seed: int, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    text, said = pair.b, _words(pair.a)
    yield "number", _once(_DIGITS, text, said, lambda found: _other_number(found, seed))
    yield "number", _once(_NUMBER_WORD, text, said, lambda found: _other_word(found, seed))
    yield "date", _once(_DAY, text, said, lambda found: _other(_DAYS, found, seed))
    yield "date", _once(_MONTH, text, said, lambda found: _other(_MONTHS, found, seed))
    yield "name", _once(_NAME, text, said - _LOWER_CALENDAR, lambda found: _other(names, found, seed))
    yield "negation", _once(_NOT, text, said, lambda found: found.replace(" not ", " "))
    if not _NOT.search(text):
        yield "negation", _once(_AUXILIARY, text, said, lambda found: found.replace(" ", " not ", 1))
    yield "opposite", _once(_OPPOSED, text, said, _OPPOSITE.__getitem__)
    yield "roles", _exchanged(text, said)


def _words(text: str) -> frozenset[str]:
    """The words of a text, numbers also in the other writing."""
    words = {word.lower() for word in _WORD.findall(text)}
    in_words = {_WORDS[int(word) - 2] for word in words if word.isdecimal() and 2 <= int(word) < 2 + len(_WORDS)}
    return frozenset(words | in_words | {str(_WORDS.index(word) + 2) for word in words if word in _WORDS})


def _once(pattern: re.Pattern[str], text: str, said: frozenset[str], change: Callable[[str], str]) -> str:
    """`text` with the first match changed whose last word the other text says too; as it was where there is none."""
    chosen = next((one for one in pattern.finditer(text) if _WORD.findall(one[0])[-1].lower() in said), None)
    return f"{text[: chosen.start()]}{change(chosen[0])}{text[chosen.end() :]}" if chosen else text


def _other_number(found: str, seed: int) -> str:
    value = int(found.replace(",", ""))
    # Years and small counts move by a little, as in the news; others by a share.
    step = 1 + seed % 7 if value < 60 or 1800 < value < 2100 else max(2, value * (10 + seed % 50) // 100)
    changed = value + step if seed % 2 or value <= step else value - step
    return f"{changed:,}" if "," in found else str(changed)


def _other_word(found: str, seed: int) -> str:
    place = _WORDS.index(found.lower())
    other = _WORDS[(place + 1 + seed % 5) % len(_WORDS)]
    return other.capitalize() if found[0].isupper() else other


def _other(listed: Sequence[str], found: str, seed: int) -> str:
    others = [one for one in listed if one not in found and found not in one and len(one.split()) == len(found.split())]
    return others[seed % len(others)] if others else found


def _exchanged(text: str, said: frozenset[str]) -> str:
    """The first two names that both texts say change places."""
    named = said - _LOWER_CALENDAR
    found = [one for one in _NAME.finditer(text) if one[0].split()[-1].lower() in named]
    if len(found) < 2 or found[0][0] == found[1][0] or len(text[found[0].end() : found[1].start()].split()) < APART:
        return text
    one, other = found[0], found[1]
    return f"{text[: one.start()]}{other[0]}{text[one.end() : other.start()]}{one[0]}{text[other.end() :]}"


def _reword(text: str) -> str:
    """The first small number in digits for the one in words, or the other way round."""
    digits = next(
        (one for one in _DIGITS.finditer(text) if one[0].isdigit() and 2 <= int(one[0]) < 2 + len(_WORDS)), None
    )
    if digits:
        return f"{text[: digits.start()]}{_WORDS[int(digits[0]) - 2]}{text[digits.end() :]}"
    word = _NUMBER_WORD.search(text)
    return f"{text[: word.start()]}{_WORDS.index(word[0].lower()) + 2}{text[word.end() :]}" if word else text

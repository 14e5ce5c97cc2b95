"""Who a sentence names as having done what one alone can have done. Knows nothing of other sentences.

The doer of a deed is named before it, or behind "by", "to", "of" and the like; whom it is done to is not read. What is
denied, supposed or wished is no deed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.steps.comparing.predicates import phrases
from service.steps.comparing.predicates.deed_words import ALONE, DEED_WORDS
from service.steps.comparing.predicates.denied import is_negative
from service.steps.comparing.predicates.phrases import Parts
from service.steps.vocabulary.content_words import Content, Term

_LINKS = frozenset("by to of from as".split())
_NOUN_LINKS = frozenset("by from was is were".split())
_PASSIVE = frozenset("was were been being is are".split())
_BESIDE = frozenset("in at near outside on against over into across off of to from with".split())
_THE = frozenset("the a an his her its their".split())
_SUPPOSED = frozenset("if whether may might could would should not never hoped wants hopes plans".split())
# How far in front of a deed, and behind it, its doer may be named.
_BEFORE, _BEHIND, _REACH = 14, 8, 4


@dataclass(frozen=True)
class Deed:
    """`doers` are keys of names; `rest` what else the sentence tells; `words` stand at `start:end` of the article."""

    name: str
    doers: frozenset[str]
    rest: frozenset[str]
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class _Entry:
    """A phrase of the lexicon; `where` its doer stands: "<" before, ">" behind, "=" on either side."""

    name: str
    is_once: bool
    where: str
    parts: Parts


def read(content: Content) -> tuple[Deed, ...]:
    """The deeds with a doer, in order."""
    words = [token.word for token in content.tokens]
    return tuple(deed for entry, first, end in _find(words) if (deed := _deed(content, entry, first, end)))


def _find(words: Sequence[str]) -> Iterator[tuple[_Entry, int, int]]:
    is_one = bool(ALONE & set(words)) or {"without", "help"} <= set(words)
    for first, word in enumerate(words):
        for entry in _BY_FIRST.get(word, ()):
            end = phrases.end(words, first, entry.parts)
            if end and (is_one or not entry.is_once):
                yield entry, first, end


def _deed(content: Content, entry: _Entry, first: int, end: int) -> Deed | None:
    words = [token.word for token in content.tokens]
    around = words[max(0, first - _REACH) : first]
    if _SUPPOSED & set(around) or any(map(is_negative, around)):
        return None
    doers = frozenset(term.key for term in _doers(content, entry, (first, end)))
    rest = content.keys - doers
    start, stop = content.tokens[first].start, content.tokens[end - 1].end
    text = " ".join(token.text for token in content.tokens[first:end])
    return Deed(entry.name, doers, rest, text, start, stop) if doers else None


def _doers(content: Content, entry: _Entry, place: tuple[int, int]) -> list[Term]:
    """The names where the doer of the deed at `place` stands; of passives the other way round."""
    first, end = place
    words = [token.word for token in content.tokens]
    names = [t for t in content.terms if t.is_name]
    before = _run([t for t in names if first - _BEFORE <= t.first < first and not _is_beside(words, t.first)])
    is_verb = len(entry.parts[0] or ()) > 1 and not words[first].endswith("ing")
    is_passive = is_verb and bool(_PASSIVE & set(words[max(0, first - 2) : first]))
    if entry.where == "=":
        link = _link(words, end, _NOUN_LINKS)
        return [t for t in names if link < t.first <= link + _BEHIND] if link else before
    if entry.where == ">" and words[end - 1] not in _LINKS:
        return before if is_passive else [t for t in names if end <= t.first <= end + _BEHIND]
    link = end - 1 if entry.where == ">" else _link(words, end, frozenset({"by"})) if is_passive else None
    if link is None:
        return [] if is_passive else before
    return [t for t in names if link < t.first <= link + _BEHIND]


def _is_beside(words: Sequence[str], place: int) -> bool:
    """Whether a name is only where, against whom or of what: "in the Arle canal"."""
    before = words[max(0, place - 2) : place]
    return bool(before) and before[-1] in _BESIDE or len(before) == 2 and before[0] in _BESIDE and before[1] in _THE


def _link(words: Sequence[str], end: int, links: frozenset[str]) -> int | None:
    return next((i for i in range(end, min(end + _BEHIND, len(words))) if words[i] in links), None)


def _run(names: Sequence[Term]) -> list[Term]:
    """The last of `names` with those right before it: first name and surname."""
    run = list(names[-1:])
    for name in reversed(names[:-1]):
        if name.last != run[0].first:
            break
        run.insert(0, name)
    return run


def _read() -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    name, is_once = "", False
    for line in DEED_WORDS.strip().splitlines():
        if not line.startswith(" "):
            name, flag = line.split(":")
            is_once = bool(flag.strip())
            continue
        for phrase in line.split():
            where = phrase[0] if phrase[0] in ">=" else "<"
            parts = phrases.parse(phrase.lstrip(">="))
            for form in parts[0] or ():
                found.setdefault(form, []).append(_Entry(name, is_once, where, parts))
    return found


_BY_FIRST = _read()

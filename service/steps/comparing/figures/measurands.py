"""What the figures of a sentence measure, in words: the counted noun, the deed told of it, the words and names around.

Knows no other article. A figure that is a part, an age, a plan, a past value or only describes what follows measures
nothing that another paper's figure could be held against.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.models import Figure, ReadArticle
from service.steps import figures
from service.steps.comparing import focus
from service.steps.comparing.figures import deed_classes, rates, scopes, shares, stated_values
from service.steps.comparing.figures.framed_figures import LONGEST_SENTENCE
from service.steps.comparing.figures.scopes import Scope
from service.steps.comparing.figures.stated_values import TIMES
from service.steps.comparing.tellings import Tellings
from service.steps.measuring import nouns
from service.steps.vocabulary import concepts
from service.steps.vocabulary.content_words import Content
from service.steps.vocabulary.stems import stem

_ROLES = frozenset({"headline", "teaser", "body"})
# Where a clause ends for the figure in it; before a time or a length of time "after" and the like only say how it lies.
_END = re.compile(
    r"[;:](?!\d)|\s[-–—]\s|, (?:and|or|but)\b|, (?=\w+ing\b)|"
    r"\b(?:when|after|before|because|while|but|although|though|as|since|until|where|if|than|whereas|which|who|whom|"
    r"whose|that)\b",
    re.I,
)
_NEXT_PART = re.compile(r"[,(]|\b(?:and|or|plus)\b", re.I)
_NOUN_BEFORE = re.compile(
    r"\b(?:(?:number|total|tally|count) (?:of )?(?:[\w-]+ ){0,2}?(?P<noun>\w+s|people|dead|injured|killed)\b|"
    r"(?P<toll>(?:death )?toll)\b)"
    r"[^,;:]{0,60}\b(?:at|to|reached|totalled|stands|stood|is|was|of)(?: \w+){0,2} ?$",
    re.I,
)
# A comma ends what a time is told of, unless the day goes on behind it.
_COMMA = re.compile(r",(?! (?:on |at |the )?(?:[A-Z]|\d|about|around|shortly|just|early|late))")
_BESIDE = re.compile(r",? ?(?:the |on |of |at |in |night |morning |afternoon |evening )*,? ?", re.I)
# Over so long, not only this time: "in the fifteen years he has been running", "so far".
_CUMULATIVE = re.compile(
    r"\b(?:in|over|during|for|through) (?:the |his |her |its |their |all |these )?(?:past |last )?(?:[\w-]+ )?"
    r"(?:years|decades|seasons)\b|\b(?:so far|in total|to date|lifetime|career|over the years)\b",
    re.I,
)
_STAGE = re.compile(
    r"\b(?:first|second|third|fourth|opening|initial|original|improved|revised|better|new|final|latest|previous|earlier|"
    r"later|further|extra|additional|provisional|interim|preliminary)\b",
    re.I,
)


_PARTS_OF_DAY = frozenset(stem(word) for word in "night morning evening afternoon dawn early late".split())


@dataclass(frozen=True)
class Measurand:
    """A figure, with offsets of its article, and what tells what it measures.

    `near` is the content of its clause and its subject, `whole` that of its sentence; `deeds` are classes of
    deed_classes.py, `matters` those of concepts.py, `beside` the content words next to the figure, of which its verb
    mostly is one; `per` is over how many seconds it is counted, `stage` which of several it is ("the first offer").
    """

    figure: Figure
    sentence: int
    near: Content
    whole: Content
    deeds: frozenset[str]
    beside: frozenset[str]
    matters: frozenset[str]
    scope: Scope
    per: float | None
    stage: frozenset[str]
    is_cumulative: bool
    is_beside_count: bool
    clause: str
    sentence_text: str

    @property
    def is_time(self) -> bool:
        """Whether it says when, not how much."""
        return self.figure.kind in TIMES


@dataclass(frozen=True)
class _Line:
    """A sentence with its place in the article and its content."""

    text: str
    offset: int
    index: int
    content: Content


def read(read: ReadArticle, tellings: Tellings) -> tuple[Measurand, ...]:
    """All that the figures of an article measure, in order; read once an article."""
    return tellings.keep(("measurands", read.article.id), lambda: _read_article(read, tellings))


def _read_article(read: ReadArticle, tellings: Tellings) -> tuple[Measurand, ...]:
    told = [index for index, sentence in enumerate(read.sentences) if sentence.role in _ROLES]
    return tuple(one for index in told for one in _read_sentence(read, index, tellings))


def _read_sentence(read: ReadArticle, index: int, tellings: Tellings) -> list[Measurand]:
    text, offset = read.sentence_text(index), read.sentences[index].start
    if len(text) > LONGEST_SENTENCE:
        return []
    found = _figures(text, read.article.published_at)
    line = _Line(text, offset, index, tellings.contents_in(read.article.id)[index])
    measured = []
    for place, figure in enumerate(found):
        rivals = [other for other in found if other is not figure and _are_rivals(figure, other, text)]
        start, end = _window(text, figure, rivals)
        if stated_values.holds(figure, text, (start, end)):
            measured.append(_measurand(found[place], (start, end), line))
    counts = [one for one in measured if one.figure.kind in ("count", "percent")]
    return [replace(one, is_beside_count=bool(counts)) for one in measured]


def _figures(text: str, published_at: datetime | date | None) -> list[Figure]:
    """The figures of a sentence and the shares told in words; a share takes the place of the numbers in it."""
    told = shares.find(text)
    found = figures.find(text, published_at=published_at)
    apart = [one for one in found if not any(share.start < one.end and one.start < share.end for share in told)]
    return sorted([*told, *(_with_noun(one, text) for one in apart)], key=lambda figure: figure.start)


def _with_noun(figure: Figure, text: str) -> Figure:
    """A count without a noun behind it may have one before it: "the number of homes without power rose to 40"."""
    before = _NOUN_BEFORE.search(text[: figure.start]) if figure.kind == "count" and not figure.noun else None
    if before is None:
        return figure
    noun = "dead" if before["toll"] or before["noun"].lower() == "killed" else nouns.lemma(before["noun"].lower())
    return figure.model_copy(update={"noun": noun})


def _are_rivals(figure: Figure, other: Figure, text: str) -> bool:
    """Whether a figure may take the other's words; not "Friday, February 13", which is one day told twice."""
    if figure.kind in TIMES and other.kind in TIMES:
        first, second = sorted((figure, other), key=lambda one: one.start)
        return not _BESIDE.fullmatch(text[first.end : second.start])
    return figure.kind == other.kind


def _window(text: str, figure: Figure, rivals: Sequence[Figure]) -> tuple[int, int]:
    """The stretch of the sentence that tells of the figure: its clause, up to the next figures of its kind."""
    before = [other.end for other in rivals if other.end <= figure.start]
    behind = [other.start for other in rivals if other.start >= figure.end]
    start, end = max(before, default=0), min(behind, default=len(text))
    if before:
        start = max([start, *(start + cut.end() for cut in _NEXT_PART.finditer(text[start : figure.start]))])
    if behind:
        cut = _NEXT_PART.search(text[figure.end : end])
        end = figure.end + cut.start() if cut else end
    reach = 0 if figure.kind not in TIMES | {"duration"} else 12
    opener = [start + cut.end() for cut in _END.finditer(text[start : max(start, figure.start - reach)])]
    if figure.kind in TIMES:
        opener += [cut.end() for cut in _COMMA.finditer(text) if start <= cut.start() < figure.start]
    closer = _END.search(text[figure.end : end])
    end = figure.end + closer.start() if closer else end
    comma = _COMMA.search(text[figure.end : end]) if figure.kind in TIMES else None
    return max([start, *opener]), figure.end + comma.start() if comma else end


def _measurand(figure: Figure, window: tuple[int, int], line: _Line) -> Measurand:
    (start, end), text, offset, content = window, line.text, line.offset, line.content
    clause = focus.read(content, offset + figure.start, offset + figure.end)
    near = content.within(offset + start, offset + end)
    keys = {(term.first, term.key) for term in near.terms}
    near = Content(content.tokens, (*near.terms, *(t for t in clause.terms if (t.first, t.key) not in keys)))
    counted = frozenset({stem(word) for word in figure.noun.split()} | {stem(f"{figure.noun}s")}) - {""}
    inside = range(offset + figure.start, offset + figure.end)
    kept = [term for term in near.terms if near.tokens[term.first].start not in inside]
    tokens = [token for token in content.tokens if offset + start <= token.start < offset + end]
    told = [token.word for token in tokens if stem(token.word) not in counted]
    return Measurand(
        figure=figure.model_copy(update={"start": offset + figure.start, "end": offset + figure.end}),
        sentence=line.index,
        near=Content(near.tokens, tuple(term for term in kept if term.key not in counted)),
        whole=content,
        deeds=deed_classes.read(told) | _deeds_of_unit(figure),
        beside=_beside(near, offset + figure.start, offset + figure.end, counted),
        matters=concepts.of_tokens(tokens),
        scope=scopes.read(text),
        per=rates.read(text, figure),
        is_beside_count=False,
        is_cumulative=bool(_CUMULATIVE.search(text[start:end])),
        clause=text[start:end],
        sentence_text=text,
        stage=frozenset(match[0].lower() for match in _STAGE.finditer(text[start:end])),
    )


def _beside(near: Content, start: int, end: int, counted: frozenset[str]) -> frozenset[str]:
    """The last content word before a figure and the first behind it, less what is counted and names."""
    words = [term for term in near.terms if not term.is_name and term.key not in counted | _PARTS_OF_DAY]
    before = [term.key for term in words if near.tokens[term.first].end <= start]
    behind = [term.key for term in words if near.tokens[term.first].start >= end]
    return frozenset(before[-1:] + behind[:1])


def _deeds_of_unit(figure: Figure) -> frozenset[str]:
    """A length an hour is a speed, whatever verb stands beside it."""
    return frozenset({"speed"}) if figure.kind == "length" and figure.noun.startswith("per ") else frozenset()

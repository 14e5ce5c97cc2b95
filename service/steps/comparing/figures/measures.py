"""What a figure of a claim measures: how many dead or hurt, of whom; what a sum or a share is of. Knows no other claim.

Two figures are of one matter only where these agree: "12 killed and 30 injured" holds two measures, not two tolls.
"""

import re
from dataclasses import replace
from datetime import date

from service.models import Figure
from service.steps.comparing.figures import rates
from service.steps.comparing.figures.measure import Measure
from service.steps.comparing.french import measures as french
from service.steps.comparing.tellings import Telling
from service.steps.vocabulary import languages
from service.steps.vocabulary.content_words import Content
from service.steps.vocabulary.stems import stem

# What befalls people, by the key of its words; a count of it is a toll, which grows as news comes in.
_FATES = frozenset(
    stem(word)
    for word in "kill injure missing arrest displace evacuate rescue hospitalise hospitalize infect trap abduct".split()
)
# The counted noun as figures.py gives it where no person is named: "26 were killed".
_FATE_OF_NOUN = {
    noun: stem(fate)
    for noun, fate in {
        "dead": "kill",
        "death": "kill",
        "fatality": "kill",
        "injured": "injure",
        "casualty": "injure",
        "missing": "missing",
        "arrested": "arrest",
        "displaced": "displace",
    }.items()
}
_ANYONE = frozenset({"", "people", "person", "victim", "resident", "others"})
# Words before a figure that may hold its verb: "killing at least 12", "the death toll rose to 26".
_BEFORE_REACH = 12
_NOBODY = frozenset({"nobody", "none"})
_NO_WHAT = frozenset("one people person casualties injuries deaths fatalities".split())
# Supposed, asked or not known: no toll of none.
_UNREAL = frozenset("if whether unless until could may might would".split())
_NONE_REACH = 7
_PART = re.compile(r" ?of (?:them|those|these|whom|which|the (?!\d))\b", re.I)


def read(telling: Telling) -> tuple[Measure, ...]:
    """The measures of a claim's figures, in order, and of "nobody was hurt", which is a toll of none."""
    return telling.keep("measures", lambda: _read(telling))


def _read(telling: Telling) -> tuple[Measure, ...]:
    found = telling.claim.figures
    sentence = telling.read.sentences[telling.claim.sentence]
    text = telling.read.sentence_text(telling.claim.sentence)
    if languages.of(telling.read.article) == "fr":
        return french.read(found, telling.placed, text, sentence.start)
    told = tuple(
        replace(
            _measure(telling.placed, found, index),
            per=rates.read(text, figure, sentence.start),
            is_part=bool(_PART.match(text[max(0, figure.end - sentence.start) :])),
        )
        for index, figure in enumerate(found)
    )
    return told + _tolls_of_none(telling.placed, {measure.fate for measure in told})


def as_year(figure: Figure) -> Figure:
    """A date that states its year, as that year; anything else as it is."""
    if figure.kind != "date" or figure.low is None or figure.high is None:
        return figure
    first, last = (date.fromordinal(int(end)).year for end in (figure.low, figure.high))
    if first != last or str(first) not in figure.text:
        return figure
    return figure.model_copy(update={"kind": "year", "low": float(first), "high": float(first)})


def _tolls_of_none(content: Content, told: set[str]) -> tuple[Measure, ...]:
    """A toll of none for every fate that befell nobody and has no figure of its own."""
    found: dict[str, Measure] = {}
    for index, token in enumerate(content.tokens):
        following = content.tokens[index + 1 : index + 1 + _NONE_REACH]
        is_none = token.word in _NOBODY or (token.word == "no" and bool(following) and following[0].word in _NO_WHAT)
        if not is_none or _UNREAL & {word.word for word in content.tokens}:
            continue
        fates = [key for word in following if word.clause == token.clause and (key := stem(word.word)) in _FATES]
        for fate in [fate for fate in fates[:1] if fate not in told]:
            figure = Figure(
                text=token.text, start=token.start, end=token.end, kind="count", low=0.0, high=0.0, noun=fate
            )
            found[fate] = Measure(figure, fate, "", frozenset(fates))
    return tuple(found.values())


def _measure(content: Content, figures: tuple[Figure, ...], index: int) -> Measure:
    figure = figures[index]
    floor = figures[index - 1].end if index else 0
    ceiling = figures[index + 1].start if index + 1 < len(figures) else None
    clause = _clause_of(content, figure)
    before = _run_before(content, figure, floor, clause)
    after = _run_after(content, figure, ceiling, clause)
    fate = _fate(figure, before[-_BEFORE_REACH:], after) if figure.kind == "count" else ""
    counted = "" if figure.noun in _ANYONE or figure.noun in _FATE_OF_NOUN else figure.noun
    around = frozenset(key for word in [*before, *after] if (key := stem(word)))
    return Measure(figure, fate, counted or ("people" if figure.noun in _ANYONE - {""} and not fate else ""), around)


def _clause_of(content: Content, figure: Figure) -> int:
    return next((t.clause for t in content.tokens if t.end > figure.start), 0)


def _run_before(content: Content, figure: Figure, floor: int, clause: int) -> list[str]:
    """The words before a figure in its clause, from the last "and" or figure on."""
    words: list[str] = []
    for token in content.tokens:
        if floor <= token.start and token.end <= figure.start and token.clause == clause:
            words = [] if token.word in ("and", "but", "while") else [*words, token.word]
    return words


def _run_after(content: Content, figure: Figure, ceiling: int | None, clause: int) -> list[str]:
    """The words behind a figure in its clause, up to the next figure."""
    behind = (token for token in content.tokens if token.start >= figure.end and token.clause == clause)
    return [token.word for token in behind if ceiling is None or token.end <= ceiling]


def _fate(figure: Figure, before: list[str], after: list[str]) -> str:
    fates = [key for word in reversed(before) if (key := stem(word)) in _FATES]
    fates += [key for word in after if (key := stem(word)) in _FATES]
    fates += [stem("kill")] if "toll" in before else []
    return next(iter(fates), _FATE_OF_NOUN.get(figure.noun, ""))


def middle(figure: Figure) -> float:
    """The middle of what a figure may be; the end it has where the other is open, 0 where both are."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0

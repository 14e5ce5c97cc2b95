"""What a figure of a French claim measures, and over which area, time or population. Knows no other claim.

As measures.py: "12 morts" and "12 personnes ont été tuées" are one toll, "12 blessés" another.
"""

import re
from collections.abc import Sequence

from service.models import Figure
from service.steps.comparing.figures.measure import Measure
from service.steps.vocabulary.content_words import Content
from service.steps.vocabulary.french_words import stem
from service.steps.vocabulary.lexemes import Lexeme, fold_word

# What befalls people, by the key of its words; a count of it is a toll, which grows as news comes in.
_FATES = frozenset(
    stem(word) for word in "mort blesse disparu arrete evacue hospitalise deplace sinistre relogee".split()
)
_ANYONE = frozenset({"", "personne", "autre personne"})
_BREAKS = frozenset("et mais tandis dont".split())
_BEFORE_REACH = 6
_NONE = frozenset("aucun aucune nul nulle".split())
_UNREAL = frozenset("si pourrait pourraient aurait auraient serait seraient".split())
_RATE = re.compile(r"[^,.;:]{0,30}?\bpar (heure|jour|semaine|mois|an|année)\b", re.I)
_RATES = {
    "heure": 3600.0,
    "jour": 86400.0,
    "semaine": 604800.0,
    "mois": 2629800.0,
    "an": 31557600.0,
    "année": 31557600.0,
}
_PART = re.compile(r" ?d['’]entre (?:eux|elles)", re.I)
# "35 infirmières de nuit" are some of the nurses; "habitants de Lorvin" says where.
_KIND = re.compile(r"\s(?:de |d['’])?[\w-]+ (?:de |d['’])(?!la |l['’]|ce)([a-zà-ÿ]+)")
_PART_BEFORE = frozenset({"dont", "parmi"})
_SCOPE = re.compile(
    r"\b(?:au total|en tout|national[es]?|dans (?:tout )?le pays|régional[es]?|dans la région|département(?:al[es]?)?|"
    r"dans l['’]agglomération|dans la ville|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|"
    r"novembre|décembre)|(?:premier|deuxième|second|troisième|quatrième) (?:trimestre|semestre)|cette année|"
    r"l['’](?:an|année) dernière?|depuis (?:le début|janvier|\d{4})|en \d{4}|en moyenne|chaque (?:jour|mois|année)|"
    r"dont|parmi|femmes?|hommes?|enfants?|mineurs?)\b",
    re.I,
)


def read(figures: tuple[Figure, ...], content: Content, sentence: str, start: int) -> tuple[Measure, ...]:
    """The measures of a claim's figures, in order; `sentence` begins at `start` of the article."""
    told = tuple(
        _measure(figures, index, content, sentence[max(0, figures[index].end - start) :])
        for index in range(len(figures))
    )
    return told + _tolls_of_none(content, {measure.fate for measure in told})


def scopes(sentence: str) -> frozenset[str]:
    """The words of a sentence that say over what it counts; two sentences with other ones may count two things."""
    return frozenset(match[0].casefold() for match in _SCOPE.finditer(sentence))


def _measure(figures: tuple[Figure, ...], index: int, content: Content, behind: str) -> Measure:
    figure = figures[index]
    floor = figures[index - 1].end if index else 0
    ceiling = figures[index + 1].start if index + 1 < len(figures) else None
    before, after = _run_before(content, figure, floor), _run_after(content, figure, ceiling)
    noun = fold_word(figure.noun)
    fate = _fate(noun, before[-_BEFORE_REACH:], after) if figure.kind == "count" else ""
    counted = "" if noun in _ANYONE or stem(noun) in _FATES else noun
    of_kind = _KIND.match(behind) if counted else None
    counted = f"{counted} {fold_word(of_kind[1])}" if of_kind else counted
    rate = _RATE.match(behind)
    return Measure(
        figure=figure,
        fate=fate,
        counted=counted or ("personne" if noun in _ANYONE - {""} and not fate else ""),
        around=frozenset(key for word in [*before, *after] if (key := stem(word))),
        per=_RATES[rate[1].lower()] if rate else None,
        is_part=bool(_PART.match(behind)) or noun.startswith("autre ") or _is_among(content, figure),
    )


def _is_among(content: Content, figure: Figure) -> bool:
    """Whether it counts some of those told of before: "12 blessés, dont trois enfants"."""
    before = [token.word for token in content.tokens if token.end <= figure.start]
    return bool(before) and before[-1] in _PART_BEFORE


def _fate(noun: str, before: Sequence[str], after: Sequence[str]) -> str:
    if stem(noun) in _FATES:
        return stem(noun)
    fates = [key for word in after if (key := stem(word)) in _FATES]
    fates += [key for word in reversed(before) if (key := stem(word)) in _FATES]
    return next(iter(fates), "")


def _clause(content: Content, figure: Figure) -> int:
    return next((t.clause for t in content.tokens if t.end > figure.start), 0)


def _run_before(content: Content, figure: Figure, floor: int) -> list[str]:
    """The words before a figure in its clause, from the last "et" or figure on."""
    words: list[str] = []
    for token in content.tokens:
        if floor <= token.start and token.end <= figure.start and token.clause == _clause(content, figure):
            words = [] if token.word in _BREAKS else [*words, token.word]
    return words


def _run_after(content: Content, figure: Figure, ceiling: int | None) -> list[str]:
    clause = _clause(content, figure)
    behind = (token for token in content.tokens if token.start >= figure.end and token.clause == clause)
    return [token.word for token in behind if ceiling is None or token.end <= ceiling]


def _tolls_of_none(content: Content, told: set[str]) -> tuple[Measure, ...]:
    """A toll of none for every fate of which there is none: "aucun blessé", "n'a fait aucune victime"."""
    found: dict[str, Measure] = {}
    if _UNREAL & {word.word for word in content.tokens}:
        return ()
    for index, token in enumerate(content.tokens[:-1]):
        fate = stem(content.tokens[index + 1].word)
        if token.word in _NONE and fate in _FATES - told:
            found[fate] = Measure(_none(token, fate), fate, "", frozenset({fate}))
    return tuple(found.values())


def _none(token: Lexeme, fate: str) -> Figure:
    return Figure(
        text=token.text, start=token.start, end=token.end, kind="count", low=0.0, high=0.0, noun=fate, language="fr"
    )

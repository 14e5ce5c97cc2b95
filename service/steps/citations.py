"""Checks a summary sentence against what it cites. Knows nothing of how the sentence was written.

Errs towards refusing: a sentence that fails is shown to the desk with its reason, never in the summary. After
worldmonitor's gates (peers.md §2): names and numbers of a sentence must stand in what that sentence cites.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.models import Claim, ReadArticle
from service.report_models import RefusalReason
from service.steps.extracting import fidelity
from service.steps.vocabulary import loaded_words, namesakes
from service.steps.vocabulary.folding import fold, words

# The share of a sentence's own content words that must stand, by their first letters, in what it cites.
SUPPORTED = 0.5
STEM = 5
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_MARKS = re.compile(r"[\"']")
# Naming the speaker as the subject of what is said does not yet say that it is only said.
_REPORTING = frozenset("said says say saying told according stated statement announced added reported".split())
_NOT_DISTINCT = frozenset("the new of a an and".split())


def distinct_speakers(names: Iterable[str]) -> tuple[str, ...]:
    """`names` without those that name somebody already named."""
    distinct: list[str] = []
    for name in names:
        if all(namesakes.relate(name, known) != "same" for known in distinct):
            distinct.append(name)
    return tuple(distinct)


@dataclass(frozen=True)
class Side:
    """The claims of one position, with the article each stands in."""

    claims: tuple[tuple[Claim, ReadArticle], ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The names of its articles, each once, in order."""
        return tuple(dict.fromkeys(article.article.name for _, article in self.claims))

    @property
    def shortest(self) -> Claim:
        """The claim with the fewest words to quote."""
        return min((claim for claim, _ in self.claims), key=lambda claim: (len(claim.quote), claim.id))

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of its speakers, in order; one speaker under two names counts once."""
        return distinct_speakers(claim.speaker.name for claim, _ in self.claims if claim.speaker)


@dataclass(frozen=True)
class Cited:
    """One finding a sentence cites. `is_parted`: its sides do not say the same, and every one must be given;
    `over_figures`: they part over a figure, so that each side's own must be given too.
    """

    sides: tuple[Side, ...]
    is_parted: bool = False
    over_figures: bool = False


def check(text: str, cited: Sequence[Cited]) -> RefusalReason | None:
    """The first reason to refuse `text`, or None. `cited` are the findings it cites, at least one."""
    sides = [side for finding in cited for side in finding.sides]
    pairs = [pair for side in sides for pair in side.claims]
    credited = _credited(text, pairs)
    source = _source(credited)
    checks: tuple[tuple[RefusalReason, bool], ...] = (
        ("loaded_wording", bool(loaded_words.outside_quotation_marks(text))),
        ("quote_in_no_article", not _quotes_stand_in(text, source)),
        ("number_mismatch", not fidelity.numbers(text) <= fidelity.numbers(_own_words(credited))),
        ("name_mismatch", not fidelity.names(text) <= frozenset(_bare_words(source))),
        ("negation_mismatch", _negation_differs(text, [claim for claim, _ in pairs], cited)),
        ("one_sided", any(finding.is_parted and not _gives_all_sides(text, finding) for finding in cited)),
        ("speaker_missing", not all(_names_source(text, finding) for finding in cited)),
        ("unsupported", _support(text, source) < SUPPORTED),
    )
    return next((reason for reason, fails in checks if fails), None)


def _credited(text: str, pairs: Sequence[tuple[Claim, ReadArticle]]) -> Sequence[tuple[Claim, ReadArticle]]:
    """Those of the papers that `text` names; all where it names none. What one paper reports is not another's word."""
    named = [pair for pair in pairs if _names_any(text, (pair[1].article.name,))]
    return named or pairs


def _source(pairs: Sequence[tuple[Claim, ReadArticle]]) -> str:
    """Everything a sentence resting on `pairs` may use: their sentences, wording, speakers and outlets."""
    lines = [
        " ".join(
            [
                article.sentence_text(claim.sentence),
                claim.quote,
                claim.text,
                claim.speaker.name if claim.speaker else "",
                article.article.name,
                *(link.speaker or "" for link in claim.attribution),
            ]
        )
        for claim, article in pairs
    ]
    return " ".join(dict.fromkeys(lines))


def _own_words(pairs: Sequence[tuple[Claim, ReadArticle]]) -> str:
    """What the cited claims themselves say: a number beside them in their sentence is not cited."""
    return " ".join(f"{claim.quote} {claim.text} {article.article.name}" for claim, article in pairs)


def _quotes_stand_in(text: str, source: str) -> bool:
    plain = _without_marks(source)
    quotes = [part for match in _QUOTED.findall(text) for part in re.split(r"…|\.\.\.", match[0] or match[1])]
    return all(_without_marks(quote) in plain for quote in quotes)


def _without_marks(text: str) -> str:
    """Folded, without any quotation mark: a quotation inside a quotation changes its marks."""
    return " ".join(_MARKS.sub("", fold(text).text).split()).strip(" .,;:!?")


def _negation_differs(text: str, claims: Sequence[Claim], cited: Sequence[Cited]) -> bool:
    negated = [fidelity.is_negated(claim.text) or claim.stance in ("denies", "does_not_confirm") for claim in claims]
    if fidelity.is_negated(_QUOTED.sub(" ", text)) and not any(negated):
        return True
    is_plain = not any(finding.is_parted for finding in cited)
    return is_plain and all(negated) and not fidelity.is_negated(text)


def _gives_all_sides(text: str, finding: Cited) -> bool:
    if not all(_names_any(text, (*side.outlets, *side.speakers)) for side in finding.sides):
        return False
    told = fidelity.numbers(text)
    return not finding.over_figures or all(not own or own & told for own in _own_numbers(finding.sides))


def _own_numbers(sides: Sequence[Side]) -> list[frozenset[str]]:
    """The numbers that each side has and no other."""
    numbers = [fidelity.numbers(_own_words(side.claims)) for side in sides]
    return [ours - frozenset[str]().union(*numbers[:at], *numbers[at + 1 :]) for at, ours in enumerate(numbers)]


def _names_source(text: str, finding: Cited) -> bool:
    """Whether reported speech names its speaker, and what one paper alone says names that paper or its speaker."""
    claims = [claim for side in finding.sides for claim, _ in side.claims]
    outlets = {name for side in finding.sides for name in side.outlets}
    speakers = [name for side in finding.sides for name in side.speakers]
    if all(claim.voice == "source" for claim in claims):
        return _names_any(text, speakers or sorted(outlets)) and bool(_REPORTING & set(words(text)))
    return len(outlets) > 1 or _names_any(text, (*outlets, *speakers))


def _names_any(text: str, names: Sequence[str]) -> bool:
    """Whether `text` holds the last distinct word of any of `names`."""
    said = set(_bare_words(text))
    return any(bool(distinct) and distinct[-1] in said for distinct in (_distinct(name) for name in names))


def _distinct(name: str) -> list[str]:
    return [word for word in _bare_words(name) if word not in _NOT_DISTINCT]


def _bare_words(text: str) -> list[str]:
    return [part for word in words(text) for part in (word.removesuffix("'s"), *word.split("-"))]


def _support(text: str, source: str) -> float:
    """The share of content words of `text` whose first letters stand in `source`; 1 where it has none."""
    known = {word[:STEM] for word in _bare_words(source)}
    content = [word for word in words(text) if len(word) >= STEM]
    return sum(word[:STEM] in known for word in content) / len(content) if content else 1.0

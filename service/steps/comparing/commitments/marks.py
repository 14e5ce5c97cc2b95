"""What single sentences commit an article to: a cause, a name in a unique part, a state, that there was none, a side.

Knows nothing of how it is found out; each family of marks reads its own (cause_rules.py and its neighbours). Two marks
of one matter clash whatever else the sentences say, so they are compared even where no other word is shared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from service.models import Claim, ConflictType, ReadArticle
from service.steps.comparing.commitments import (
    cause_rules,
    deed_rules,
    fate_rules,
    identity_rules,
    none_rules,
    outcome_rules,
    place_rules,
    state_rules,
)
from service.steps.comparing.commitments.mark import Mark
from service.steps.comparing.tellings import Telling, Tellings

# Of marks of one matter only the first of an article are compared: bounds the work on any input.
MOST_A_MATTER = 4
# No sentence of news is longer; what is may be meant to cost time.
LONGEST = 600
# A claim tells a mark where it holds so much of its words.
MOSTLY = 0.6
WHOLLY = 0.8
_IN_FULL = ("deed ", "outcome ")
_FAMILIES = (
    cause_rules.read,
    identity_rules.read,
    state_rules.read,
    fate_rules.read,
    none_rules.read,
    place_rules.read,
    deed_rules.read,
    outcome_rules.read,
)


@dataclass(frozen=True)
class Clash:
    """Two marks that cannot both be right."""

    ours: Mark
    theirs: Mark

    @property
    def type(self) -> ConflictType:
        """What they part over."""
        return self.ours.type


def of(read: ReadArticle, tellings: Tellings) -> tuple[Mark, ...]:
    """All marks of an article, in reading order; read once an article."""
    return tellings.keep(("marks", read.article.id), lambda: tuple(_read(read, tellings)))


def of_claim(telling: Telling, tellings: Tellings) -> tuple[Mark, ...]:
    """The marks that stand in a claim's words, or in those its sentence says beside a single claim."""
    return telling.keep("marks", lambda: _of_claim(telling, tellings))


def _of_claim(telling: Telling, tellings: Tellings) -> tuple[Mark, ...]:
    read, sentence = telling.read, telling.claim.sentence
    inside = tellings.keep(("marks by sentence", read.article.id), lambda: _by_sentence(of(read, tellings)))[sentence]
    if not inside:
        return ()
    claims = tellings.keep(("claims a sentence", read.article.id), lambda: Counter(c.sentence for c in read.claims))
    is_alone = claims[sentence] == 1
    return tuple(m for m in inside if _holds(telling.claim, m) >= _least(m, is_alone=is_alone))


def _by_sentence(marks: Sequence[Mark]) -> defaultdict[int, list[Mark]]:
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.sentence].append(mark)
    return found


def _holds(claim: Claim, mark: Mark) -> float:
    return sum(_shared(span.start, span.end, mark) for span in claim.spans) / (mark.end - mark.start)


def _least(mark: Mark, *, is_alone: bool) -> float:
    """How much of a mark a claim must hold: of a deed nearly all, as the doer and the deed are nothing apart."""
    if mark.group.startswith(_IN_FULL):
        return WHOLLY
    return 0.0 if is_alone else MOSTLY


def clash(a: Telling, b: Telling, tellings: Tellings) -> Clash | None:
    """The first clash between the marks of two claims."""
    for x, y in product(of_claim(a, tellings), of_claim(b, tellings)):
        if x.clashes_with(y):
            return Clash(x, y)
    return None


def gives(read: ReadArticle, version: Mark, tellings: Tellings) -> bool:
    """Whether an article also says somewhere what `version` of another article says."""
    return any(mark.agrees_with(version) for mark in of(read, tellings))


def clashing(articles: Sequence[ReadArticle], tellings: Tellings) -> Iterator[tuple[str, str]]:
    """Ids of claims of two articles whose marks clash."""
    by_matter: defaultdict[str, list[tuple[int, str, Mark]]] = defaultdict(list)
    for number, read in enumerate(articles):
        for claim in read.claims:
            for mark in of_claim(tellings.of(claim), tellings):
                by_matter[mark.group].append((number, claim.id, mark))
    for listed in by_matter.values():
        yield from _clashing(_some_of_each(listed))


def _clashing(listed: Sequence[tuple[int, str, Mark]]) -> Iterator[tuple[str, str]]:
    for index, (number, one, x) in enumerate(listed):
        for other_number, other, y in listed[index + 1 :]:
            if number != other_number and x.clashes_with(y):
                yield one, other


def _some_of_each(listed: Sequence[tuple[int, str, Mark]]) -> list[tuple[int, str, Mark]]:
    kept: list[tuple[int, str, Mark]] = []
    counts: defaultdict[int, int] = defaultdict(int)
    for entry in listed:
        counts[entry[0]] += 1
        if counts[entry[0]] <= MOST_A_MATTER:
            kept.append(entry)
    return kept


def _shared(start: int, end: int, mark: Mark) -> int:
    return max(0, min(end, mark.end) - max(start, mark.start))


def _read(read: ReadArticle, tellings: Tellings) -> list[Mark]:
    found: list[Mark] = []
    for index, sentence in enumerate(read.sentences):
        if sentence.role == "body" and sentence.end - sentence.start <= LONGEST:
            text = read.sentence_text(index)
            for family in _FAMILIES:
                marks = family(text, tellings.lexicon)
                found += [mark.at(index, sentence.start, read.article.published_at) for mark in marks]
    return found

"""Conflicts between predicates that exclude each other, told of one thing in whatever words: approved and thrown out,
shut and flowing, insured and lapsed. Knows nothing of figures.

Whose conflict it is follows alignment.settle. `likely` needs one word behind both and clauses that share much.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from service.models import Confidence, ReadArticle
from service.steps.comparing.alignment import may_conflict, on_one_word, times_differ
from service.steps.comparing.predicates import meeting, placing, stated
from service.steps.comparing.predicates.stated import Stated
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings

# Here one side comes before the other: never a contradiction.
_SEQUENCES = frozenset({"follows", "ends"})
# Of the claims of one field only the first of an article are compared: bounds the work on any input.
MOST_A_FIELD = 8


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """The conflict between two claims of two articles, or None."""
    if a.read is b.read or not may_conflict(a, b):
        return None
    pairs = product(of_claim(a, tellings), of_claim(b, tellings))
    rulings = (_judge(a, b, x, y, tellings) for x, y in pairs if x.field == y.field and x.side != y.side)
    return next((ruling for ruling in rulings if ruling), None)


def clashing(articles: Sequence[ReadArticle], tellings: Tellings) -> Iterator[tuple[str, str]]:
    """Ids of claims of two articles that take different sides on one thing."""
    told: defaultdict[str, list[tuple[Telling, Stated]]] = defaultdict(list)
    for read in articles:
        listed = [
            (telling, x)
            for claim in read.claims
            for telling in [tellings.of(claim)]
            for x in of_claim(telling, tellings)
        ]
        for name in {x.field.name for _, x in listed}:
            told[name] += [one for one in listed if one[1].field.name == name][:MOST_A_FIELD]
    for listed in told.values():
        for (a, x), (b, y) in combinations(listed, 2):
            if a.read is not b.read and x.side != y.side and _meet(a, b, x, y, tellings) >= meeting.MAY_MEET:
                yield a.claim.id, b.claim.id


def of_claim(telling: Telling, tellings: Tellings) -> tuple[Stated, ...]:
    """What a claim states; what its sentence states outside of every claim goes to the first of them."""
    return telling.keep("stated", lambda: tuple(placing.of_claim(telling, tellings, "stated", stated.read)))


def _judge(a: Telling, b: Telling, x: Stated, y: Stated, tellings: Tellings) -> Ruling | None:
    score = _meet(a, b, x, y, tellings)
    if score < meeting.MAY_MEET or (a.modality != b.modality and "planned" not in x.field.flags):
        return None
    reason = f"“{x.words}” ({a.name}) and “{y.words}” ({b.name}) exclude each other."
    if _is_news(a, b, x):
        return Ruling("updates", "negation", f"{reason} The later paper may tell a later state.", "possible")
    if x.field.flags & _SEQUENCES:
        return None
    if times_differ(a, b):
        return None
    if _gives(a, y, b, tellings) or _gives(b, x, a, tellings):
        is_theirs = a.stand.is_named and b.stand.is_named and not on_one_word(a, b)
        return Ruling("disputes", "negation", f"{reason} A paper gives both.", "possible") if is_theirs else None
    sure: Confidence = "likely" if on_one_word(a, b) and score >= meeting.MEETS else "possible"
    return Ruling("contradicts", "negation", reason, sure)


def _meet(a: Telling, b: Telling, x: Stated, y: Stated, tellings: Tellings) -> float:
    of_a = meeting.antecedents(a, tellings) if x.leans else frozenset()
    of_b = meeting.antecedents(b, tellings) if y.leans else frozenset()
    if x.stages != y.stages or ("of_person" in x.field.flags and not meeting.shared(x.near | of_a, y.near | of_b)):
        return 0.0
    if "of_subject" in x.field.flags and not meeting.shared(x.before | of_a, y.before | of_b):
        return 0.0
    return meeting.score(a, b, (x.theme | of_a, y.theme | of_b), tellings)


def _is_news(a: Telling, b: Telling, x: Stated) -> bool:
    """Whether the later paper may tell what came to be since the earlier one."""
    if "ends" in x.field.flags:
        done, before = (a, b) if x.side == "+" else (b, a)
        return a.is_apart_from(b) and done.is_later_than(before)
    return bool(x.field.flags & {"changes", "follows"}) and a.is_apart_from(b)


def _gives(one: Telling, version: Stated, other: Telling, tellings: Tellings) -> bool:
    """Whether the article of `one` also states what the claim `other` states as `version`."""
    for claim in one.read.claims:
        telling = tellings.of(claim)
        for x in of_claim(telling, tellings):
            if (x.field, x.side) == (version.field, version.side) and _meet(telling, other, x, version, tellings):
                return True
    return False

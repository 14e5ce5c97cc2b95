"""Conflicts between what one article says was so and what another, or somebody in it, says was not.

Knows nothing of fields or figures. The words negated must be told on the other side, and so must most of what stands
around them. Of two speakers it is a denial, else a negation; whose conflict it is follows alignment.settle.
"""

from collections.abc import Iterator

from service.models import ConflictType
from service.steps.comparing.alignment import may_conflict, on_one_word, times_differ
from service.steps.comparing.predicates import denied, meeting, placing
from service.steps.comparing.predicates.denied import Denied
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary import concepts

# The other side tells so much of the clause, and so many of its words.
COVERED, FEWEST, FEWEST_BESIDE = 0.5, 2, 3


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """The conflict between two claims of two articles, or None."""
    if a.read is b.read or not may_conflict(a, b) or times_differ(a, b) or a.modality != b.modality:
        return None
    return _judge(a, b, tellings) or _judge(b, a, tellings)


def of_claim(telling: Telling, tellings: Tellings) -> tuple[Denied, ...]:
    """What a claim denies."""
    return telling.keep("denied", lambda: tuple(placing.of_claim(telling, tellings, "denied", denied.read)))


def _judge(denying: Telling, affirming: Telling, tellings: Tellings) -> Ruling | None:
    for one in of_claim(denying, tellings):
        if not _affirms(affirming, denying, one, tellings):
            continue
        reason = f"{denying.name} denies (“{one.words}”) what {affirming.name} tells."
        if denying.is_apart_from(affirming):
            return Ruling("updates", "negation", f"{reason} The later paper may tell a later state.", "possible")
        return _settle(denying, affirming, one, reason, tellings)
    return None


def _settle(denying: Telling, affirming: Telling, one: Denied, reason: str, tellings: Tellings) -> Ruling | None:
    one_word = on_one_word(denying, affirming)
    type_: ConflictType = "negation" if one_word else "denial"
    if _denies_too(affirming, one, tellings) or _affirms_too(denying, one, tellings):
        return None if one_word else Ruling("disputes", type_, f"{reason} A paper gives both.", "possible")
    return Ruling("contradicts", type_, reason, "possible")


def _affirms(telling: Telling, denying: Telling, one: Denied, tellings: Tellings) -> bool:
    """Whether the claim tells as so what is denied."""
    content = telling.content
    if any(denied.is_negative(token.word) for token in content.tokens):
        return False
    said = tellings.contents_in(telling.read.article.id)[telling.claim.sentence].keys
    own = meeting.shared(one.keys, said)
    if not one.things <= own or (one.deed and one.deed not in own and not _is_told(one.deed, content.stems, own)):
        return False
    if one.subject and not one.subject & own or one.things and not meeting.shared(one.things, content.keys):
        return False
    meant = meeting.shared(meeting.antecedents(denying, tellings), said) if one.leans else frozenset()
    themes = one.keys | meant, said
    return len(own) >= COVERED * len(one.keys) and meeting.score(denying, telling, themes, tellings) >= meeting.MAY_MEET


def _is_told(deed: str, stems: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a word of the deed's matter is told instead, of nearly the same things."""
    matters = concepts.of_word(deed)
    return len(own) >= FEWEST_BESIDE and any(matters & concepts.of_word(stem) for stem in stems)


def _denies_too(affirming: Telling, one: Denied, tellings: Tellings) -> bool:
    """Whether the affirming article also denies it somewhere."""
    return any(
        one.things == other.things and one.deed == other.deed or len(one.keys & other.keys) >= FEWEST
        for other in _all_denied(affirming, tellings)
    )


def _all_denied(telling: Telling, tellings: Tellings) -> Iterator[Denied]:
    for content in tellings.contents_in(telling.read.article.id):
        yield from denied.read(content)


def _affirms_too(denying: Telling, one: Denied, tellings: Tellings) -> bool:
    """Whether the denying article also tells it as so, in another claim."""
    others = (tellings.of(claim) for claim in denying.read.claims if claim.id != denying.claim.id)
    return any(_affirms(other, denying, one, tellings) for other in others)

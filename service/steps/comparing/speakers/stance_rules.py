"""Conflicts between what speakers are said to hold: one response told in two ways, or two speakers opposed.

Knows nothing of figures or wording. What a speaker holds is never taken for the outlet's own; two speakers who
contradict each other are a dispute wherever an article gives both sides.
"""

import re
from itertools import product

from service.models import Confidence, Stance
from service.steps.comparing.rulings import Ruling, one_line, shared_words
from service.steps.comparing.speakers.parties import may_be_one
from service.steps.comparing.tellings import ANSWERS, Stand, Telling, Tellings

# Saying and denying by one speaker: both topics must nearly be one, or it is two of his statements.
SAME_STATEMENT = 0.5
# Leaving it open in so many words. Others say less ("played down"), or were perhaps said on another occasion
# ("declined to comment" to the one paper, denied to the other).
_PLAIN_REFUSAL = re.compile(r"\b(?:den[yi]|confirm|clarif)|^$", re.I)
_GRAVITY = ("contradicts", "updates", "disputes")
_CONFIDENCES = ("certain", "likely", "possible")
_ASSERTING: frozenset[Stance] = frozenset({"asserts", "alleges"})
_WORDS = {
    "denies": "denying it",
    "does_not_confirm": "leaving it open",
    "asserts": "saying it",
    "alleges": "alleging it",
}


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """The gravest conflict between any stands of the two claims, or None."""
    rulings = [
        ruling
        for x, y in product(a.stands, b.stands)
        if tellings.is_one_matter(x, y) and not _speaks_of_opposites(x, y)
        if (ruling := _judge_stands(a, b, x, y, tellings))
    ]
    return min(rulings, key=_gravity, default=None)


def _gravity(ruling: Ruling) -> tuple[int, int, str]:
    return _GRAVITY.index(ruling.relation), _CONFIDENCES.index(ruling.confidence), ruling.reason


def _judge_stands(a: Telling, b: Telling, x: Stand, y: Stand, tellings: Tellings) -> Ruling | None:
    stances = {x.stance, y.stance}
    is_cross = a.claim.article_id != b.claim.article_id
    one_speaker = x.holder is not None and y.holder is not None and may_be_one(x.holder, y.holder)
    if one_speaker:
        return _told_in_two_ways(a, b, x, y, tellings) if is_cross else None
    if "denies" in stances and stances & _ASSERTING:
        return _opposed_speakers(a, b, x, y, tellings)
    if "does_not_confirm" in stances and stances & _ASSERTING:
        return _opposed_speakers(a, b, x, y, tellings) if _is_denied(x, y, (a, b), tellings) else None
    return None


def _told_in_two_ways(a: Telling, b: Telling, x: Stand, y: Stand, tellings: Tellings) -> Ruling | None:
    stances = {x.stance, y.stance}
    if stances == ANSWERS:
        return _two_accounts(a, b, x, y, tellings)
    says_and_denies = "denies" in stances and bool(stances & _ASSERTING)
    if says_and_denies and tellings.overlap(x, y).least >= SAME_STATEMENT:
        return _two_accounts(a, b, x, y, tellings)
    return None


def _two_accounts(a: Telling, b: Telling, x: Stand, y: Stand, tellings: Tellings) -> Ruling:
    """One speaker's response, told incompatibly; an update where the later paper has the plainer answer."""
    told = [f"{t.name} has {s.name} {_WORDS[s.stance]}{_quoted(s.cue)}" for t, s in ((a, x), (b, y))]
    reason = f"{told[0]}; {told[1]}."
    evidence = _evidence(a, b, x, y, tellings)
    if _answered_later(a, b, x, y):
        return Ruling("updates", "denial", f"{reason} The later paper gives the plainer answer.", "possible", evidence)
    is_plain = all(s.stance != "does_not_confirm" or _PLAIN_REFUSAL.search(s.cue) for s in (x, y))
    confidence: Confidence = "likely" if is_plain else "possible"
    return Ruling("contradicts", "denial", reason, confidence, evidence)


def _answered_later(a: Telling, b: Telling, x: Stand, y: Stand) -> bool:
    if a.published is None or b.published is None or a.published == b.published:
        return False
    later = x if a.published > b.published else y
    earlier = y if later is x else x
    return earlier.stance == "does_not_confirm" and later.stance != "does_not_confirm"


def _opposed_speakers(a: Telling, b: Telling, x: Stand, y: Stand, tellings: Tellings) -> Ruling | None:
    """Somebody (or an outlet itself) asserts what somebody else denies."""
    if any(stand.holder is not None and not stand.is_named for stand in (x, y)):
        return None
    evidence = _evidence(a, b, x, y, tellings)
    reason = f"{_who(a, x)} and {_who(b, y)} are opposed on it"
    if gives_other_side(a, y, x, tellings) or gives_other_side(b, x, y, tellings) or a.read is b.read:
        return Ruling("disputes", "denial", f"{reason}; the conflict is theirs, not the papers’.", "likely", evidence)
    return Ruling("contradicts", "denial", f"{reason}, and neither paper gives the other side.", "possible", evidence)


def gives_other_side(telling: Telling, other: Stand, own: Stand, tellings: Tellings) -> bool:
    """Whether the article of `telling`, whose stand is `own`, also reports somebody like the holder of `other` taking
    the side of `other`."""
    if other.holder is None:
        return False
    wanted = _ASSERTING if other.stance in _ASSERTING else ANSWERS
    return any(
        stand.stance in wanted
        and stand.holder is not None
        and may_be_one(stand.holder, other.holder)
        and (tellings.is_one_matter(stand, own) or tellings.is_one_matter(stand, other))
        for stand in tellings.stands_in(telling.claim.article_id)
    )


def _is_denied(x: Stand, y: Stand, sides: tuple[Telling, Telling], tellings: Tellings) -> bool:
    """Whether whoever does not confirm is said to deny the same matter elsewhere in the two articles.

    Declining to comment on what another says is no dispute.
    """
    silent = x if x.stance == "does_not_confirm" else y
    return any(
        stand.stance == "denies"
        and stand.holder is not None
        and silent.holder is not None
        and may_be_one(stand.holder, silent.holder)
        and tellings.is_one_matter(stand, silent)
        for side in sides
        for stand in tellings.stands_in(side.claim.article_id)
    )


def _speaks_of_opposites(x: Stand, y: Stand) -> bool:
    """Whether one topic negates what the other affirms: denying "did not" is asserting "did"."""
    shared = x.topic.keys & y.topic.keys
    return bool((x.negated ^ y.negated) & shared)


def _quoted(cue: str) -> str:
    return f" (“{one_line(cue)}”)" if cue else ""


def _who(telling: Telling, stand: Stand) -> str:
    return f"{stand.name} ({telling.name})" if stand.name else telling.name


def _evidence(a: Telling, b: Telling, x: Stand, y: Stand, tellings: Tellings) -> tuple[str, ...]:
    stances = [f"{t.name}: “{s.cue}” ({s.stance.replace('_', ' ')})" for t, s in ((a, x), (b, y)) if s.cue]
    words = shared_words(x.topic, tellings.overlap(x, y).shared)
    return (*stances, f"both speak of: {words}")

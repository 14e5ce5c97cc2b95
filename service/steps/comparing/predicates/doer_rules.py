"""Conflicts over who it was: two articles name different doers of one deed, or lay the same words to two speakers.

Knows nothing of figures. Two doers clash where neither article names the other's at all; words are the same where a
quotation stands in both, word for word.
"""

import re
from itertools import product

from service.models import ConflictType
from service.steps.comparing.alignment import may_conflict, on_one_word, times_differ
from service.steps.comparing.predicates import deeds, meeting, placing
from service.steps.comparing.predicates.deeds import Deed
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.speakers.parties import may_be_one
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary.lexemes import cut

_QUOTED = re.compile(r"[“\"]([^“”\"]{8,400})[”\"]|(?<!\w)[‘']([^‘’\"]{8,400}?)[’'](?!\w)")
# A shorter quotation may be anybody's.
FEWEST_QUOTED = 4
_PLAIN_TAGS = frozenset("said says say told added adds".split())


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """The conflict between two claims of two articles, or None."""
    if a.read is b.read or times_differ(a, b):
        return None
    return _same_words(a, b, tellings) or (_same_deed(a, b, tellings) if may_conflict(a, b) else None)


def of_claim(telling: Telling, tellings: Tellings) -> tuple[Deed, ...]:
    """The deeds a claim tells."""
    return telling.keep("deeds", lambda: tuple(placing.of_claim(telling, tellings, "deeds", deeds.read)))


def _same_deed(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    for x, y in product(of_claim(a, tellings), of_claim(b, tellings)):
        if x.name == y.name and _are_two(a, b, x.doers, y.doers, tellings):
            rest = x.rest - meeting.names_of(a, tellings), y.rest - meeting.names_of(b, tellings)
            common = meeting.names_of(a, tellings) & meeting.names_of(b, tellings)
            themes = rest[0] | x.rest & common, rest[1] | y.rest & common
            if meeting.score(a, b, themes, tellings) >= meeting.MAY_MEET:
                reason = f"{a.name} and {b.name} name two who did it (“{x.words}”, “{y.words}”)."
                return _settle(a, b, "identity", reason)
    return None


def _same_words(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    ours, theirs = _quoted(a, tellings), _quoted(b, tellings)
    both = next((x for x in ours for y in theirs if _is_part(x, y) or _is_part(y, x)), None)
    if not both or not _by_two(a, b, tellings):
        return None
    return _settle(a, b, "attribution", f"{a.name} and {b.name} lay the same words to two speakers.")


def _settle(a: Telling, b: Telling, type_: ConflictType, reason: str) -> Ruling:
    return Ruling("contradicts", type_, reason, "likely" if on_one_word(a, b) else "possible")


def _quoted(telling: Telling, tellings: Tellings) -> tuple[tuple[str, ...], ...]:
    """The words of every quotation in a claim's sentence that is long enough."""
    text = telling.read.sentence_text(telling.claim.sentence)
    found = (tuple(token.word for token in cut(m[1] or m[2])) for m in _QUOTED.finditer(text))
    return tuple(words for words in found if len(words) >= FEWEST_QUOTED)


def _is_part(words: tuple[str, ...], of: tuple[str, ...]) -> bool:
    return any(of[i : i + len(words)] == words for i in range(len(of) - len(words) + 1))


def _by_two(a: Telling, b: Telling, tellings: Tellings) -> bool:
    """Whether two are named as speaking: by the speeches, else by the names the sentences do not share.

    Two plain tags ("she said") are a quotation reassigned (quotes.py): a slip of the tag more than two accounts.
    """
    if _is_plainly_tagged(a) and _is_plainly_tagged(b):
        return False
    x, y = a.stand.holder, b.stand.holder
    if x and y and x.persons and y.persons:
        return not may_be_one(x, y) and bool(x.persons - y.persons and y.persons - x.persons)
    names = [x.persons if x and x.persons else _names_in(t, tellings) for t, x in ((a, x), (b, y))]
    return _are_two(a, b, names[0], names[1], tellings)


def _is_plainly_tagged(telling: Telling) -> bool:
    links = telling.claim.attribution
    return bool(links) and links[-1].cue.lower() in _PLAIN_TAGS


def _names_in(telling: Telling, tellings: Tellings) -> frozenset[str]:
    return tellings.contents_in(telling.read.article.id)[telling.claim.sentence].names


def _are_two(a: Telling, b: Telling, ours: frozenset[str], theirs: frozenset[str], tellings: Tellings) -> bool:
    """Whether each side names somebody the other's article does not know, and nobody in common."""
    of_a, of_b = meeting.names_of(a, tellings), meeting.names_of(b, tellings)
    alone_a, alone_b = ours - meeting.shared(ours, of_b), theirs - meeting.shared(theirs, of_a)
    return bool(alone_a and alone_b)

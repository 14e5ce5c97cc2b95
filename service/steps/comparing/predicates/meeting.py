"""How surely two clauses of two articles tell of one thing, from what they share. Knows nothing of what they tell.

Counted are keys: those of both clauses fully, those of one clause that only the rest of the other's sentence has by
half; a name counts for more than a word.
"""

import math
import re

from service.steps.comparing.polarity import LIGHT
from service.steps.comparing.tellings import Telling, Tellings

NAME, WORD, BESIDE = 1.5, 1.0, 0.5
# From here on two clauses may be about one thing, and from there on they likely are.
MAY_MEET, MEETS = 1.6, 3.0
SHARE = 0.3
_LEANS = re.compile(r"\W*(?:he|she|it|they|this|that|his|her|its|their|i|we)\b", re.I)


def score(a: Telling, b: Telling, themes: tuple[frozenset[str], frozenset[str]], tellings: Tellings) -> float:
    """How much the clauses of `a` and `b` with these keys share; 0 where they share little of the shorter one, or
    where each names somebody or something that the other's article does not name at all."""
    ours, theirs = themes
    direct = shared(ours, theirs)
    if len(direct) < SHARE * min(len(ours), len(theirs)) or _names_apart(a, b, themes, tellings):
        return 0.0
    beside = (shared(ours, keys_around(b, tellings)) | shared(theirs, keys_around(a, tellings))) - direct
    names = names_of(a, tellings) | names_of(b, tellings)
    return _weigh(direct, names, tellings) + BESIDE * _weigh(beside, names, tellings) if direct else 0.0


def _weigh(keys: frozenset[str], names: frozenset[str], tellings: Tellings) -> float:
    """What keys count: one in two sentences of all fully, a commoner one less."""
    sentences = math.exp(tellings.lexicon.weigh("")) - 1
    rare = math.log(1 + sentences / 2)
    return sum((NAME if key in names else WORD) * min(1.0, tellings.lexicon.weigh(key) / rare) for key in sorted(keys))


def shared(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The keys of `ours` that `theirs` have too; a people counts for its country."""
    found = ours & theirs
    rest = {key: _land(key) for key in ours - found}
    lands = {_land(key) for key in theirs}
    return (found | {key for key, land in rest.items() if land and land in lands}) - LIGHT


def keys_around(telling: Telling, tellings: Tellings) -> frozenset[str]:
    """All keys of a claim's sentence, and of the one before where the sentence leans on it ("It was ...")."""
    contents, place = tellings.contents_in(telling.read.article.id), telling.claim.sentence
    own = contents[place].keys
    leans = place and _LEANS.match(telling.read.sentence_text(place))
    return own | contents[place - 1].keys if leans else own


def antecedents(telling: Telling, tellings: Tellings) -> frozenset[str]:
    """What a pronoun in the claim may stand for: the sentence's names, who speaks, what the one before tells of."""
    contents, place = tellings.contents_in(telling.read.article.id), telling.claim.sentence
    before = contents[place - 1].keys if place else frozenset()
    holder = telling.stand.holder
    return contents[place].names | before | (holder.persons if holder else frozenset())


def _names_apart(a: Telling, b: Telling, themes: tuple[frozenset[str], frozenset[str]], tellings: Tellings) -> bool:
    ours, theirs = names_of(a, tellings), names_of(b, tellings)
    alone_a = themes[0] & ours - shared(ours, theirs)
    alone_b = themes[1] & theirs - shared(theirs, ours)
    return bool(alone_a and alone_b)


def names_of(telling: Telling, tellings: Tellings) -> frozenset[str]:
    """All names of the article."""
    article_id = telling.read.article.id
    contents = tellings.contents_in(article_id)
    return tellings.keep(("names", article_id), lambda: frozenset(key for one in contents for key in one.names))


def _land(key: str) -> str:
    """What is left of a longer name without the ending of a people or a country; "" for short ones."""
    bare = re.sub(r"(?:ians?|ans?|ns?|ia|ese|ish|a|i)$", "", key)
    return bare if len(bare) >= 4 and len(key) >= 5 else ""

"""Which deeds the words beside a figure tell, so that two wordings of one are known: "put in hospital", "hospitalised".

Knows no figures. The classes are the verbs and their nouns that English news counts and measures with; what befalls
one thing cannot stand for what befalls another, while a class without such rivals only speaks for two figures.
"""

from collections.abc import Iterable
from functools import lru_cache

from service.steps.vocabulary.stems import stem, strip_endings

# One line, one class, named by its first word. A word may belong to several.
_RIVALS = """
die kill dead death fatal fatality toll perish drown murder slain lives deadly claimed
hurt injure injury wound casualty maim treat treated hospital hospitalise hospitalize
ill sick ill infect infection sicken poison symptom vomit case contract
miss missing unaccounted untraced buried vanish
rescue save winch pluck pulled airlift airlifted
evacuate evacuee displace homeless uproot shelter flee fled
arrest detain custody nicked handcuff
charge indict indictment accuse prosecute
sentence jail prison imprison imprisonment sentenced bars
fine penalty fined penalise
aboard board manifest passenger
attend crowd gather rally audience spectator march marcher throng attendance
buy sell sale price purchase bid takeover acquire worth deal auction fetch valuation value
cost bill estimate price pricetag
damage harm
fund invest grant donate donation raise pledge subsidy aid investment
wage salary earn
profit surplus
revenue turnover takings
debt owe deficit shortfall
rise increase climb jump raise hike higher dearer
fall drop decline cut lower reduce shrink slump cheaper
lead ahead margin majority
unemployment jobless
inflation
turnout
lasting lasted long linger took spent
delay late overdue
speed drive clock travel mph doing race
wind gust storm gale
tall height high
deep depth
wide width
away distance
spill leak spilt escape pour gush seep
steal rob loot theft heist haul
destroy gut raze burn flatten level
cull slaughter
cancel scrap ground
close shut closure
open reopen reopening
begin began begun start erupt launch commence outbreak
end finish conclude
happen occur struck strike derail crash collide capsize sink sank explode collapse derailment explosion quake
born birth
arrive arrival land touchdown
leave depart departure
return
resign resignation quit
meet meeting summit
found establish
build erect construct
marry wed wedding
employ workforce staff
dismiss redundancy redundant axe layoff
hire recruit recruitment create
produce output produce
weigh weight
vote ballot
supply power electricity blackout
seize confiscate
plant sow
score goal
fire fired shot round
eat ate eaten
lay egg
win won
sign signature petition
refund repay compensation compensate
lend loan borrow
recall
find found discover unearth dug
live inhabit inhabitant resident population home
"""
_PHRASES = {
    "laid off": "dismiss", "let go": "dismiss", "job cut": "dismiss", "behind bars": "sentence", "set up": "found",
    "called off": "cancel", "broke out": "begin", "put down": "cull", "drawn down": "fall", "come down": "fall",
    "passed away": "die", "lost lives": "die", "taken ill": "ill", "took part": "attend", "turned out": "attend",
    "lost homes": "evacuate", "without power": "supply", "ahead of": "lead", "shot dead": "die",
    "ran for": "lasting", "on for": "lasting",
    "putting up": "rise", "put up": "rise", "going up": "rise", "went up": "rise", "met his": "die", "met her": "die",
    "went on": "lasting", "kept in": "lasting", "sat on": "lasting", "burned down": "destroy", "on board": "aboard",
    "set fire": "begin", "comes into": "begin", "into force": "begin", "take effect": "begin", "took effect": "begin",
}  # fmt: skip


# These are mostly something else: "the last bus", "at sea level", "the head of the board".
_NO_DEEDS = frozenset("last level head board lot fair long ground charge lives high doing".split())


@lru_cache(maxsize=20_000)
def of_word(word: str) -> frozenset[str]:
    """The classes of a folded word; none for most words."""
    if word in _NO_DEEDS:
        return frozenset()
    return _BY_KEY.get(word) or _BY_KEY.get(stem(word) or strip_endings(word), frozenset())


def read(words: Iterable[str]) -> frozenset[str]:
    """The classes of the words, and of pairs of neighbours, in lower case."""
    told = list(words)
    pairs = (f"{one} {other}" for one, other in zip(told, told[1:], strict=False))
    found = {one for word in told for one in of_word(word)}
    return frozenset(found | {_PHRASES[pair] for pair in pairs if pair in _PHRASES})


def _read_classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _RIVALS.strip().splitlines():
        name, *words = line.split()
        for word in (name, *words):
            for key in {word, stem(word) or strip_endings(word)}:
                found.setdefault(key, set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


_BY_KEY = _read_classes()


def differ(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether the words beside each of two figures tell a deed that those beside the other do not: twelve taken to
    hospital, 212 aboard."""
    x, y = (frozenset(deed for word in words for deed in of_word(word)) for words in (ours, theirs))
    return bool(x - y and y - x)

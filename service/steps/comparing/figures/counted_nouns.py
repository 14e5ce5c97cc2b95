"""Whether two counted nouns can stand for one lot of things: of one meaning, or one the general word.

Knows no figures and no sentences.
"""

from functools import lru_cache
from typing import Literal

from service.steps.vocabulary.stems import stem

Likeness = Literal["same", "general", "unknown", "other"]

# One sort in several words. One line, one sort.
_SORTS = """
passenger traveller traveler rider commuter
worker employee staff job post position workforce personnel
fan spectator supporter onlooker audience concertgoer
guest visitor tourist holidaymaker
resident villager inhabitant local townspeople
student pupil schoolchild
soldier troop serviceman
officer policeman police
firefighter fireman
prisoner inmate convict detainee
protester demonstrator marcher campaigner
migrant refugee
patient
child boy girl youngster kid teenager minor
home house household property dwelling flat apartment
customer
car vehicle
lorry truck
ship vessel boat
plane aircraft jet airliner
carriage coach wagon car railcar
shop store outlet branch
vote ballot
worshipper
animal head livestock
cow cattle
bird chicken turkey hen fowl
painting picture canvas work artwork
bullet shot round
tonne ton
copy book
ticket seat
case infection
blaze fire
strike raid airstrike
tree
dead death fatality
injured injury casualty
"""
_SORT_OF: dict[str, frozenset[str]] = {}
for _line in _SORTS.strip().splitlines():
    for _word in _line.split():
        _SORT_OF[_word] = _SORT_OF.get(_word, frozenset()) | {_line.split()[0]}
_PEOPLE = frozenset(
    {"people", "person", "others", "victim", "man", "woman", "soul", "adult", "dead", "death", "fatality", "injured"}
    | {"injury", "casualty", "missing", "arrested", "displaced", "body", "life", "survivor", "arrest"}
)
_OF_PEOPLE = frozenset("man woman person crew child boy girl police staff youth baby relative mother father".split())
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "ant", "ent", "ger", "cian", "goer")
_NO_PERSON = frozenset(
    "number container tanker letter corner river tower power water meter litre liter metre centre computer helicopter "
    "trailer shelter paper newspaper order offer border server sensor motor factor sector floor door reactor tractor "
    "plant tent event payment agreement document apartment statement incident accident moment percent cent parliament "
    "department settlement instrument continent degree tree fee committee dinner summer winter layer chapter poster "
    "quarter shower counter copper finger folder freighter cruiser digger burger charter cluster "
    "error mirror doctor's monument investment element amendment experiment treatment shipment appointment tenement "
    "basement segment component restaurant elephant crater boulder glacier flower printer scooter speaker".split()
)


@lru_cache(maxsize=20_000)
def is_person(noun: str) -> bool:
    """Whether a noun, in the singular, names people."""
    head = noun.split(" ")[-1]
    if head in _PEOPLE or head in _OF_PEOPLE:
        return True
    sort = _SORT_OF.get(head, frozenset())
    return head not in _NO_PERSON and (head.endswith(_PERSON_ENDINGS) or bool(sort & _PERSON_SORTS))


_PERSON_SORTS = frozenset(
    "passenger worker fan guest resident student soldier officer prisoner migrant patient child customer".split()
)


def is_anyone(noun: str) -> bool:
    """Whether a noun stands for people of whatever sort."""
    return noun in _PEOPLE


def compare(one: str, other: str) -> Likeness:
    """How two counted nouns in the singular are alike; "" is not known."""
    if not one or not other:
        return "unknown"
    one, other = one.split(" ")[-1], other.split(" ")[-1]
    if one == other or stem(one) == stem(other) or _SORT_OF.get(one, frozenset()) & _SORT_OF.get(other, frozenset()):
        return "same"
    if one in _PEOPLE or other in _PEOPLE:
        return "general" if is_person(one) and is_person(other) else "other"
    return "other"

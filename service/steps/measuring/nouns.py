"""Finds what a number counts: "26 Iraqi soldiers were killed" counts "soldier". Knows no grammar beyond plurals.

The first plural behind the number, in lower case and singular ("people" stands for person and persons); a word of
harm where there is no plural ("26 were killed": "dead"); else "", which compares with nothing. A count of others
("another 40 people") gets "other people", since it adds to a number rather than giving it.
"""

import re

from service.steps.measuring.tokens import Tokens

# How many words may stand between a number and the noun it counts.
REACH = 4
_SINGULARS = {
    "people": "people", "persons": "people", "person": "people", "men": "man", "women": "woman", "children": "child",
    "policemen": "policeman", "servicemen": "serviceman", "gunmen": "gunman", "fishermen": "fisherman", "feet": "foot",
    "lives": "life", "wives": "wife", "knives": "knife", "thieves": "thief", "halves": "half", "police": "police",
    "personnel": "personnel", "staff": "staff", "crew": "crew", "aircraft": "aircraft", "spacecraft": "spacecraft",
    "cattle": "cattle", "sheep": "sheep", "criteria": "criterion", "buses": "bus", "viruses": "virus", "media": "media",
    "congressmen": "congressman", "spokesmen": "spokesman", "militiamen": "militiaman", "crises": "crisis",
}  # fmt: skip
# Words of one person or thing: the only nouns a bare "one" is a number before.
_SINGLES = frozenset(
    "person man woman child boy girl soldier officer policeman policewoman civilian guard worker passenger pilot "
    "student teacher journalist reporter doctor victim suspect attacker gunman protester demonstrator militant rebel "
    "bomber hostage prisoner resident villager fighter death casualty injury arrest vehicle car truck bus plane "
    "helicopter tank boat ship building house bomb rocket missile village town city country state seat vote".split()
)
_HARM = {
    word: harm
    for harm, words in (
        ("dead", "dead killed died deaths fatalities killing kills"),
        ("injured", "injured wounded hurt injuring wounding injuries injures wounds"),
        ("missing", "missing"),
        ("arrested", "arrested detained arresting detaining arrests detains"),
        ("displaced", "displaced displacing displaces"),
    )
    for word in words.split()
}
_AUXILIARIES = frozenset("were was are is have had has been be being of them".split())
_OTHERS = frozenset("more other further additional extra".split())
_BEFORE_OTHERS = frozenset("another further additional other".split())
# Scripts without spaces: the counter or noun is the first character behind the digits.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_STOPS = frozenset(
    "a an the this that these those and or but nor so yet if as at by for from in into of on onto over under to with "
    "without within after before during while since until than then when where which who whom whose what why how is "
    "are was were be been being am has have had do does did will would can could may might must shall should not no "
    "it its he she they we you i his her their our your my him us me says said ago later earlier each per about "
    "around against between because through across near off out up down there here also including plus minus versus "
    "vs via".split()
)
_DETERMINERS = frozenset("the these those its their his her our".split())
_NOT_PLURAL = frozenset("previous various serious religious famous afterwards towards perhaps always sometimes".split())


def find(tokens: Tokens, start: int, end: int) -> str:
    """What the number in tokens `start:end` counts, as a singular in lower case; "" if nothing shows it."""
    place = _skip_partitive(tokens, end)
    if tokens.at(place).lower == "others":
        return "others"
    adds = tokens.at(start - 1).lower in _BEFORE_OTHERS
    if tokens.at(place).lower in _OTHERS:
        place, adds = place + 1, True
    noun = _plural(tokens, place) or _single(tokens, place) or _harm(tokens, start, place)
    return f"other {noun}" if noun and adds else noun


def has_plural(tokens: Tokens, end: int) -> bool:
    """Whether a plural follows close behind a number that ends before token `end`."""
    return bool(_plural(tokens, _skip_partitive(tokens, end)))


def is_unspaced(character: str) -> bool:
    """Whether `character` belongs to a script that parts no words."""
    return bool(_UNSPACED.match(character))


def counts_one(tokens: Tokens, place: int) -> bool:
    """Whether the "one" before token `place` is a number: a single person or thing follows."""
    first, second = tokens.at(place), tokens.at(place + 1)
    return first.lower in _SINGLES or (first.is_word and first.lower not in _STOPS and second.lower in _SINGLES)


def singular_at(tokens: Tokens, place: int) -> str:
    """The word at `place` as a noun, for ordinals ("third attack") and compounds ("26-member"); "" if it is none."""
    token = tokens.at(place)
    is_noun = token.is_word and token.lower not in _STOPS and tokens.gap(place) <= 1
    return lemma(token.lower) if is_noun else ""


def lemma(word: str) -> str:
    """The singular of a lower-case plural, by spelling alone."""
    word = word.removesuffix("'s").removesuffix("'")
    if word in _SINGULARS:
        return _SINGULARS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if _is_plural(word) else word


def _skip_partitive(tokens: Tokens, place: int) -> int:
    """Past the "of the" in "dozens of the soldiers"."""
    if not tokens.follow(place, "of"):
        return place
    place += 1
    while tokens.at(place).lower in _DETERMINERS:
        place += 1
    return place


def _plural(tokens: Tokens, place: int) -> str:
    """The first plural from `place` on, before any word or sign that ends the noun phrase."""
    shape = ""
    if tokens.at(place).text == "-" and tokens.gap(place) == 0:
        return singular_at(tokens, place + 1)
    for token in tokens[place : place + REACH]:
        if not token.is_word or token.lower in _STOPS:
            return ""
        if is_unspaced(token.text[0]):
            return token.text[0]
        if token.lower in _SINGULARS or _is_plural(token.lower):
            return shape + lemma(token.lower)
        shape = f"{token.lower} " if token.lower in ("square", "cubic") else shape
    return ""


def _is_plural(word: str) -> bool:
    bare = word.removesuffix("'s")
    return len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")) and bare not in _NOT_PLURAL


def _single(tokens: Tokens, place: int) -> str:
    """The noun of "one person", "1 Iraqi soldier"."""
    if tokens.at(place - 1).lower not in ("one", "1"):
        return ""
    return next((lemma(token.lower) for token in tokens[place : place + 2] if token.lower in _SINGLES), "")


def _harm(tokens: Tokens, start: int, place: int) -> str:
    """The harm a number without a noun counts: "killing 26", "26 dead", "26 were wounded"."""
    before = _HARM.get(tokens.at(start - 1).lower, "")
    for token in tokens[place : place + REACH]:
        if token.lower not in _AUXILIARIES:
            return _HARM.get(token.lower, before)
    return before

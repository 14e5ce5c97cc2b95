"""Tells finite verbs from participles and nouns by form and neighbours. Knows no subjects and no clauses.

There is no tagger behind it: "burned" before "the hall" is a verb, "built" before "in 1920" may be none. What is not
plain is no verb, since a cut that tears a clause costs more than one that is missed.
"""

from service.steps.reporting.word_classes import (
    ARTICLES,
    BE,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

# Past forms that are no participles.
_ONLY_PAST = frozenset(
    "became began bit blew broke came chose did drank drew drove ate fell flew forbade forgave forgot froze gave grew"
    " knew rang rose sang sank saw shook slew spoke sprang stole stank strove swam swore took tore threw undertook"
    " went withdrew woke wore wrote was were had arose awoke fled got ran kept felt stood lay hung left lost".split()
)
# Past forms of verbs that take no object: never a participle that describes a noun after it.
_INTRANSITIVE = frozenset(
    "died escaped survived remained arrived appeared disappeared vanished happened occurred erupted exploded existed"
    " emerged returned lasted lingered belonged consisted agreed resigned succeeded responded reacted apologised"
    " apologized fainted stayed waited worked lived collapsed crashed derailed stopped resumed failed refused".split()
)
# Present forms that are hardly ever nouns.
_PRESENT = frozenset(
    "remains means wants has is does becomes belongs consists contains includes seems employs owns seeks expects"
    " intends keeps provides requires depends exists says goes comes gets makes takes gives knows lies sits stands"
    " serves uses carries holds allows lets lives wishes hopes".split()
)
_PLURAL = frozenset("were are have aren't weren't haven't".split())
_PLURAL_WORDS = frozenset("people police men women children they we you these those others both many most some".split())
_TENSED_PAST = frozenset("was were had did wasn't weren't hadn't didn't could couldn't".split())


def is_plain(words: Words, at: int) -> bool:
    """Whether the word at `at` can only be a finite verb."""
    word, after = words.at(at), words.at(at + 1)
    if not word.is_word or word.is_capital:
        return False
    low = word.low
    if is_auxiliary(low) or low in _ONLY_PAST or low in _INTRANSITIVE or low in _PRESENT:
        return words.low(at - 1) not in ARTICLES - {"this", "those", "these"}
    return is_past(low) and opens_object(words, at + 1) and after.low != "by" and words.low(at - 1) not in DETERMINERS


def is_finite(words: Words, at: int) -> bool:
    """Whether the word at `at` is a finite verb as far as form and neighbours tell."""
    word = words.at(at)
    may_be = word.is_word and not word.is_capital and is_past(word.low) and words.low(at + 1) != "by"
    before = words.low(at - 1)
    return is_plain(words, at) or (may_be and before not in DETERMINERS and before not in PREPOSITIONS)


def is_past_tense(words: Words, at: int) -> bool:
    """Whether the finite verb at `at` tells of the past."""
    low = words.low(at)
    return low in _TENSED_PAST or (not is_auxiliary(low) and is_past(low))


def opens_object(words: Words, at: int) -> bool:
    """Whether a noun phrase begins at `at`: what comes after a verb that is not a participle."""
    word = words.at(at)
    is_led = word.low in DETERMINERS or word.low in OBJECT_PRONOUNS or word.text[:1].isdecimal()
    return word.is_word and (is_led or word.is_capital)


def opens_predicate(words: Words, at: int, verb: int) -> bool:
    """Whether the subject of the clause with the verb at `verb` goes on, after "and", with another one at `at`."""
    while is_adverb(words.low(at)):
        at += 1
    if is_plain(words, at):
        return not (words.low(at) == "had" and is_adverb(words.low(at - 1)))
    return is_finite(words, at) and words.low(verb) not in BE and words.at(at + 1).is_word


def is_plural_auxiliary(words: Words, at: int) -> bool:
    """Whether the verb at `at` shows that its subject is more than one."""
    return words.low(at) in _PLURAL


def agrees(words: Words, start: int, end: int, verb: int) -> bool:
    """Whether the noun phrase `start:end` can be the subject of `verb`: "a passenger were" shows a longer one."""
    head, first = words.low(end - 1), words.low(start)
    is_one = first in ("a", "an", "this", "that", "one", "each", "every", "he", "she", "it")
    is_many = (
        first in _PLURAL_WORDS
        or head in _PLURAL_WORDS
        or any(
            words.low(at).endswith("s") or words.low(at)[:1].isdecimal() or words.low(at) in _PLURAL_WORDS
            for at in range(start, end)
        )
    )
    return words.low(verb) not in _PLURAL or (is_many and not is_one) or not is_one and first not in _SINGULAR_LED


_SINGULAR_LED = frozenset("the his her its their our my your".split())

"""Conflicts that stand in the words: negation, opposite predicates, who did it to whom, cause, place and identity.

Knows nothing of figures or speakers' stances. Each rule asks for nearly the same words around the point of conflict;
a fact told with other words is left alone rather than guessed at.
"""

import re
from collections.abc import Callable

from rapidfuzz.fuzz import ratio

from service.models import ConflictType
from service.steps.comparing import focus, parted_words, polarity
from service.steps.comparing.alignment import Conflict, is_one_fact, meets_in_focus, times_differ
from service.steps.comparing.parted_words import word_for
from service.steps.comparing.predicates import denied
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary.content_words import Content
from service.steps.vocabulary.gazetteer import CAPITALS, COUNTRY_NAMES
from service.steps.vocabulary.stems import stem

_CAUSED = re.compile(
    r"\b(?:caused by|was due to|were due to|triggered by|sparked by|blamed on|cause (?:of [^,.;]{3,60} )?was)\b", re.I
)
_IDENTIFIED = re.compile(r"\b(?:identified|named)(?: by [^,.;]{3,40})? as ((?:[A-Z][\w'’.-]+ ?){1,4})")
_CLAUSE_END = re.compile(r"[,;:.!?()\n]")
_PLACE_BEFORE = frozenset({"in", "at", "near"})
# "No other box was lost" says nothing of the first.
_OF_THE_REST = re.compile(r"\b(?:no|not any|nobody|no one|none|nothing) (?:others?|else|further|more|new)\b", re.I)
# Done by one to the other, once: if A did it to B, B did not do it to A in the same event.
_ONE_WAY = frozenset(
    stem(verb) for verb in "beat beaten defeat defeated overtook overtake succeed replace acquire shot stab".split()
)
_PASSIVE = frozenset("was were is are been being".split())
# Words between a name and the verb, or the verb and a name.
_VERB_REACH = 3
SAME_NAME = 75
# One thing at two places, not two things alike.
FEWEST_BESIDE_PLACE = 3


def find(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """The first conflict of wording between two claims, or None."""
    if times_differ(a, b) or a.modality != b.modality:
        return None
    rules: tuple[Callable[[Telling, Telling, Tellings], Conflict | None], ...] = (
        _negation,
        _opposites,
        _reversal,
        _identity,
        _cause,
        _place,
    )
    return next((conflict for rule in rules if (conflict := rule(a, b, tellings))), None)


def _negation(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """The same words, one of them negated on one side only."""
    parted = parted_words.negated_on_one_side(a, b)
    if not parted:
        return None
    negating, other, head = parted
    if _OF_THE_REST.search(negating.claim.text):
        return None
    if any(head in one.things and one.deed not in {"", *other.content.stems} for one in denied.read(negating.content)):
        # "No passenger was hurt" does not deny passengers.
        return None
    focused = [focus.read(t.content, *polarity.place_of(t.content, head)) for t in (a, b)]
    if not is_one_fact(a.content, b.content, tellings) and not meets_in_focus(focused[0], focused[1], tellings):
        return None
    return parted_words.over_negation(negating, other, head, is_a=negating is a, negated=polarity.negated)


def _opposites(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """The same words around two predicates that cannot both hold."""
    return parted_words.over_opposites(a, b, polarity.opposed(a.content, b.content), tellings)


def _reversal(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """Who did it to whom, told the other way round."""
    deeds_a, deeds_b = _deeds(a.content), _deeds(b.content)
    swapped = [(verb, x, y) for verb, x, y in deeds_a if (verb, y, x) in deeds_b]
    if not swapped or not is_one_fact(a.content, b.content, tellings):
        return None
    verb, doer, other = swapped[0]
    reason = f"{a.name} has it done by “{word_for(a.content, doer)}”, {b.name} by “{word_for(b.content, other)}”."

    def told(first: str, second: str) -> Callable[[Content, str], bool]:
        return lambda content, _: (verb, first, second) in _deeds(content)

    return Conflict("identity", reason, "likely", of_a=told(doer, other), of_b=told(other, doer))


def _identity(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """Somebody "identified as" two names that share no part and are no spellings of each other."""
    found_a, found_b = _IDENTIFIED.search(a.claim.text), _IDENTIFIED.search(b.claim.text)
    if not found_a or not found_b or ratio(found_a[1].casefold(), found_b[1].casefold()) >= SAME_NAME:
        return None
    names_a, names_b = tellings.lexicon.read(found_a[1]).keys, tellings.lexicon.read(found_b[1]).keys
    if not names_a or not names_b or names_a & names_b:
        return None
    if not is_one_fact(a.content, b.content, tellings, apart=names_a | names_b):
        return None
    named = [found[1].strip(" .") for found in (found_a, found_b)]
    reason = f"“{named[0]}” ({a.name}) and “{named[1]}” ({b.name}) are two names."
    return _has_either("identity", reason, names_a, names_b)


def _cause(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """One effect "caused by" two things without a word in common."""
    cause_a, cause_b = _caused_by(a.claim.text, tellings), _caused_by(b.claim.text, tellings)
    if not cause_a or not cause_b or cause_a & cause_b:
        return None
    if not is_one_fact(a.content, b.content, tellings, apart=cause_a | cause_b):
        return None
    reason = f"{a.name} and {b.name} give different causes."
    return _has_either("cause", reason, cause_a, cause_b)


def _place(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """Nearly the same words, at two places neither of which the other's article names at all."""
    place_a, place_b = _places(a.content), _places(b.content)
    if not place_a or not place_b or place_a & place_b or _may_contain(place_a, place_b):
        return None
    if a.negated != b.negated or len(a.content.keys & b.content.keys) < FEWEST_BESIDE_PLACE:
        return None
    if place_a & _all_names(b, tellings) or place_b & _all_names(a, tellings):
        return None
    if not is_one_fact(a.content, b.content, tellings, apart=place_a | place_b):
        return None
    words = [" ".join(word_for(t.content, key) for key in sorted(p)) for t, p in ((a, place_a), (b, place_b))]
    reason = f"{a.name} places it at “{words[0]}”, {b.name} at “{words[1]}”."
    return _has_either("place", reason, place_a, place_b)


def _has_either(type_: ConflictType, reason: str, keys_a: frozenset[str], keys_b: frozenset[str]) -> Conflict:
    return Conflict(
        type_,
        reason,
        # Two causes or two places may both hold after all.
        "possible" if type_ in ("cause", "place") else "likely",
        of_a=lambda content, _: keys_a <= content.keys,
        of_b=lambda content, _: keys_b <= content.keys,
        apart=keys_a | keys_b,
    )


def _deeds(content: Content) -> frozenset[tuple[str, str, str]]:
    """(verb, who did it, to whom) where both are named right beside a verb of one direction."""
    found: set[tuple[str, str, str]] = set()
    terms = content.terms
    for index, term in enumerate(terms[1:-1], 1):
        before, behind = terms[index - 1], terms[index + 1]
        near = term.first - before.last < _VERB_REACH and behind.first - term.last < _VERB_REACH
        if term.key in _ONE_WAY and before.is_name and behind.is_name and near:
            between = {token.word for token in content.tokens[before.last : term.first]}
            passive = bool(between & _PASSIVE) and content.tokens[term.last].word == "by"
            found.add((term.key, behind.key, before.key) if passive else (term.key, before.key, behind.key))
    return frozenset(found)


def _caused_by(text: str, tellings: Tellings) -> frozenset[str]:
    match = _CAUSED.search(text)
    if not match:
        return frozenset()
    end = _CLAUSE_END.search(text, match.end())
    return tellings.lexicon.read(text[match.end() : end.start() if end else len(text)]).keys


def _places(content: Content) -> frozenset[str]:
    """The names behind "in", "at" or "near", when there is one place only."""
    found: list[set[str]] = []
    last = -1
    for term in content.terms:
        if term.is_name and term.first and content.tokens[term.first - 1].word in _PLACE_BEFORE:
            found.append({term.key})
        elif term.is_name and found and term.first == last:
            found[-1].add(term.key)
        last = term.last if term.is_name else -1
    return frozenset(found[0]) if len(found) == 1 else frozenset()


def _may_contain(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one may lie in the other, as far as capitals and countries tell: any country may hold any town."""
    lands = {CAPITALS[key] for key in a | b if key in CAPITALS}
    return bool(lands & (a | b)) or bool(a & COUNTRY_NAMES) != bool(b & COUNTRY_NAMES)


def _all_names(telling: Telling, tellings: Tellings) -> frozenset[str]:
    contents = tellings.contents_in(telling.read.article.id)
    return frozenset(name for content in contents for name in content.names)

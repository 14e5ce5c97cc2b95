"""Says who the words before a cue mean: the fullest name the article gives, or None where that is not clear.

A surname, a role ("the foreign minister"), a body ("the ministry") and a statement ("the statement said") are followed
to the one they stand for; a pronoun only where exactly one fits. Titles are left out of a person's name.
"""

import re
from collections.abc import Sequence

from service.models import Speaker
from service.steps.reporting.name_phrases import trim_name
from service.steps.reporting.organisations import HEADS, Organisations, read_body
from service.steps.reporting.people import TITLES, People, find_runs, name_of, read_role
from service.steps.reporting.subjects import Subject
from service.steps.reporting.word_classes import DETERMINERS, PREPOSITIONS, PRONOUNS
from service.steps.reporting.words import Words

_BRACKETS = re.compile(r"\s*\([^()]*\)")
# What is issued by somebody and speaks for them.
STATEMENTS = frozenset("statement communique communiqué declaration announcement release".split())
# Who may be told of without a name and then be "he" or "she".
_PERSONS = frozenset(
    "passenger neighbour neighbor driver teacher teenager survivor tourist farmer shopper worker employee man woman boy"
    " girl mother father parent son daughter brother sister wife husband nurse pilot guard inmate pupil student"
    " customer villager fan player owner trader organiser organizer investigator firefighter soldier fisherman caller"
    " victim relative friend colleague cyclist walker pensioner".split()
)
_PLURALS = frozenset("police people staff crew men women children media".split())
_ISSUING = frozenset("from by of".split())
_CONTINUING = frozenset("added continued".split())
_ARTICLES = frozenset("the a an this that these those".split())


class Speakers:
    """The speakers of one article, resolved in reading order; remembers who spoke last and who issued a statement."""

    def __init__(self, text: str, sentences: Sequence[Words]) -> None:
        self.text = text
        self.people = People(sentences)
        self.organisations = Organisations(sentences)
        self.last: Speaker | None = None
        self.issuer: str | None = None
        # Where the sentence before the one being read begins: how far back a pronoun may reach.
        self.reach = 0

    def resolve(self, words: Words, subject: Subject, cue: str = "", outer: Speaker | None = None) -> Speaker | None:
        """The speaker that `subject` names, or None for a pronoun or an empty phrase that cannot be resolved.

        `outer` is the speaker whose reported words these are.
        """
        start, end = subject.start, subject.end
        if start >= end:
            return None
        if end - start == 1 and words.low(start) in PRONOUNS:
            name = self._of_outer(words, start, outer) or self._of_pronoun(words, start, cue)
            return self._speaker(words, start, end, name) if name else None
        statement = _find_statement(words, start, end)
        if statement is not None:
            return self._of_statement(words, start, statement, end)
        return self._speaker(words, start, end, self._of_phrase(words, start, end))

    def remember(self, speaker: Speaker | None, *, issues_statement: bool) -> None:
        """Notes who spoke, so that the sentences after it can refer to them."""
        if speaker:
            self.last = speaker
            self.issuer = speaker.name if issues_statement else self.issuer

    def _of_phrase(self, words: Words, start: int, end: int) -> str:
        return (
            self._of_person(words, start, end) or self._of_body(words, start, end) or self._own_words(words, start, end)
        )

    def _of_person(self, words: Words, start: int, end: int) -> str | None:
        phrase = Words(words[start:end])
        if any(word.low in ("and", "or") for word in phrase):
            return None
        head_end = next((at for at in range(1, len(phrase)) if phrase.low(at) in PREPOSITIONS - {"of"}), len(phrase))
        for run in find_runs(phrase):
            if run.end == head_end and not phrase[run.end - 1].is_possessive and _leads_up(phrase, run.start):
                return self.people.full_name(name_of(phrase, run))
        if phrase.low(0) not in ("a", "an") and any(word.low in TITLES for word in phrase):
            role = read_role(word.low for word in phrase)
            is_plain = all(word.low in _ARTICLES or read_role([word.low]) or word.low == "of" for word in phrase)
            return self.people.with_role(role) if role and is_plain else None
        return None

    def _of_body(self, words: Words, start: int, end: int) -> str | None:
        if words.low(start) in ("a", "an") or any(words.low(at) in ("and", "or") for at in range(start, end)):
            return None
        head = next((at for at in range(start + 1, end) if words.low(at) in PREPOSITIONS), end) - 1
        if words.low(head).removesuffix("'s") not in HEADS:
            return None
        return self.organisations.fullest(read_body(Words(words[start:end]), head - start))

    def _of_statement(self, words: Words, start: int, statement: int, end: int) -> Speaker | None:
        """ "the ministry's statement", "a statement from the ministry", "the statement"."""
        owner = next((at for at in range(start, statement) if words[at].is_possessive), None)
        if owner is not None:
            return self._speaker(words, start, owner + 1, self._of_phrase(words, start, owner + 1))
        at = statement + 1
        at += words.low(at) in ("issued", "released", "published")
        issuer = trim_name(words, at + 1, end) if words.low(at) in _ISSUING and at + 1 < end else None
        if issuer:
            return self._speaker(words, *issuer, self._of_phrase(words, *issuer))
        is_bare = statement + 1 == end
        return self._speaker(words, start, end, self.issuer or self._own_words(words, start, end)) if is_bare else None

    def _of_outer(self, words: Words, index: int, outer: Speaker | None) -> str | None:
        """ "Berg said she had told": the one who speaks, if the sentence names nobody else before."""
        if (
            outer is None
            or words.low(index) not in ("he", "she")
            or not self.people.may_be(outer.name, words.low(index))
        ):
            return None
        here = (words[0].start, words[index].start)
        named = {*self.people.named_between(*here), *self.people.strangers_between(*here)}
        return outer.name if named == {outer.name} else None

    def _of_pronoun(self, words: Words, index: int, cue: str) -> str | None:
        pronoun = words.low(index)
        last = self.last.name if self.last and self.last.start >= self.reach else None
        if pronoun == "it":
            return last if last and not self.people.is_person(last) else None
        if pronoun == "they":
            return last if last and _is_many(last) and not self.people.is_person(last) else None
        if pronoun not in ("he", "she"):
            return None
        is_someone = last is not None and _is_someone(last)
        if last and not is_someone and not (self.people.is_person(last) and self.people.may_be(last, pronoun)):
            last = None
        named = self.people.named_between(self.reach, words[index].start)
        fitting = [name for name in named if self.people.may_be(name, pronoun)]
        if last and cue in _CONTINUING:
            return last
        if self.people.strangers_between(self.reach, words[index].start):
            return None
        return fitting[0] if len(fitting) == 1 else last if not fitting else None

    def _speaker(self, words: Words, start: int, end: int, name: str) -> Speaker:
        last = words[end - 1]
        return Speaker(name=name, start=words[start].start, end=last.end - 2 * last.is_possessive)

    def _own_words(self, words: Words, start: int, end: int) -> str:
        first = start + 1 if words.low(start) in _ARTICLES and end - start > 1 else start
        spoken = " ".join(_BRACKETS.sub("", self.text[words[first].start : words[end - 1].end]).split())
        return spoken[:-2] if words[end - 1].is_possessive else spoken


def _is_someone(name: str) -> bool:
    """Whether a speaker without a name is one person: "passenger", "spokesman for the board"; no body, no paper."""
    words = name.split()
    head = words[next((at for at, word in enumerate(words) if word in PREPOSITIONS), len(words)) - 1]
    return name.islower() and (head in _PERSONS or head in TITLES)


def _is_many(name: str) -> bool:
    head = name.split()[-1].lower()
    return head in _PLURALS or (head.endswith("s") and not head.endswith("ss"))


def _find_statement(words: Words, start: int, end: int) -> int | None:
    for at in range(start, end):
        if words.low(at) in STATEMENTS:
            return at
        if words.low(at) in PREPOSITIONS:
            return None
    return None


def _leads_up(phrase: Words, start: int) -> bool:
    """Whether what stands before a name only describes who it is: no preposition, no other name but a country's."""
    return all(phrase.low(at) not in PREPOSITIONS for at in range(start)) and (
        start == 0
        or phrase.low(0) in DETERMINERS
        or phrase[start - 1].is_possessive
        or not phrase[start - 1].is_capital
    )

"""Says who the French words beside a cue mean: the fullest name the article gives, else the words themselves.

A surname, "M. Petit" and an office held by one named person ("le maire") are followed to the name; a pronoun only to
whoever spoke last, nearby. Knows no cues.
"""

import re
from collections import defaultdict

from service.models import Speaker

_NAME = r"[A-ZÀ-ÖØ-Þ](?:[\w-]*\w)?(?:[’'][A-ZÀ-ÖØ-Þ][\w-]*\w)?"
_RUN = re.compile(rf"\b{_NAME}(?: (?:(?:de|du|des|le|la|van|von|ben|el|al) |d['’])?{_NAME})*")
_FULL = re.compile(rf"\b{_NAME}(?: (?:(?:de|du|van|von|ben|el|al) |d['’])?{_NAME})+")
_OFFICE = re.compile(
    rf"\b(?:[Ll]e |[Ll]a |[Ll]['’])(?P<office>[a-zà-ÿ-]+)(?: [^,.;:\n]{{0,60}}?)?,? (?P<name>{_NAME} {_NAME})"
)
_TITLE = re.compile(r"^(?:M\.|MM\.|Mme|Mlle|Me|Dr|Monsieur|Madame)\s+")
_ARTICLE = re.compile(r"^(?:[Ll]es? |[Ll]a |[Ll]['’]|[Uu]ne? |[Dd]es |[Cc]et(?:te)? |[Cc]es? )")
_PRONOUNS = frozenset("il elle ils elles lui eux on celui-ci celle-ci ce dernier dernière".split())
_BEGINNERS = frozenset("Le La Les Un Une Des Selon Dans En Au Aux À Il Elle Ils Ce Cette Ces Pour Mais Et".split())
# A name behind one of these is a place or a body's, not the person's: "le maire de Vannes".
_BEFORE_PLACE = re.compile(
    r"(?:\b(?:de|du|des|à|en|au|aux|sur|pour|chez)|\bd['’]|\bde l['’]|\bde la|\bl['’])\s*$", re.I
)
# Appositions and times that may stand between the name and the verb.
_ASIDE = re.compile(
    r"^(?:interrogée?s?|jointe?s?|cit[ée]e?s?|dans |lors |à |au |en |mardi|lundi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|hier|dont|qui|qu['’]|devant|auprès|sur |par |pour sa|pour son|de son|après|avant|"
    r"présente?s?|contactée?s?)",
    re.I,
)
_LONGEST = 90


class Speakers:
    """The speakers of one article, resolved in reading order; `last` spoke last, and how far back that was."""

    def __init__(self, text: str) -> None:
        self.text = text
        full = {match[0] for match in _FULL.finditer(text) if match[0].split()[0] not in _BEGINNERS}
        by_surname: defaultdict[str, set[str]] = defaultdict(set)
        for name in full:
            by_surname[name.split()[-1]].add(name)
        self._of_surname = {surname: max(names, key=len) for surname, names in by_surname.items() if len(names) == 1}
        by_office: defaultdict[str, set[str]] = defaultdict(set)
        for match in _OFFICE.finditer(text):
            by_office[match["office"]].add(match["name"])
        self._in_office = {office: min(names) for office, names in by_office.items() if len(names) == 1}
        self.last: Speaker | None = None
        # Where the sentence before the one being read begins: how far back a pronoun may reach.
        self.reach = 0

    def resolve(self, start: int, end: int) -> Speaker | None:
        """The speaker that the words at `start:end` name, or None where that is not clear."""
        start, end = self._trim(start, end)
        words = self.text[start:end]
        if not words or len(words) > _LONGEST:
            return None
        if words.lower() in _PRONOUNS:
            nearby = self.last and self.last.start >= self.reach
            return Speaker(name=self.last.name, start=start, end=end) if self.last and nearby else None
        return Speaker(name=self._name(words), start=start, end=end)

    def remember(self, speaker: Speaker | None) -> None:
        """Notes who spoke, so that the sentences after it can refer to them."""
        self.last = speaker or self.last

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Without marks at the edges, and without asides behind the name: "le maire, interrogé mardi,"."""
        parts = self._parts(start, end)
        while len(parts) > 1 and (_ASIDE.match(self.text[slice(*parts[-1])]) or parts[-1][0] == parts[-1][1]):
            parts.pop()
        while len(parts) > 1 and _ASIDE.match(self.text[slice(*parts[0])]):
            parts.pop(0)
        return (parts[0][0], parts[-1][1]) if parts else (start, start)

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        found, at = [], start
        for piece in self.text[start:end].split(","):
            left, right = at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip(" \n\u00a0\u202f.;:"))
            if left < right:
                found.append((left, right))
            at += len(piece) + 1
        return found

    def _name(self, words: str) -> str:
        bare = _TITLE.sub("", words)
        runs = [match for match in _RUN.finditer(words) if not self._is_place(words, match)]
        known = [self._of_surname.get(match[0].split()[-1], match[0]) for match in runs if match[0] not in _BEGINNERS]
        persons = [name for name in known if len(name.split()) > 1]
        if persons:
            return persons[0]
        if bare != words:
            return self._of_surname.get(bare, bare)
        plain = " ".join(_ARTICLE.sub("", words).split())
        return self._in_office.get(plain, plain)

    def _is_place(self, words: str, match: re.Match[str]) -> bool:
        first = match[0].split()[0]
        return bool(_BEFORE_PLACE.search(words[: match.start()])) or (match.start() == 0 and first in _BEGINNERS)

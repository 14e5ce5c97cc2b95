"""Finds in one sentence which words are reported, by which cue, and which words name the speaker. Resolves no names.

What is said begins after the cue ("said that ...") or ends before it ("..., she said"). It runs to the end of the sentence
unless a clause with a cue of its own, or a phrase that goes back to the speaker, ends it before.
"""

from typing import NamedTuple

from service.steps.adverbials import pass_addressee, pass_forward
from service.steps.contents import Content, Frame, find_content, has_verb
from service.steps.cue_groups import Cue, find_cues
from service.steps.cues import SOURCES
from service.steps.subjects import Subject, find_after, find_before, find_clause_subject
from service.steps.word_classes import COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES, is_adverb
from service.steps.words import Words

# Begin a clause that contrasts with the one before, so that a cue in it ends what was said there.
_CONTRASTING = frozenset("while whilst whereas although though".split())
# Begin a sentence whose main clause comes after the next comma.
_OPENING = frozenset(
    "after while whilst although though when because since despite if before once whereas even".split()
)
# Go back to the speaker after a comma.
_RETURNING = frozenset("speaking citing referring alluding quoting responding replying".split())
_DASHES = frozenset("—–-")


class Scope(NamedTuple):
    """Words `start:end` are reported by `cue`; an empty scope announces what the next paragraph quotes.

    `is_shared` says that the subject is the one of the clause before, or None where it could be another.
    """

    cue: Cue
    start: int
    end: int
    frame: Frame
    subject: Subject | None


class _Link(NamedTuple):
    """A cue with its content to the right and to the left, and the word where it ends everything said before it."""

    cue: Cue
    subject: Subject | None
    right: Content | None
    left: tuple[int, int] | None
    closes: int | None
    ends_at_comma: bool = False


class _Sentence:
    """One sentence while it is read from left to right."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.starts: set[int] = set()
        self.links: list[_Link] = []
        self.main: Subject | None = None

    def read(self) -> list[Scope]:
        for cue in find_cues(self.words):
            link = self._link(cue)
            if link:
                self.links.append(link)
                if link.right:
                    self.starts.add(link.right.start)
        return sorted(self._scopes(), key=lambda scope: (scope.start, -scope.end, scope.cue.first))

    def _link(self, cue: Cue) -> _Link | None:
        if cue.shape == "source":
            return self._read_source(cue)
        if cue.shape == "noun":
            return self._read_noun(cue)
        if cue.shape == "phrase":
            return self._read_phrase(cue)
        if cue.shape in ("ing", "infinitive"):
            return self._read_participle(cue)
        return self._read_passive(cue) if cue.is_passive else self._read_finite(cue)

    def _read_finite(self, cue: Cue) -> _Link | None:
        subject = find_before(self.words, cue.first, 0, self.starts)
        content = find_content(self.words, cue)
        if subject is None and self._stands_inverted(cue):
            return self._read_inverted(cue)
        if subject and subject.is_inherited:
            shared = self._shared_subject(cue) if content else None
            return _Link(cue, shared, content, None, subject.clause) if content else None
        left = self._left(cue, subject, content) if subject else None
        if not content and not left:
            return None
        if subject is None and (content is None or content.frame not in ("that", "quotation", "colon")):
            return None
        closes = self._closing(subject, is_trailing=left is not None) if subject else None
        if (
            subject
            and not subject.is_relative
            and (closes is not None or not self.links)
            and not self._is_subordinate(subject)
        ):
            self.main = subject
        right = content if content and not (left and content.frame not in ("quotation", "that")) else None
        is_opening = bool(subject) and self._opens_sentence(subject.clause if subject else 0)
        ends_at_comma = bool(subject and subject.is_relative) or is_opening
        if not content and left and not has_verb(self.words, *left) and self.words.low(left[1]) == ",":
            right = self._resumed(cue.after)
        return _Link(cue, subject, right, left, closes, ends_at_comma)

    def _stands_inverted(self, cue: Cue) -> bool:
        """Whether the cue follows what was said: '..., said Ann Lee'."""
        before = self.words.at(cue.first - 1)
        return cue.first > 0 and (before.quotation is not None or before.low == "," or before.low in _DASHES)

    def _read_inverted(self, cue: Cue) -> _Link | None:
        words = self.words
        subject = find_after(words, cue.after)
        end = cue.first - (words[cue.first - 1].quotation is None)
        left = self._left_from(end)
        is_quoted = words.at(end - 1).quotation is not None
        if not subject or not left or "t" not in cue.frames or not (is_quoted or has_verb(words, *left)):
            return None
        right = None
        if words.low(subject.end) in (",", ":") and words.low(subject.end + 1) == '"' and is_quoted:
            right = Content(subject.end + 1, "quotation")
        self.main = subject
        return _Link(cue, subject, right, left, end)

    def _read_passive(self, cue: Cue) -> _Link | None:
        content = find_content(self.words, cue)
        if not content:
            return None
        before = find_before(self.words, cue.first, 0, self.starts)
        closes = self._closing(before, is_trailing=False) if before else None
        by = pass_forward(self.words, cue.after)
        subject = find_after(self.words, by + 1) if self.words.low(by) == "by" else None
        stance = "alleges" if content.frame == "infinitive" and cue.stance == "asserts" else cue.stance
        return _Link(cue._replace(stance=stance), subject, content, None, closes)

    def _read_participle(self, cue: Cue) -> _Link | None:
        words, content = self.words, find_content(self.words, cue)
        if not content or (cue.shape == "infinitive" and (content.frame not in ("that", "quotation") or self.links)):
            return None
        opener = next((at for at in range(cue.first) if not is_adverb(words.low(at))), cue.first)
        if opener == cue.first or (opener == cue.first - 1 and words.low(opener) in PREPOSITIONS | COORDINATORS):
            comma = self._next_comma(content.start)
            subject = find_clause_subject(words, comma + 1, len(words)) if comma < len(words) else None
            return _Link(cue, subject, content, None, None, ends_at_comma=True)
        follows_comma = words.low(cue.first - 1) == ","
        return _Link(cue, self._shared_subject(cue), content, None, cue.first - 1 if follows_comma else None)

    def _read_source(self, cue: Cue) -> _Link | None:
        words = self.words
        subject = find_after(words, cue.after)
        if not subject:
            return None
        opener = next(
            (at for at in range(cue.first) if words.low(at) not in COORDINATORS and not is_adverb(words.low(at))),
            cue.first,
        )
        if opener == cue.first:
            comma = self._next_comma(subject.end)
            right = Content(comma + 1, "clause") if comma + 1 < len(words) else None
            return _Link(cue, subject, right, None, None) if right else None
        end = cue.first - 1 if words.low(cue.first - 1) == "," else cue.first
        left = self._left_from(end)
        if not left:
            return None
        is_whole = has_verb(words, *left) or words.at(left[1] - 1).quotation is not None
        right = None if is_whole else self._resumed(subject.end)
        return _Link(cue, subject, right, left, end) if is_whole or right else None

    def _read_noun(self, cue: Cue) -> _Link | None:
        words, content = self.words, find_content(self.words, cue)
        if not content:
            return None
        if words.low(cue.after) == "by":
            return _Link(cue, find_after(words, cue.after + 1), content, None, None)
        start = cue.first
        while (
            start > 0
            and cue.first - start < 3
            and words.at(start - 1).is_word
            and not _ends_modifiers(words, start - 1)
        ):
            start -= 1
        owner = next((at for at in range(start, cue.first) if words[at].is_possessive), None)
        if owner is not None:
            while start > 0 and words[start - 1].is_capital and start - 1 not in self.starts:
                start -= 1
            start -= words.low(start - 1) in DETERMINERS
            return _Link(cue, Subject(start, owner + 1, start), content, None, None)
        speaks = words.low(cue.main) in SOURCES
        return _Link(cue, Subject(start, cue.after, start) if speaks else None, content, None, None)

    def _read_phrase(self, cue: Cue) -> _Link | None:
        content = find_content(self.words, cue)
        if not content:
            return None
        around = [link for link in self.links if link.right and link.right.start <= cue.first]
        return _Link(cue, around[-1].subject if around else None, content, None, None)

    def _shared_subject(self, cue: Cue) -> Subject | None:
        """The subject of the main clause; None where a clause with "who" stands between and could own the verb."""
        words = self.words
        if self.main:
            return self.main
        subject = find_clause_subject(words, 0, cue.first)
        is_unclear = subject is None or any(words.low(at) in RELATIVES for at in range(subject.end, cue.first))
        return None if is_unclear else subject

    def _is_subordinate(self, subject: Subject) -> bool:
        low = self.words.low(subject.clause)
        return (
            low in _OPENING or low == "as" or (low == "," and self.words.low(subject.clause + 1) in (*_OPENING, "as"))
        )

    def _opens_sentence(self, clause: int) -> bool:
        """Whether a clause at the very beginning is a subordinate one, whose main clause comes after a comma."""
        low = self.words.low(clause)
        return low in _OPENING and all(
            is_adverb(self.words.low(at)) or self.words.low(at) in COORDINATORS for at in range(clause)
        )

    def _closing(self, subject: Subject, *, is_trailing: bool) -> int | None:
        """The word where a clause with its own cue ends what was said before it; None if it stands inside that."""
        words, clause = self.words, subject.clause
        if subject.is_relative or clause == 0:
            return None
        low = words.low(clause)
        if low == ",":
            after = words.low(clause + 1)
            is_own = after in COORDINATORS or after in _CONTRASTING or is_trailing or clause + 1 == subject.start
            return clause if is_own else None
        is_coordinated = low in COORDINATORS or low in _CONTRASTING
        return clause if is_coordinated or is_trailing or words.low(clause - 1) in ";—–" else None

    def _left(self, cue: Cue, subject: Subject, content: Content | None) -> tuple[int, int] | None:
        """What was said before "..., X said", if what follows the cue allows it to end there."""
        words, clause = self.words, subject.clause
        if subject.is_relative or "t" not in cue.frames or clause == 0:
            return None
        mark = words.at(clause)
        is_cut = mark.low == "," or mark.low in _DASHES or words.low(clause - 1) in _DASHES
        is_quoted = words.at(clause - 1).quotation is not None
        starts_clause = subject.start - clause <= 1 or words.low(clause + 1) == "as"
        if not (is_cut or is_quoted) or not starts_clause:
            return None
        left = self._left_from(clause - (words.low(clause - 1) in _DASHES))
        if not left:
            return None
        if is_quoted:
            return left if content is None or content.frame in ("quotation", "label", "noun") else None
        return left if content is None and self._ends_here(cue) and self._is_sayable(left) else None

    def _is_sayable(self, left: tuple[int, int]) -> bool:
        """Whether words before ", X said" are a clause, or a part of one that goes on after it."""
        words = self.words
        return has_verb(words, *left) or (
            words.low(left[0]) not in PREPOSITIONS and pass_forward(words, left[0]) < left[1]
        )

    def _ends_here(self, cue: Cue) -> bool:
        words = self.words
        after = pass_addressee(words, cue.after) if "a" in cue.frames else cue.after
        after = pass_forward(words, after)
        return after >= len(words) or not words[after].is_word or words.low(after) in PREPOSITIONS

    def _left_from(self, end: int) -> tuple[int, int] | None:
        words = self.words
        start = 0
        for link in self.links:
            if link.closes is not None and link.closes < end and link.left is None:
                start = link.closes
        for at in range(end - 1, start, -1):
            if words.low(at) == ";" or (words.low(at) == ":" and words.low(at + 1) == '"'):
                start = at
                break
        while start < end and (
            words.low(start) in COORDINATORS or words.low(start) in ",;:" or _is_opener(words, start)
        ):
            start += 1
        return (start, end) if start < end else None

    def _resumed(self, after: int) -> Content | None:
        """The rest of a clause that "..., police said, ..." interrupts."""
        comma = self._next_comma(after)
        return Content(comma + 1, "clause") if comma + 1 < len(self.words) else None

    def _next_comma(self, start: int) -> int:
        return next((at for at in range(start, len(self.words)) if self.words.low(at) == ","), len(self.words))

    def _scopes(self) -> list[Scope]:
        closing = sorted(
            {link.closes for link in self.links if link.closes is not None}
            | {
                at - 1
                for at in range(1, len(self.words))
                if self.words.low(at) in _RETURNING and self.words.low(at - 1) == ","
            }
        )
        scopes = []
        for link in self.links:
            if link.left:
                scopes.append(Scope(link.cue, *link.left, "clause", link.subject))
            if link.right:
                end = self._end(link, link.right, closing)
                scopes.append(Scope(link.cue, link.right.start, end, link.right.frame, link.subject))
        return scopes

    def _end(self, link: _Link, content: Content, closing: list[int]) -> int:
        words, start = self.words, content.start
        if content.frame == "label":
            return start + 1
        end = next((at for at in closing if at > start), len(words))
        if link.ends_at_comma:
            end = min(end, self._next_comma(start))
        if content.frame == "noun":
            end = min(end, _noun_end(words, start, end))
        return end


def read_scopes(words: Words) -> list[Scope]:
    """The scopes of one sentence, outer before inner."""
    return _Sentence(words).read()


def _noun_end(words: Words, start: int, end: int) -> int:
    """Where a noun phrase as content ends at the latest: at ", but", ", while", or "and" with a verb after it."""
    for at in range(start + 1, end):
        low, after = words.low(at), words.low(at + 1)
        if low == "," and (
            after in COORDINATORS - {"or"} or after in _CONTRASTING or after in _OPENING or after == "as"
        ):
            return at
        if low in ("and", "but") and has_verb(words, at, at + 3):
            return at
    return end


def _ends_modifiers(words: Words, index: int) -> bool:
    """Whether the word at `index` is no modifier of the noun after it."""
    low = words.low(index)
    is_verb = (
        low.endswith(("ed", "ing")) and not words.at(index - 1).is_possessive and low not in ("unconfirmed", "repeated")
    )
    return low in PREPOSITIONS or low in DETERMINERS or low in COORDINATORS or is_verb or low in ("that", "as")


def _is_opener(words: Words, index: int) -> bool:
    """ "However, ...": belongs to the reporter, not to what is said."""
    return is_adverb(words.low(index)) and words.low(index + 1) == ","

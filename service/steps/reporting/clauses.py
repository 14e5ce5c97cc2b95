"""The clauses of one sentence while its cues are read from left to right: what was said so far, and where it may end.

Knows no names and no frames of verbs; links.py reads the cues, scopes.py the ends of what is said.
"""

from typing import NamedTuple

from service.steps.reporting.adverbials import pass_addressee, pass_forward
from service.steps.reporting.clause_verbs import has_verb
from service.steps.reporting.contents import Content
from service.steps.reporting.cue_groups import Cue, is_cue_verb
from service.steps.reporting.subjects import Subject, find_clause_subject
from service.steps.reporting.word_classes import (
    COORDINATORS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

# Begin a clause that contrasts with the one before, so that a cue in it ends what was said there.
CONTRASTING = frozenset("while whilst whereas although though".split())
# Begin a sentence whose main clause comes after the next comma.
OPENING = frozenset("after while whilst although though when because since despite if before once whereas even".split())
# Participles that go on with the telling after "X said".
_GOING_ON = frozenset(
    "citing quoting referring speaking adding pointing gesturing warning stressing noting insisting".split()
)
DASHES = frozenset("—–-")
_ASIDES = RELATIVES | {"whom", "whose", "where"}


class Link(NamedTuple):
    """A cue with its content to the right and to the left.

    `closes` is the word where its clause ends everything said before it, None if it stands inside that.
    `ends_at_comma`: its clause is inserted or comes first, so that the next comma ends what is said.
    """

    cue: Cue
    subject: Subject | None
    right: Content | None
    left: tuple[int, int] | None = None
    closes: int | None = None
    ends_at_comma: bool = False


class Clauses:
    """A sentence and the links read in it so far. `starts` are the words where content begins."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.starts: set[int] = set()
        self.links: list[Link] = []
        self.main: Subject | None = None

    def add(self, link: Link) -> None:
        self.links.append(link)
        if link.right:
            self.starts.add(link.right.start)

    def note_main(self, subject: Subject, closes: int | None) -> None:
        """Takes `subject` for that of the main clause if its cue opens one: later participles belong to it."""
        if not subject.is_relative and (closes is not None or not self.links) and not self._is_subordinate(subject):
            self.main = subject

    def shared_subject(self, cue: Cue) -> Subject | None:
        """The subject of the main clause; None where a clause with "who" stands between and could own the verb."""
        words = self.words
        if self.main:
            return self.main
        subject = find_clause_subject(words, 0, cue.first)
        if subject is None:
            return None
        start = subject.end
        if words.low(start) == "," and words.low(start + 1) in RELATIVES:
            # "The firm, which runs the line, denied it and said": a clause that is closed owns nothing after it.
            start = self.next_comma(start + 1)
        is_unclear = any(words.low(at) in RELATIVES for at in range(start, cue.first))
        return None if is_unclear else subject

    def opens_sentence(self, clause: int) -> bool:
        """Whether a clause at the very beginning is a subordinate one, whose main clause comes after a comma."""
        low = self.words.low(clause)
        return low in OPENING and all(
            is_adverb(self.words.low(at)) or self.words.low(at) in COORDINATORS for at in range(clause)
        )

    def closing(self, subject: Subject, *, is_trailing: bool) -> int | None:
        """The word where a clause with its own cue ends what was said before it; None if it stands inside that."""
        words, clause = self.words, subject.clause
        if subject.is_relative or clause == 0:
            return None
        low = words.low(clause)
        if low in DASHES or low == ";":
            return clause
        if low == "," and self._opens_content(subject):
            return None
        if low == ",":
            after = words.low(clause + 1)
            is_own = after in COORDINATORS or after in CONTRASTING or is_trailing or clause + 1 == subject.start
            return clause if is_own else None
        is_coordinated = low in COORDINATORS or low in CONTRASTING
        return clause if is_coordinated or is_trailing else None

    def left(self, cue: Cue, subject: Subject, content: Content | None) -> tuple[int, int] | None:
        """What was said before "..., X said", if what follows the cue allows it to end there."""
        words, clause = self.words, subject.clause
        # ", which inspectors found to be sound": told of the name before, no end of what was said.
        is_aside = words.low(subject.start - 1) in _ASIDES
        if subject.is_relative or is_aside or "t" not in cue.frames or clause == 0:
            return None
        mark = words.at(clause)
        is_cut = mark.low == "," or mark.low in DASHES or words.low(clause - 1) in DASHES
        is_quoted = words.at(clause - 1).quotation is not None
        if not (is_cut or is_quoted) or not self._leads_to(subject) or self._opens_own_clause(clause):
            return None
        left = self.left_from(clause - (words.low(clause - 1) in DASHES))
        if not left:
            return None
        if is_quoted:
            is_open = mark.low == "," or words[clause - 1].text[-2:-1] in ",，" or self._ends_here(cue)
            return left if is_open and (content is None or content.frame in ("quotation", "label", "noun")) else None
        return left if content is None and self._ends_here(cue) and self._is_sayable(left) else None

    def left_from(self, end: int) -> tuple[int, int] | None:
        words = self.words
        start = 0
        for link in self.links:
            if link.closes is not None and link.closes < end and link.left is None:
                start = link.closes
        for at in range(end - 1, start, -1):
            # "Berg disagreed: the alarm, he said, was off": what is said begins at the colon.
            opens = words.low(at) == ":" and (words.low(at + 1) == '"' or has_verb(words, start, at))
            if words.low(at) == ";" or opens:
                start = at
                break
        while start < end and (
            words.low(start) in COORDINATORS or words.low(start) in ",;:" or _is_opener(words, start)
        ):
            start += 1
        return (start, end) if start < end else None

    def resumed(self, after: int) -> Content | None:
        """The rest of a clause that "..., police said, ..." interrupts."""
        comma = self.next_comma(after)
        # "..., Lee told them, while Roe answered": another clause, not the rest of this one.
        opens_another = self.words.low(comma + 1) in CONTRASTING | COORDINATORS | {"as"}
        return Content(comma + 1, "clause") if comma + 1 < len(self.words) and not opens_another else None

    def next_comma(self, start: int) -> int:
        return next((at for at in range(start, len(self.words)) if self.words.low(at) == ","), len(self.words))

    def _is_subordinate(self, subject: Subject) -> bool:
        low = self.words.low(subject.clause)
        return low in OPENING or low == "as" or (low == "," and self.words.low(subject.clause + 1) in (*OPENING, "as"))

    def continued(self, after: int) -> Content | None:
        """ "A, police said, but B" goes on with B: no clause of its own with a cue, no act of the speaker."""
        words = self.words
        comma = pass_forward(words, after)
        start = comma + 2
        while is_adverb(words.low(start)):
            start += 1
        if words.low(comma) != "," or words.low(comma + 1) not in COORDINATORS - {"or", "nor"}:
            return None
        is_act = is_past(words.low(start)) or not has_verb(words, comma + 1, len(words))
        end = self.next_comma(start)
        return None if is_act or any(is_cue_verb(words, at) for at in range(start, end)) else Content(start, "clause")

    def _leads_to(self, subject: Subject) -> bool:
        """Whether only openers stand between the mark and the subject: not "in place of the ten | they had asked"."""
        words, first = self.words, subject.clause + 1
        if subject.start - subject.clause <= 1 or pass_forward(words, first) >= subject.start:
            return True
        is_pronoun = subject.end - subject.start == 1 and words.low(subject.start) in PRONOUNS
        return not is_pronoun and not has_verb(words, subject.clause, subject.start)

    def _opens_own_clause(self, clause: int) -> bool:
        """ "..., before anybody had complained", "..., but Roe objected": a clause of its own; "as X said" is none."""
        opener = self.words.low(clause + (self.words.low(clause) == ","))
        return (opener in SUBORDINATORS and opener != "as") or opener in COORDINATORS

    def _opens_content(self, subject: Subject) -> bool:
        """Whether the clause after a comma is itself what is said, behind a phrase of place or time."""
        start = max((start for start in self.starts if start < subject.clause), default=None)
        is_own = subject.clause + 1 == subject.start
        return (
            start is not None
            and is_own
            and self.words.low(start) in PREPOSITIONS
            and not any(
                is_auxiliary(self.words.low(at)) or is_past(self.words.low(at)) for at in range(start, subject.clause)
            )
        )

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
        is_end = after >= len(words) or not words[after].is_word
        return is_end or words.low(after) in PREPOSITIONS or words.low(after) in _GOING_ON | {"as", "when", "while"}


def _is_opener(words: Words, index: int) -> bool:
    """ "However, ...": belongs to the reporter, not to what is said."""
    return is_adverb(words.low(index)) and words.low(index + 1) == ","

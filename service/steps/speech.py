"""Finds everything an article reports as said by somebody: what, by whom, with which cue and stance.

One reading of the whole article, before any model is asked. Quotation marks give the scopes of direct speech, the
grammar of reporting/scopes.py those of indirect speech, reporting/speaker_resolution.py the names. Knows nothing of
claims.
English here, French in reporting/french: in other languages it finds the longer quotations, without a speaker.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from service.models import Language, Sentence, Speaker, Speech
from service.steps.layout.paragraphs import find_paragraphs
from service.steps.reporting import words as words_of
from service.steps.reporting.french import reading as french
from service.steps.reporting.name_phrases import trim_name
from service.steps.reporting.passages import Passage, build_passages, shorten_unclosed
from service.steps.reporting.quotation_marks import Quotation, pair
from service.steps.reporting.reported import build_quoted, build_reported
from service.steps.reporting.scopes import Scope, read_scopes
from service.steps.reporting.speaker_resolution import STATEMENTS, Speakers
from service.steps.reporting.subjects import Subject, find_clause_subject
from service.steps.reporting.word_classes import PRONOUNS
from service.steps.reporting.words import Words

# Quoted words without a cue are somebody's from this many words on; fewer are a term the reporter keeps at a distance.
FEWEST_QUOTED_WORDS = 6
# A quotation of fewer characters holds no reported speech of its own.
FEWEST_INNER_CHARACTERS = 20
_FIRST_PERSON = frozenset(("i", "we"))
_ISSUED = frozenset("issued released published made posted".split())


def find(text: str, sentences: Sequence[Sentence], language: Language = "en") -> tuple[Speech, ...]:
    """Every stretch of reported speech in headline and body, by position, outer before inner.

    Near-linear in the text. Without a cue (`cue` "", its span empty) is a quotation that nobody is named for.
    """
    if language == "fr":
        return french.find(text, sentences)
    return tuple(_Article(text, sentences).read())


class _Article:
    """An article read from top to bottom: what one sentence leaves open, the next may answer."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.sentence_starts = [sentence.start for sentence in sentences]
        paragraphs = find_paragraphs(text)
        quotations = pair(text, paragraphs)
        outermost = [quotation for quotation in quotations if quotation.depth == 0]
        self.outermost = shorten_unclosed(text, sentences, outermost)
        self.nested = [quotation for quotation in quotations if quotation.depth == 1]
        self.nested_starts = [quotation.start for quotation in self.nested]
        self.passages = build_passages(text, sentences, paragraphs, self.outermost)
        told = [sentence for sentence in sentences if sentence.role not in ("teaser", "address")]
        self.speakers = Speakers(text, [words_of.cut(text, sentence.start, sentence.end) for sentence in told])
        # What stands in no other speech of the passage being read.
        self.leading: list[Speech] = []
        # The speech that a passage of nothing but quotations goes on with, and the last paragraph where it may.
        self.open: Speech | None = None
        self.open_until = -1

    def read(self) -> list[Speech]:
        found: list[Speech] = []
        for passage in self.passages:
            self.speakers.reach = passage.reach
            found += self._continue(passage) if passage.is_quotation else self._read(passage)
        found = _share_speakers(found, self.outermost)
        return sorted(found, key=lambda speech: (speech.start, -speech.end))

    def _continue(self, passage: Passage) -> list[Speech]:
        """Quotations that stand alone: the last speaker goes on, or nobody is named."""
        opened = self.open if passage.paragraph <= self.open_until else None
        quotations = [word.quotation for word in passage.words if word.quotation]
        speeches: list[Speech] = []
        for quotation in quotations:
            if opened or quotation.goes_on or _counts_words(self.text, quotation) >= FEWEST_QUOTED_WORDS:
                quoted = build_quoted(self.text, quotation, opened)
                speeches += [quoted, *self._inside(quotation, [quoted])]
        goes_on = any(quotation.goes_on for quotation in quotations)
        self.open = opened
        self.open_until = passage.paragraph + 1 if goes_on else min(self.open_until, passage.paragraph)
        return speeches

    def _read(self, passage: Passage) -> list[Speech]:
        self.leading = []
        speeches = [speech for words in words_of.pieces(passage.words) for speech in self._read_words(words)]
        if not self.leading:
            self._note_statement(passage.words)
        self._leave_open(passage)
        return [speech for speech in speeches if speech.start < speech.end]

    def _read_words(self, words: Words) -> list[Speech]:
        scopes = read_scopes(words)
        speeches: list[Speech] = []
        for scope in scopes:
            outer = next((told.speaker for told in reversed(speeches) if _stands_in(words, scope, told)), None)
            speaker = self._speaker(words, scope, outer)
            if outer and speaker is None and scope.frame == "infinitive":
                # "Lee said she expected to win": the speaker's own hope.
                continue
            speech = build_reported(self.text, words, scope, speaker)
            if scope.cue.shape != "noun" and not any(_holds(other, scope) for other in scopes):
                self.leading.append(speech)
                has_statement = any(word.low in STATEMENTS for word in words)
                self.speakers.remember(speech.speaker, issues_statement=has_statement)
            speeches.append(speech)
        speeches += self._unattributed(words, speeches)
        inner = [told for word in words if word.quotation for told in self._inside(word.quotation, speeches)]
        return speeches + inner

    def _speaker(self, words: Words, scope: Scope, outer: Speaker | None = None) -> Speaker | None:
        cue = words.low(scope.cue.main)
        return self.speakers.resolve(words, scope.subject, cue, outer) if scope.subject else None

    def _note_statement(self, words: Words) -> None:
        """ "The ministry issued a statement." says whose "the statement said" in the next sentence is."""
        for at, word in enumerate(words):
            if word.low in STATEMENTS and any(words.low(before) in _ISSUED for before in range(max(at - 3, 0), at)):
                subject = find_clause_subject(words, 0, at)
                speaker = self.speakers.resolve(words, subject) if subject else None
                self.speakers.remember(speaker, issues_statement=True)
                return

    def _leave_open(self, passage: Passage) -> None:
        """Notes whom quotations standing alone after this passage belong to: who is announced, or the one speaker."""
        announced = [speech for speech in self.leading if speech.start == speech.end]
        speakers = {speech.speaker.name if speech.speaker else None for speech in self.leading}
        self.open = announced[-1] if announced else self.leading[0] if len(speakers) == 1 else None
        goes_on = any(word.quotation and word.quotation.goes_on for word in passage.words)
        self.open_until = passage.paragraph + (1 if announced or goes_on else 0)

    def _unattributed(self, words: Words, speeches: Sequence[Speech]) -> list[Speech]:
        """Long quotations that no cue claims, and sentences after a colon; other short ones are a distant term."""
        free = [
            word.quotation
            for word in words
            if word.quotation and not any(speech.start < word.end and word.start < speech.end for speech in speeches)
        ]
        announced = {word.start for at, word in enumerate(words) if word.quotation and words.low(at - 1) == ":"}
        long = [
            quotation
            for quotation in free
            if _counts_words(self.text, quotation) >= FEWEST_QUOTED_WORDS
            or (quotation.start in announced and self.text[quotation.inner_end - 1] in ".!?")
        ]
        told = [quotation for quotation in long if not _is_title(self.text, quotation)]
        return [self._announced(words, build_quoted(self.text, quotation, None)) for quotation in told]

    def _announced(self, words: Words, speech: Speech) -> Speech:
        """The speech with the person whose clause ends in a colon before it: 'Lee: "..."', 'Lee was blunt: "..."'."""
        at = next((index for index, word in enumerate(words) if word.end > speech.start), 0)
        if at < 2 or words.low(at - 1) != ":":
            return speech
        name = trim_name(words, 0, at - 1)
        subject = Subject(*name, clause=0) if name else find_clause_subject(words, 0, at - 1)
        speaker = self.speakers.resolve(words, subject) if subject else None
        if speaker is None or not self.speakers.people.is_person(speaker.name):
            return speech
        return speech.model_copy(update={"speaker": speaker, "stance": "asserts"})

    def _inside(self, quotation: Quotation, speeches: Sequence[Speech]) -> list[Speech]:
        """What the quoted speaker reports in turn, where another speaker or a denial is named for it."""
        if quotation.inner_end - quotation.inner_start < FEWEST_INNER_CHARACTERS:
            return []
        around = [speech for speech in speeches if speech.start <= quotation.inner_start < speech.end]
        if not around:
            return []
        outer = min(around, key=lambda speech: speech.end - speech.start)
        return [
            build_reported(self.text, words, scope, self._inner_speaker(words, scope, outer))
            for words in self._inner_sentences(quotation)
            for scope in read_scopes(words)
            if scope.start < scope.end and _is_other_voice(words, scope)
        ]

    def _inner_sentences(self, quotation: Quotation) -> Iterable[Words]:
        at = max(bisect_right(self.sentence_starts, quotation.inner_start) - 1, 0)
        while at < len(self.sentences) and self.sentences[at].start < quotation.inner_end:
            start = max(self.sentences[at].start, quotation.inner_start)
            end = min(self.sentences[at].end, quotation.inner_end)
            first, last = bisect_right(self.nested_starts, start - 1), bisect_right(self.nested_starts, end - 1)
            nested = [quotation for quotation in self.nested[first:last] if quotation.end <= end]
            yield from words_of.pieces(words_of.cut(self.text, start, end, nested))
            at += 1

    def _inner_speaker(self, words: Words, scope: Scope, outer: Speech) -> Speaker | None:
        subject = scope.subject
        if subject is None or words.low(subject.start) in PRONOUNS:
            is_own = subject is not None and words.low(subject.start) in _FIRST_PERSON
            return outer.speaker if is_own else None
        return self._speaker(words, scope)


def _is_other_voice(words: Words, scope: Scope) -> bool:
    """Whether a scope inside a quotation adds something: somebody else's words, or a denial of one's own."""
    subject = scope.subject
    is_own = subject is None or words.low(subject.start) in _FIRST_PERSON
    is_clause = scope.frame in ("that", "quotation", "clause")
    return is_clause and (not is_own or scope.cue.stance in ("denies", "does_not_confirm"))


def _stands_in(words: Words, scope: Scope, told: Speech) -> bool:
    return told.start <= words[scope.cue.first].start and words[scope.cue.after - 1].end <= told.end


def _holds(outer: Scope, inner: Scope) -> bool:
    return outer is not inner and outer.start <= inner.cue.first and inner.cue.after <= outer.end


def _share_speakers(found: Sequence[Speech], quotations: Sequence[Quotation]) -> list[Speech]:
    """Gives a quotation that runs over paragraphs, each opened anew, the speaker named for one of its parts."""
    spans = {id(speech): speech for speech in found}
    shared = list(spans.values())
    by_start = {speech.start: index for index, speech in enumerate(shared) if speech.mode == "direct"}
    group: list[int] = []
    for quotation in quotations:
        group += [
            by_start[start] for start in range(quotation.inner_start, quotation.inner_start + 3) if start in by_start
        ]
        if quotation.goes_on:
            continue
        named = next((shared[index] for index in group if shared[index].speaker), None)
        for index in group:
            if named and not shared[index].cue:
                cue = {"cue": named.cue, "cue_start": named.cue_start, "cue_end": named.cue_end}
                shared[index] = shared[index].model_copy(
                    update={"speaker": named.speaker, "stance": named.stance, **cue}
                )
        group = []
    return shared


def _counts_words(text: str, quotation: Quotation) -> int:
    return len(text[quotation.inner_start : quotation.inner_end].split())


def _is_title(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is the title of a work: nearly every longer word has a capital."""
    long = [word for word in text[quotation.inner_start : quotation.inner_end].split() if len(word) > 3]
    return sum(word[0].isupper() for word in long) * 4 >= len(long) * 3

"""Groups sentences for steps/speech.py: a quotation that runs over several of them makes one passage of them.

Knows no cues but the trailing one that shows where a quotation with a lost closing mark must end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from service.models import Sentence
from service.steps.layout.datelines import find_text_after_place
from service.steps.layout.paragraphs import Paragraph
from service.steps.reporting import words as words_of
from service.steps.reporting.quotation_marks import Quotation
from service.steps.reporting.scopes import read_scopes
from service.steps.reporting.words import Words


class Passage(NamedTuple):
    """Sentences read as one: `text[start:end]`, whose outermost quotations count as one word each.

    `reach` is where the sentence before begins: a pronoun may mean somebody named from there on.
    """

    start: int
    end: int
    paragraph: int
    reach: int
    words: Words

    @property
    def is_quotation(self) -> bool:
        """Whether nothing but quotations stands here: no word of the reporter."""
        return all(not word.is_word for word in self.words) and any(word.quotation for word in self.words)


def build_passages(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation]
) -> list[Passage]:
    """The passages of headline and body sentences, in order. `quotations` are outermost ones, in order."""
    passages: list[Passage] = []
    starts = [quotation.start for quotation in quotations]
    paragraph_starts = [paragraph.start for paragraph in paragraphs]
    before = 0
    index = 0
    while index < len(sentences):
        first = last = sentences[index]
        while index + 1 < len(sentences) and _is_cut(quotations, starts, last, sentences[index + 1]):
            index += 1
            last = sentences[index]
        index += 1
        if first.role in ("headline", "body"):
            inside = quotations[bisect_left(starts, first.start) : bisect_left(starts, last.end)]
            paragraph = bisect_right(paragraph_starts, first.start) - 1
            start = find_text_after_place(text, first.start, last.end) if first.role == "body" else first.start
            words = words_of.cut(text, start, last.end, [quotation for quotation in inside if quotation.start >= start])
            passages.append(Passage(first.start, last.end, paragraph, before, words))
        if not _goes_on_with_pronoun(text, first):
            before = last.start
    return passages


def _goes_on_with_pronoun(text: str, sentence: Sentence) -> bool:
    """Whether a sentence names nobody and speaks of "he" or "she": the one after it may mean somebody named earlier."""
    words = text[sentence.start : sentence.end].split()
    is_named = any(word[:1].isupper() for word in words[1:])
    return not is_named and any(word.lower() in ("he", "she") for word in words)


def shorten_unclosed(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations; one without a closing mark ends before the reporter's ", he said" inside it, if there is one."""
    starts = [sentence.start for sentence in sentences]
    shortened = []
    for quotation in quotations:
        end = None if quotation.is_closed else _find_return(text, sentences, starts, quotation)
        if end:
            quotation = quotation._replace(end=end, inner_end=end, is_closed=True, goes_on=False)
        shortened.append(quotation)
    return shortened


def _is_cut(quotations: Sequence[Quotation], starts: Sequence[int], last: Sentence, after: Sentence) -> bool:
    """Whether a quotation stands over the end of `last`."""
    at = bisect_left(starts, last.end) - 1
    return at >= 0 and quotations[at].end > after.start


def _find_return(text: str, sentences: Sequence[Sentence], starts: Sequence[int], quotation: Quotation) -> int | None:
    at = max(bisect_right(starts, quotation.start) - 1, 0)
    while at < len(sentences) and sentences[at].start < quotation.end:
        begin = max(sentences[at].start, quotation.inner_start)
        words = words_of.cut(text, begin, min(sentences[at].end, quotation.end))
        for piece in words_of.pieces(words):
            trailing = [scope for scope in read_scopes(piece) if scope.end <= scope.cue.first and scope.subject]
            if trailing:
                return piece[trailing[0].end].start
        at += 1
    return None

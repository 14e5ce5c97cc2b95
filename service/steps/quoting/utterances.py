"""Collects what an article quotes, word by word: the quotations inside its direct and mixed speech. Knows no other one.

A quotation that its own cue interrupts ("We will go," he said, "and win.") is one utterance. What an editor put in
square brackets counts as one unknown word.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.models import ReadArticle, Speech
from service.steps.layout.paragraphs import BLANK, find_paragraphs, trim
from service.steps.reporting.quotation_marks import Quotation, pair
from service.steps.vocabulary.content_words import Lexicon, Term
from service.steps.vocabulary.lexemes import Lexeme

# Longer quotations are compared in pieces of at most this many words, cut at sentences.
LONGEST = 300
# Characters a cue may take between two parts of one utterance.
_LONGEST_CUE = 100
EDITED = "[]"
# Rarities, as Lexicon gives them, of a word in every tenth sentence and of one in one sentence of fifty.
_TOPIC, _ENOUGH = math.log(1 + 10), math.log(1 + 50)
_BRACKETS = re.compile(r"\[[^\[\]\n]{0,80}\]")
_MARKS_AND_BLANKS = "\"'“”‘’„«»,;:–—-" + BLANK


@dataclass(frozen=True)
class Atom:
    """One word, or one name or compound of several, at `start:end`.

    `key` is equal for forms and names of one meaning, `literal` only for equal words; `weight` is how much it tells,
    0 for words of grammar.
    """

    key: str
    literal: str
    start: int
    end: int
    sentence: int
    weight: float = 0.0
    is_name: bool = False


@dataclass(frozen=True)
class Utterance:
    """What one article quotes at `start:end`; `article` is its place in the order of the articles compared."""

    article: int
    start: int
    end: int
    speaker: str | None
    atoms: tuple[Atom, ...]


def collect(read: ReadArticle, article: int, lexicon: Lexicon) -> tuple[Utterance, ...]:
    """The utterances `read` quotes, in order, none overlapping; linear in its text."""
    text, sentences = read.article.text, [sentence.start for sentence in read.sentences]
    pieces: list[Utterance] = []
    for start, end, speaker in _find_stretches(read):
        atoms = _cut(lexicon, text[start:end], start, sentences)
        piece = Utterance(article, start, end, speaker, tuple(atoms))
        if pieces and _goes_on(text, pieces[-1], piece):
            first = pieces.pop()
            piece = replace(first, end=end, speaker=first.speaker or speaker, atoms=first.atoms + piece.atoms)
        pieces.append(piece)
    return tuple(part for piece in pieces for part in _limit(piece) if part.atoms)


def _find_stretches(read: ReadArticle) -> list[tuple[int, int, str | None]]:
    """Start, end and speaker of each quoted stretch; the innermost speech that holds it names the speaker."""
    text = read.article.text
    quotations = [found for found in pair(text, find_paragraphs(text)) if found.depth == 0]
    starts = [found.inner_start for found in quotations]
    taken: dict[tuple[int, int], str | None] = {}
    for speech in sorted(read.speeches, key=lambda speech: (speech.end - speech.start, speech.start)):
        for start, end in _quoted_in(speech, quotations, starts, text) if speech.mode != "indirect" else ():
            taken.setdefault((start, end), speech.speaker.name if speech.speaker else None)
    return _without_overlaps([(start, end, speaker) for (start, end), speaker in taken.items()])


def _quoted_in(
    speech: Speech, quotations: Sequence[Quotation], starts: Sequence[int], text: str
) -> Iterable[tuple[int, int]]:
    """The quotations inside a speech, cut to it; all of a direct speech that has no marks inside."""
    first = max(bisect_right(starts, speech.start) - 1, 0)
    found = False
    for quotation in quotations[first:]:
        if quotation.inner_start >= speech.end:
            break
        start, end = trim(text, max(quotation.inner_start, speech.start), min(quotation.inner_end, speech.end))
        if start < end:
            found = True
            yield start, end
    if not found and speech.mode == "direct":
        start, end = trim(text, speech.start, speech.end)
        if start < end:
            yield start, end


def _without_overlaps(stretches: list[tuple[int, int, str | None]]) -> list[tuple[int, int, str | None]]:
    """In order of place; of two that overlap, the longer."""
    kept: list[tuple[int, int, str | None]] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch[0], -stretch[1])):
        if not kept or stretch[0] >= kept[-1][1]:
            kept.append(stretch)
    return kept


def _cut(lexicon: Lexicon, quoted: str, offset: int, sentences: Sequence[int]) -> list[Atom]:
    """The atoms of `quoted`, which stands at `offset`; `sentences` are the offsets where sentences begin."""
    content = lexicon.read(quoted, offset)
    brackets = [(offset + match.start(), offset + match.end()) for match in _BRACKETS.finditer(quoted)]
    terms = {term.first: term for term in content.terms}
    atoms: list[Atom] = []
    index = 0
    while index < len(content.tokens):
        term = terms.get(index)
        after = term.last if term else index + 1
        atoms.append(_build(content.tokens[index:after], term, lexicon, sentences))
        index = after
    return _hide_edited(atoms, brackets)


def _build(words: Sequence[Lexeme], term: Term | None, lexicon: Lexicon, sentences: Sequence[int]) -> Atom:
    literal = "".join(word.word for word in words)
    sentence = bisect_right(sentences, words[0].start)
    atom = Atom(literal, literal, words[0].start, words[-1].end, sentence)
    return replace(atom, key=term.key, weight=_weigh(lexicon, term.key), is_name=term.is_name) if term else atom


def _weigh(lexicon: Lexicon, key: str) -> float:
    """The rarity of `key`; 0 for what a large enough story is about in every tenth sentence."""
    weight = lexicon.weigh(key)
    return 0.0 if weight < _TOPIC and lexicon.weigh("") > _ENOUGH else weight


def _hide_edited(atoms: list[Atom], brackets: list[tuple[int, int]]) -> list[Atom]:
    """`atoms` with those inside each pair of square brackets made one that stands for anything."""
    kept: list[Atom] = []
    place = 0
    for atom in atoms:
        while place < len(brackets) and brackets[place][1] <= atom.start:
            place += 1
        if place == len(brackets) or atom.start < brackets[place][0]:
            kept.append(atom)
        elif not kept or kept[-1].start < brackets[place][0]:
            kept.append(Atom(EDITED, EDITED, *brackets[place], atom.sentence))
    return kept


def _goes_on(text: str, first: Utterance, second: Utterance) -> bool:
    """Whether `second` goes on in the sentence that `first` began, past its cue."""
    between = text[first.end : second.start]
    if len(between) > _LONGEST_CUE or "\n\n" in between or not text[second.start].islower():
        return False
    is_one_voice = first.speaker is None or second.speaker is None or first.speaker == second.speaker
    return is_one_voice and text[first.end - 1] in ",–—-" and bool(between.strip(_MARKS_AND_BLANKS))


def _limit(piece: Utterance) -> Iterable[Utterance]:
    """`piece` in parts of at most `LONGEST` words, cut where sentences begin if they do."""
    atoms = piece.atoms
    while len(atoms) > LONGEST:
        cuts = [place for place in range(1, LONGEST + 1) if atoms[place].sentence != atoms[place - 1].sentence]
        place = cuts[-1] if cuts else LONGEST
        yield replace(piece, start=atoms[0].start, end=atoms[place - 1].end, atoms=atoms[:place])
        atoms = atoms[place:]
    yield replace(piece, start=atoms[0].start, atoms=atoms) if len(atoms) < len(piece.atoms) else piece

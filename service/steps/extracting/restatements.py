"""Claims from a model that only cuts and restates one sentence at a time. Knows nothing of what a prompt says.

The model's words count only where they are the sentence's own, in its order, or a name in the place of a pronoun;
cuts that lose a negation, a hedge or much of the sentence are refused, and the sentence's own parts are the claims.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import Field

from service.models import Claim, Model, ReadArticle, Span, Speech
from service.report_models import Refusal
from service.steps.extracting import attribution, clause_cuts, fidelity
from service.steps.extracting.subsequences import Word, align, read_words
from service.steps.layout.datelines import find_text_after_place
from service.steps.vocabulary import languages
from service.steps.vocabulary.folding import fold

# A part without any of these, or of fewer words, says one thing; asking a model to cut it would only cost time.
_JOINS = re.compile(r"[,;:—–]|\b(?:and|but|while|as|after|before|because)\b", re.I)
FEWEST_TO_CUT = 12
_SPACED_INITIALS = re.compile(r"\b([A-Z]\.) (?=[A-Z]\.)")
PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|hers|their|its|him|them)\b", re.I)
# Dropping one of these turns what may be into what is.
_HEDGES = frozenset(
    "could may might would should can possibly perhaps probably reportedly allegedly apparently likely unlikely if "
    "unless almost nearly about least most only up planned expected alleged suspected claimed "
    "environ presque selon pourrait pourraient peut devrait devraient aurait auraient serait seraient".split()
)
_REASON = re.compile(r"\b(?:because|since|as|so|when|after|once)\s+$", re.I)
_OPENING, _CLOSING = frozenset('“"„«'), frozenset('”"“»')
LONGEST_SENTENCE = 1_500
FEWEST_WORDS = 3
MOST_LEFT_OUT = 0.35
# The share of words a cut must keep between its first and its last: fewer are stray matches.
FEWEST_KEPT = 0.75


class Cuts(Model):
    """The model's reply: the claims of one sentence."""

    claims: list[str] = Field(min_length=1, max_length=6)


@dataclass(frozen=True)
class Cut:
    """A part of the sentence: where it begins and ends, its words, and the spans it rests on if not all between."""

    start: int
    end: int
    text: str
    spans: tuple[tuple[int, int], ...] = ()


def needs_cutting(read: ReadArticle, index: int) -> bool:
    """Whether sentence `index` has a part, reported or the outlet's own, that may say more than one thing."""
    sentence = read.sentences[index]
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return False
    parts = _parts(read, sentence.start, sentence.end)
    return any(_word_count(read, part) >= FEWEST_TO_CUT and _JOINS.search(read.article.text, *part) for part in parts)


def read_cuts(read: ReadArticle, index: int, claims: Sequence[str]) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
    """The claims of sentence `index`: the model's cuts where they hold, the sentence's own parts elsewhere."""
    sentence = read.sentences[index]
    aligned = [(text, _align(read, (sentence.start, sentence.end), text)) for text in claims]
    refusals = tuple(_refusal(read, text) for text, cuts in aligned if not cuts)
    cuts = _distinct(cut for _, found in aligned for cut in found)
    return _build(read, index, cuts), refusals


def whole(read: ReadArticle, index: int) -> tuple[Claim, ...]:
    """The claims of sentence `index` without any model: what is reported in it, else the sentence itself."""
    return _build(read, index, ())


def _build(read: ReadArticle, index: int, cuts: Sequence[Cut]) -> tuple[Claim, ...]:
    sentence = read.sentences[index]
    parts = _parts(read, sentence.start, sentence.end)
    chosen = [cut for part in parts for cut in _cut_part(read, part, cuts)]
    outside = [cut for cut in cuts if not any(_overlap(cut, part) for part in parts)]
    telling: list[Cut] = []
    if parts != ((sentence.start, sentence.end),):
        pieces = [_as_cut(piece) for piece in _split(read, sentence.start, sentence.end)]
        outside = outside or _told_outside(read, pieces)
    if attribution.acts(read, sentence.start, sentence.end):
        telling = [_slice(read, sentence.start, sentence.end)]
    ordered = sorted(_distinct([*chosen, *outside, *telling]), key=lambda cut: (cut.start, cut.end))
    return tuple(attribution.build_claim(read, cut.text, _spans(read, cut)) for cut in ordered)


def _cut_part(read: ReadArticle, part: tuple[int, int], cuts: Sequence[Cut]) -> list[Cut]:
    """The statements of a part: its clauses as code cuts them, each as the model cuts it further.

    Words quoted as they were said stay whole, and so does what is denied: it need not be denied in every part.
    """
    around = [speech for speech in read.speeches_near(*part) if speech.start <= part[0] and part[1] <= speech.end]
    if any(speech.mode == "direct" or speech.stance in ("denies", "does_not_confirm") for speech in around):
        return _cuts_or_whole(read, part, cuts)
    pieces = _split(read, *part)
    if not pieces:
        return _cuts_or_whole(read, part, cuts)
    whole = [_as_cut(piece) for piece in pieces]
    return [
        cut for one in whole for cut in (_cuts_or_whole(read, one.spans[0], cuts) if len(one.spans) == 1 else [one])
    ]


def _split(read: ReadArticle, start: int, end: int) -> tuple[clause_cuts.Piece, ...]:
    """The clauses of `start:end` where code can tell them; it knows no French verbs."""
    return () if languages.of(read.article) == "fr" else clause_cuts.split(read.article.text, start, end)


def _told_outside(read: ReadArticle, pieces: Sequence[Cut]) -> list[Cut]:
    """What the outlet tells beside what it reports: "..., police said; the limit is 30"."""
    told = [
        edge for speech in read.speeches for edge in ((speech.start, speech.end), (speech.cue_start, speech.cue_end))
    ]
    beside = [cut for cut in pieces if not any(_overlap(cut, edge) for edge in told)]
    # "..., said the mayor, because ..." is the mayor's reason.
    return [cut for cut in beside if not _REASON.search(read.article.text[max(cut.start - 12, 0) : cut.start])]


def _as_cut(piece: clause_cuts.Piece) -> Cut:
    return Cut(piece.spans[0][0], piece.spans[-1][1], piece.text, piece.spans)


def _parts(read: ReadArticle, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """What is reported in the sentence, else the sentence."""
    reported = [
        part
        for part in attribution.contents(read.speeches_near(start, end), start, end)
        if _word_count(read, part) >= FEWEST_WORDS
    ]
    return tuple(reported) or ((find_text_after_place(read.article.text, start, end), end),)


def _cuts_or_whole(read: ReadArticle, part: tuple[int, int], cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts inside `part`, or the part itself where there are fewer than two, or they leave out much.

    A part cut down to one claim would only lose words, its subject first of all.
    """
    inside = [cut for cut in cuts if part[0] <= cut.start and cut.end <= part[1]]
    covered = {
        word.start
        for word in read_words(read.article.text, *part)
        for cut in inside
        if cut.start <= word.start < cut.end
    }
    words = [word.start for word in read_words(read.article.text, *part)]
    is_whole = len(words) - len(covered) <= MOST_LEFT_OUT * len(words) and bool(covered & set(words[:2]))
    return inside if len(inside) > 1 and is_whole else [_slice(read, *part)]


def _align(read: ReadArticle, bounds: tuple[int, int], claim: str) -> list[Cut]:
    """The parts of the sentence that `claim` restates faithfully; [] when none is."""
    claim = _SPACED_INITIALS.sub(r"\1", claim)
    restated = read_words(claim)
    parts = _parts(read, *bounds)
    cuts = [_cut(read, claim, restated, part, is_introduced=part != bounds) for part in parts]
    found = [cut for cut in cuts if cut]
    if found or parts == (bounds,):
        return found
    # The claim may be about the outlet's own words around what is reported.
    around = _cut(read, claim, restated, bounds, is_introduced=False)
    return [around] if around and not _is_torn(read, around, parts) else []


def _is_torn(read: ReadArticle, cut: Cut, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether `cut` takes a piece of what is reported, or a cue without its speaker or what it introduces."""
    told = [speech for speech in read.speeches if _overlap(cut, (speech.cue_start, speech.cue_end))]
    return any(_overlap(cut, part) for part in parts) or not all(_is_told_whole(speech, cut) for speech in told)


def _is_told_whole(speech: Speech, cut: Cut) -> bool:
    """Whether `cut` has the speaker, and what is said unless the claim is that somebody keeps silent or denies."""
    speaker = speech.speaker
    named = speaker is not None and cut.start <= speaker.start and speaker.end <= cut.end
    return named and (
        speech.stance in ("denies", "does_not_confirm") or cut.start <= speech.start <= speech.end <= cut.end
    )


def _cut(
    read: ReadArticle, claim: str, restated: Sequence[Word], part: tuple[int, int], *, is_introduced: bool
) -> Cut | None:
    """What `claim` restates of `part`, or None where that is too little or unfaithful.

    `is_introduced`: words before and after may be the speaker and the cue, which code tells by itself.
    """
    source = read_words(read.article.text, *part)
    found = align(restated, source)
    if len(found.kept) < FEWEST_WORDS or found.density < FEWEST_KEPT:
        return None
    (first, last), (low, high) = (found.kept[0], found.kept[-1]), (found.places[0], found.places[-1])
    dropped = [source[index].text for index in range(low, high + 1) if index not in found.places]
    added = [restated[index].text for index in range(first, last + 1) if index not in found.kept]
    around = [word.text for index, word in enumerate(restated) if not first <= index <= last]
    if not is_introduced:
        # A pronoun the name stands for may be the word before the first that is kept.
        dropped += [word.text for word in source[max(0, low - 1) : low]] if around else []
        added += around
    elif not _may_drop(around):
        return None
    if not _may_drop(dropped) or not _may_add(read, added, dropped):
        return None
    return Cut(source[low].start, source[high].end, claim[restated[first].start : restated[last].end])


def _may_drop(words: Sequence[str]) -> bool:
    """Whether leaving these words out changes nothing that matters."""
    text = " ".join(words)
    return not (fidelity.is_negated(text) or fidelity.numbers(text) or _HEDGES & set(words))


def _may_add(read: ReadArticle, added: Sequence[str], dropped: Sequence[str]) -> bool:
    """Only words of a speaker's name, and only where a pronoun of the sentence is left out for them."""
    known = {word for speech in read.speeches if speech.speaker for word in fold(speech.speaker.name).text.split()}
    return not added or (set(added) <= known and any(PRONOUN.fullmatch(word) for word in dropped))


def _refusal(read: ReadArticle, text: str) -> Refusal:
    detail = f"the model's words are not the sentence's: {text!r}"
    return Refusal(step="claims", article_id=read.article.id, detail=detail, reason="quote_in_no_article")


def _word_count(read: ReadArticle, bounds: tuple[int, int]) -> int:
    return len(read_words(read.article.text, *bounds))


def _slice(read: ReadArticle, start: int, end: int) -> Cut:
    """The part as it stands, on one line, without its full stop and marks that enclose it or stand alone."""
    words = " ".join(read.article.text[start:end].split()).rstrip(".,; ")
    if words[:1] in _OPENING and words[-1:] in _CLOSING and not set(words[1:-1]) & (_OPENING | _CLOSING):
        words = words[1:-1]
    elif words[-1:] in _CLOSING and not set(words[:-1]) & _OPENING:
        words = words[:-1]
    return Cut(start, end, words.rstrip(".,; "))


def _spans(read: ReadArticle, cut: Cut) -> tuple[Span, ...]:
    edges = cut.spans or ((cut.start, cut.end),)
    return tuple(Span(start=start, end=end, quote=read.article.text[start:end]) for start, end in edges)


def _overlap(cut: Cut, part: tuple[int, int]) -> bool:
    return cut.start < part[1] and part[0] < cut.end


def _distinct(cuts: Iterable[Cut]) -> list[Cut]:
    """Cuts without those that stand inside another one's span, and without repeats; order kept."""
    listed = list(dict.fromkeys(cuts))
    return [cut for n, cut in enumerate(listed) if not any(_same_place(cut, other) for other in listed[:n])]


def _same_place(cut: Cut, other: Cut) -> bool:
    return (cut.start, cut.end) == (other.start, other.end) and cut.spans == other.spans

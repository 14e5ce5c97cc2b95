"""Papers for tests of the comparison: plain sentences, what is said in them told by hand, a claim for each sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.models import Claim, Pair, ReadArticle, Span, Speaker, Speech, Stance, Verdict
from service.steps import rules
from service.steps.extracting import attribution
from tests.told import told


@dataclass(frozen=True)
class Said:
    """A reported part of a sentence: the words said, who says them (words of the sentence), the cue, the stance."""

    words: str
    speaker: str | None
    cue: str
    stance: Stance = "asserts"


Line = str | tuple[str, Sequence[Said]]


def paper(name: str, *lines: Line, parts: Mapping[int, Sequence[str]] | None = None, **fields: object) -> ReadArticle:
    """An article by outlet `name`, one sentence a line.

    Claims are what is asserted in a line, else the whole line; `parts` gives other words of a line for its index.
    """
    sentences = [line if isinstance(line, str) else line[0] for line in lines]
    text = "\n".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:index]) for index in range(len(sentences))]
    speeches = [
        _speech(text, start, start + len(sentence), said)
        for start, sentence, line in zip(starts, sentences, lines, strict=True)
        for said in ([] if isinstance(line, str) else line[1])
    ]
    read = told(text, speeches, **{"id": name.lower(), "outlet": name, **fields})
    words = [(start, part) for i, start in enumerate(starts) for part in (parts or {}).get(i, _claims_of(lines[i]))]
    claims = tuple(attribution.build_claim(read, part, (_span(text, part, start),)) for start, part in words)
    return read.model_copy(update={"claims": claims})


def verdict(one: ReadArticle, other: ReadArticle, a: int = 0, b: int = 0) -> Verdict:
    """The rules' verdict on claim `a` of one article and claim `b` of the other."""
    first, second = one.claims[a], other.claims[b]
    articles = {one.article.id: one, other.article.id: other}
    return rules.judge(Pair(a=first.id, b=second.id, score=1.0), first, second, articles)


def judged(one: str, other: str, *more: str) -> Verdict:
    """The rules' verdict on two sentences of two papers, the same whichever comes first; `more` follows the second."""
    found = verdict(paper("Courier", one), paper("Herald", other, *more))
    back = verdict(paper("Herald", other, *more), paper("Courier", one))
    assert (found.relation, found.type, found.confidence) == (back.relation, back.type, back.confidence)
    return found


def find_claim(read: ReadArticle, words: str) -> Claim:
    """The first claim whose quote holds `words`."""
    return next(claim for claim in read.claims if words in claim.quote)


def _claims_of(line: Line) -> list[str]:
    if isinstance(line, str):
        return [line]
    asserted = [said.words for said in line[1] if said.stance in ("asserts", "alleges")]
    return asserted if len(asserted) == len(line[1]) else [line[0]]


def _speech(text: str, start: int, end: int, said: Said) -> Speech:
    words, cue = text.index(said.words, start, end), text.index(said.cue, start, end)
    speaker = None
    if said.speaker:
        at = text.index(said.speaker, start, end)
        speaker = Speaker(name=said.speaker, start=at, end=at + len(said.speaker))
    return Speech(
        start=words,
        end=words + len(said.words),
        mode="indirect",
        stance=said.stance,
        cue=said.cue,
        cue_start=cue,
        cue_end=cue + len(said.cue),
        speaker=speaker,
    )


def _span(text: str, words: str, start: int) -> Span:
    at = text.index(words, start)
    return Span(start=at, end=at + len(words), quote=words)

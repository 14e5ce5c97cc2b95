"""Claims from a model that reads a window of sentences and answers with quotes. Knows nothing of what a prompt says.

The model proposes a quote, its content, a speaker and a stance; code grounds the quote, checks the wording against
it, and decides the voice. A claim that only quotes somebody is never reported as the outlet's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import Field

from service.models import Attribution, Claim, Kind, Model, ReadArticle, Span, Speaker, Stance
from service.report_models import Refusal, RefusalReason
from service.steps import grounding
from service.steps.extracting import attribution, fidelity

# How far from the quote a speaker may be named.
SPEAKER_REACH_SENTENCES = 3
LONGEST_WINDOW = 12_000


class ProposedClaim(Model):
    """One claim as the model proposes it; `sentence` is the number it was shown with."""

    sentence: int
    quote: str
    text: str
    speaker: str | None
    stance: Stance
    kind: Kind


class Proposals(Model):
    """The model's reply: the claims of one window."""

    claims: list[ProposedClaim] = Field(max_length=200)


@dataclass(frozen=True)
class Placed:
    """A claim, or the reason there is none; `doubts` are refusals that leave the claim standing."""

    claim: Claim | None
    doubts: tuple[Refusal, ...]


def cut_windows(read: ReadArticle, sentences: Sequence[int], size: int) -> list[tuple[int, ...]]:
    """Runs of at most `size` sentences and LONGEST_WINDOW characters, in order (a longer sentence stands alone)."""
    windows: list[list[int]] = []
    room = 0
    for index in sentences:
        length = read.sentences[index].end - read.sentences[index].start
        if not windows or len(windows[-1]) == size or length > room:
            windows.append([])
            room = LONGEST_WINDOW
        windows[-1].append(index)
        room -= length
    return [tuple(window) for window in windows]


def place(read: ReadArticle, window: Sequence[int], proposed: ProposedClaim, elsewhere: Sequence[str]) -> Placed:
    """Grounds one proposed claim; `elsewhere` are the texts of the other articles."""
    spans = _ground(read, window, proposed)
    if not spans:
        found = any(grounding.locate(proposed.quote, text) for text in elsewhere)
        reason: RefusalReason = "quote_in_other_article" if found else "quote_in_no_article"
        return Placed(None, (_refusal(read, reason, f"{proposed.quote!r}"),))
    text, doubts = _check_wording(read, proposed, spans)
    claim = attribution.build_claim(read, text, spans)
    claim, doubt = _check_speaker(read, claim, proposed)
    return Placed(claim, doubts + doubt)


def _ground(read: ReadArticle, window: Sequence[int], proposed: ProposedClaim) -> tuple[Span, ...]:
    """The quote's spans: in the sentence it was numbered with, else anywhere in the window."""
    text = read.article.text
    if proposed.sentence in window:
        named = read.sentences[proposed.sentence]
        spans = grounding.locate(proposed.quote, text, named.start, named.end)
        if spans:
            return spans
    first, last = read.sentences[window[0]], read.sentences[window[-1]]
    spans = grounding.locate(proposed.quote, text, first.start, last.end)
    shown = all(read.sentences[read.sentence_at(span.start)].role == "body" for span in spans)
    return spans if shown else ()


def _check_wording(
    read: ReadArticle, proposed: ProposedClaim, spans: tuple[Span, ...]
) -> tuple[str, tuple[Refusal, ...]]:
    """The proposed wording where it keeps numbers, names and negations; else the article's own words and why."""
    quote = " … ".join(span.quote for span in spans)
    fault = fidelity.fault(proposed.text, quote)
    if fault:
        # The lines around allow numbers and names more, and cost more to read.
        fault = fidelity.fault(proposed.text, quote, context=_context(read, spans))
    if fault is None and proposed.text.strip():
        return " ".join(proposed.text.split()), ()
    own_words = " ".join(quote.split())
    return own_words, (_refusal(read, fault or "reply_invalid", f"{proposed.text!r} for {own_words!r}"),)


def _check_speaker(read: ReadArticle, claim: Claim, proposed: ProposedClaim) -> tuple[Claim, tuple[Refusal, ...]]:
    """Adds the model's speaker where code found none, if the article names it near; code's speaker stands."""
    if not proposed.speaker:
        return claim, ()
    if claim.voice == "source" and claim.speaker:
        stance = proposed.stance if claim.stance == "unclear" else claim.stance
        return claim.model_copy(update={"stance": stance}), ()
    speaker = _find_speaker(read, claim, proposed.speaker)
    doubt = () if speaker else (_refusal(read, "speaker_missing", f"{proposed.speaker!r} for {claim.quote!r}"),)
    return _as_reported(claim, speaker, proposed.stance), doubt


def _find_speaker(read: ReadArticle, claim: Claim, name: str) -> Speaker | None:
    low = max(0, claim.sentence - SPEAKER_REACH_SENTENCES)
    high = min(len(read.sentences) - 1, claim.sentence + SPEAKER_REACH_SENTENCES)
    bounds = read.sentences[low].start, read.sentences[high].end
    for wanted in (name, name.split()[-1] if name.split() else ""):
        spans = grounding.locate(wanted, read.article.text, *bounds)
        if spans and spans[0].match != "fuzzy":
            return Speaker(name=name, start=spans[0].start, end=spans[-1].end)
    return None


def _as_reported(claim: Claim, speaker: Speaker | None, stance: Stance) -> Claim:
    link = Attribution(
        speaker=speaker.name if speaker else None,
        cue="",
        start=claim.spans[0].start,
        end=claim.spans[-1].end,
        mode="indirect",
        stance=stance,
    )
    update = {"voice": "source", "speaker": speaker, "attribution": (*claim.attribution, link), "stance": stance}
    if claim.kind == "fact":
        update["kind"] = "statement"
    return claim.model_copy(update=update)


def _context(read: ReadArticle, spans: tuple[Span, ...]) -> str:
    """What a faithful wording may take names and numbers from: the title and the sentences around."""
    at = read.sentence_at(spans[0].start)
    nearby = range(max(0, at - SPEAKER_REACH_SENTENCES), min(len(read.sentences), at + 2))
    speakers = [speech.speaker.name for speech in read.speeches if speech.speaker]
    return " ".join([read.article.title or "", *speakers, *(read.sentence_text(index) for index in nearby)])


def _refusal(read: ReadArticle, reason: RefusalReason, detail: str) -> Refusal:
    return Refusal(step="claims", article_id=read.article.id, detail=detail, reason=reason)

"""Gives words of an article their voice: who says them, through which chain, with which stance, of which kind.

Knows nothing of models or prompts; it reads what steps/speech.py found over the whole article.
"""

import re
from collections.abc import Sequence

from service.models import Attribution, Claim, Kind, Language, ReadArticle, Span, Speech, content_id
from service.steps import figures
from service.steps.vocabulary import languages

# A claim that reaches a little over the edge of what is said (a full stop, a mark) still stands inside it.
INSIDE = 0.8
# Characters a scope must add to the one inside it to be content of its own: about three words.
SHORTEST_CONTENT = 15
_DENYING = ("denies", "does_not_confirm")
_FORECAST = re.compile(r"\b(?:will|shall|going to|expected to|set to|due to (?:begin|start|open)|plans? to)\b", re.I)
_OPINION = re.compile(r"\b(?:should|ought to|must|I (?:think|believe|feel)|in my (?:view|opinion))\b", re.I)
_MODAL: dict[Language, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "en": (_FORECAST, _OPINION),
    "fr": (
        re.compile(
            r"\b(?:sera|seront|va|vont|devrait|devraient|aura lieu|auront lieu|est prévue?|sont prévue?s)\b", re.I
        ),
        re.compile(r"\b(?:il faut|il faudrait|je (?:pense|crois|trouve)|à mon avis|nous devons|on doit)\b", re.I),
    ),
}


def build_claim(read: ReadArticle, text: str, spans: tuple[Span, ...]) -> Claim:
    """The claim that `spans` of the article make, in `text`'s words, with everything code can tell about it."""
    chain = chain_of(read.speeches_near(spans[0].start, spans[-1].end), spans[0].start, spans[-1].end)
    language = languages.of(read.article) or "en"
    innermost = chain[-1] if chain else None
    return Claim(
        id=content_id(read.article.id, [[span.start, span.end] for span in spans], text),
        article_id=read.article.id,
        text=text,
        spans=spans,
        sentence=read.sentence_at(spans[0].start),
        voice="source" if chain else "outlet",
        speaker=innermost.speaker if innermost else None,
        attribution=tuple(link(speech) for speech in chain),
        stance=innermost.stance if innermost else "asserts",
        kind=kind_of(text, is_reported=bool(chain), language=language),
        figures=tuple(
            figure
            for span in spans
            for figure in figures.find(
                span.quote, offset=span.start, published_at=read.article.published_at, language=language
            )
        ),
    )


def chain_of(speeches: Sequence[Speech], start: int, end: int) -> tuple[Speech, ...]:
    """The speeches `start:end` stands inside, outermost first.

    Of two over the same words the one that denies is the inner one: "Lee refuted media reports that ..." is Lee's.
    """
    covering = [
        speech
        for speech in speeches
        if _shared(speech, start, end) >= INSIDE * (end - start) and not _has_cue(speech, start, end)
    ]
    return tuple(
        sorted(covering, key=lambda speech: (speech.start - speech.end, speech.start, speech.stance in _DENYING))
    )


def contents(speeches: Sequence[Speech], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """What is reported inside `start:end`: the speech scopes there, cut to it, in order; () if none is.

    A scope whose own words are only the cue and the speaker of a smaller one gives way to it, so that "the agency
    said police believe X" yields X; "clarification was needed on reports that X" yields itself and X.
    """
    inside = [s for s in speeches if s.start < end and start < s.end]
    telling = [s for s in inside if not any(_only_introduces(s, other) for other in inside)]
    return tuple(sorted({(max(s.start, start), min(s.end, end)) for s in telling}))


def acts(read: ReadArticle, start: int, end: int) -> bool:
    """Whether `start:end` holds an act of denying or of not confirming: then the telling of it is a claim itself."""
    return any(
        speech.stance in ("denies", "does_not_confirm") and start <= speech.cue_start < end
        for speech in read.speeches_near(start, end)
    )


def kind_of(text: str, *, is_reported: bool, language: Language = "en") -> Kind:
    """Forecast and opinion by their modal words, else statement when somebody says it, else fact."""
    forecast, opinion = _MODAL[language]
    if forecast.search(text):
        return "forecast"
    if opinion.search(text):
        return "opinion"
    return "statement" if is_reported else "fact"


def link(speech: Speech) -> Attribution:
    """The link of an attribution chain that a speech makes."""
    return Attribution(
        speaker=speech.speaker.name if speech.speaker else None,
        cue=speech.cue,
        start=speech.start,
        end=speech.end,
        mode=speech.mode,
        stance=speech.stance,
    )


def _shared(speech: Speech, start: int, end: int) -> int:
    return min(speech.end, end) - max(speech.start, start)


def _has_cue(speech: Speech, start: int, end: int) -> bool:
    return bool(speech.cue) and start <= speech.cue_start and speech.cue_end <= end


def _only_introduces(outer: Speech, inner: Speech) -> bool:
    """Whether `outer` holds `inner` and adds hardly a word to its speaker and cue."""
    holds = (
        outer.start <= inner.start and inner.end <= outer.end and (outer.start, outer.end) != (inner.start, inner.end)
    )
    if not holds:
        return False
    introduction = sum(end - start for start, end in _introduction(inner) if outer.start <= start and end <= outer.end)
    return (outer.end - outer.start) - (inner.end - inner.start) - introduction <= SHORTEST_CONTENT


def _introduction(speech: Speech) -> list[tuple[int, int]]:
    cue = [(speech.cue_start, speech.cue_end)]
    return [*cue, (speech.speaker.start, speech.speaker.end)] if speech.speaker else cue

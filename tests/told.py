"""Articles for tests, written as short texts: sentences by line, speech by planted words."""

from collections.abc import Sequence

from service.models import Article, Claim, Mode, ReadArticle, Sentence, Span, Speaker, Speech, Stance
from service.steps.extracting import attribution


def told(text: str, speeches: Sequence[Speech] = (), **fields: object) -> ReadArticle:
    """An article whose every line is a body sentence."""
    starts = [0] + [at + 1 for at, character in enumerate(text) if character == "\n"]
    ends = [*[start - 1 for start in starts[1:]], len(text)]
    sentences = tuple(Sentence(start=s, end=e, role="body") for s, e in zip(starts, ends, strict=True) if e > s)
    article = Article.model_validate({"id": "a", "outlet": "Courier", "text": text, **fields})
    return ReadArticle(article=article, sentences=sentences, speeches=tuple(speeches))


def said(
    text: str, content: str, *, cue: str, speaker: str | None, stance: Stance = "asserts", mode: Mode = "indirect"
) -> Speech:
    """A speech whose content, cue and speaker are the first places these words stand at in `text`."""
    start, cue_at = text.index(content), text.index(cue)
    named = None
    if speaker:
        at = text.index(speaker)
        named = Speaker(name=speaker, start=at, end=at + len(speaker))
    return Speech(
        start=start,
        end=start + len(content),
        mode=mode,
        stance=stance,
        cue=cue,
        cue_start=cue_at,
        cue_end=cue_at + len(cue),
        speaker=named,
    )


def claim(read: ReadArticle, quote: str, text: str | None = None) -> Claim:
    """The claim that `quote` makes, in its own words or in `text`'s."""
    start = read.article.text.index(quote)
    return attribution.build_claim(read, text or quote, (Span(start=start, end=start + len(quote), quote=quote),))


def with_claims(read: ReadArticle, *quotes: str) -> ReadArticle:
    """The same article with a claim for each quote."""
    return read.model_copy(update={"claims": tuple(claim(read, quote) for quote in quotes)})

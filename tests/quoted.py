"""Articles for tests of quotations: a line for each, its speaker and the words in quotation marks."""

from service.models import Article, ReadArticle, Speaker, Speech
from service.steps import sentences

FILLER = "The talks in the old harbour town went on until late at night."


def quoting(outlet: str, *told: tuple[str | None, str], opening: str = "“", closing: str = "”") -> ReadArticle:
    """An article by `outlet` with a paragraph for each speaker and the words they are quoted with."""
    lines = [f"{speaker or 'One of them'} said: {opening}{words}{closing}" for speaker, words in told]
    text = "\n\n".join([FILLER, *lines])
    speeches = [_speech(text, line, speaker, words) for line, (speaker, words) in zip(lines, told, strict=True)]
    return read(outlet, text, *speeches)


def read(outlet: str, text: str, *speeches: Speech) -> ReadArticle:
    """An article of this text; its id is the outlet's name in lower case."""
    article = Article(id=outlet.lower().replace(" ", "-"), outlet=outlet, text=text)
    return ReadArticle(article=article, sentences=sentences.split(text), speeches=speeches)


def mixed(text: str, content: str, speaker: str | None = None) -> Speech:
    """Reported words that hold a quotation, as steps/speech.py gives them."""
    start = text.index(content)
    named = Speaker(name=speaker, start=0, end=1) if speaker else None
    return Speech(
        start=start,
        end=start + len(content),
        mode="mixed",
        stance="asserts",
        cue="said",
        cue_start=0,
        cue_end=0,
        speaker=named,
    )


def _speech(text: str, line: str, speaker: str | None, words: str) -> Speech:
    at = text.index(line)
    start = at + len(line) - len(words) - 1
    cue = at + len(speaker or "One of them") + 1
    named = Speaker(name=speaker, start=at, end=at + len(speaker)) if speaker else None
    return Speech(
        start=start,
        end=start + len(words),
        mode="direct",
        stance="asserts",
        cue="said",
        cue_start=cue,
        cue_end=cue + 4,
        speaker=named,
    )

"""Tells how articles quote the same words differently: altered, cut, reworded, or given to another speaker.

Knows nothing of claims. Only a change that can be shown word against word is reported: identical quotations, other
typography, joined or parted compounds and what an editor put in square brackets are no change. Built for English; in
other languages words are compared as they stand.
"""

from collections.abc import Sequence

from service.models import ReadArticle, content_id
from service.report_models import Difference, QuoteChange, QuoteSide
from service.steps.quoting import quotation_pairs, quote_changes, utterances
from service.steps.quoting.quote_changes import Change, Range
from service.steps.quoting.utterances import Utterance
from service.steps.vocabulary.content_words import Lexicon
from service.steps.wording import one_line

_LONGEST_SHOWN = 160
_STOPS = frozenset(".!?…")


def compare(articles: Sequence[ReadArticle]) -> tuple[QuoteChange, ...]:
    """The quotations that two articles share in other words, to another extent or from another speaker.

    Equal whatever the order of `articles`; sides are in the order of article ids. Near-linear in the quoted words.
    """
    ordered = sorted(articles, key=lambda read: (read.article.id, read.article.sha256))
    lexicon = Lexicon.learn(ordered)
    found = [part for place, read in enumerate(ordered) for part in utterances.collect(read, place, lexicon)]
    built = [_build(change, ordered) for change in quote_changes.find(quotation_pairs.find(found))]
    return tuple(sorted(built, key=lambda change: [(side.article_id, side.start, side.end) for side in change.spans]))


def _build(change: Change, articles: Sequence[ReadArticle]) -> QuoteChange:
    match = change.match
    sides = (_side(match.a, change.a, articles), _side(match.b, change.b, articles))
    differences = tuple(
        Difference(
            a=_words(match.a, gap.a_start, gap.a_end, articles),
            b=_words(match.b, gap.b_start, gap.b_end, articles),
        )
        for gap in change.gaps
    )
    return QuoteChange(
        id=content_id("quote_change", *([side.article_id, side.start, side.end] for side in sides)),
        text=_say(change, sides, differences, [articles[side.article].article.name for side in (match.a, match.b)]),
        spans=sides,
        speakers=(match.a.speaker, match.b.speaker),
        kinds=change.kinds,
        differences=differences,
    )


def _side(utterance: Utterance, part: Range, articles: Sequence[ReadArticle]) -> QuoteSide:
    """The words of atoms `part`, with the full stop behind them; the comma before a cue is the paper's own."""
    article, atoms = articles[utterance.article].article, utterance.atoms
    text = article.text
    start = utterance.start if part[0] == 0 else atoms[part[0]].start
    end = utterance.end if part[1] == len(atoms) else atoms[part[1] - 1].end
    while end < utterance.end and text[end] in _STOPS:
        end += 1
    end -= len(text[start:end]) - len(text[start:end].rstrip(",; "))
    return QuoteSide(article_id=article.id, start=start, end=end, quote=text[start:end])


def _words(utterance: Utterance, start: int, end: int, articles: Sequence[ReadArticle]) -> str:
    """The words of atoms `start:end` as they stand, on one line; "" if there are none."""
    if start == end:
        return ""
    text = articles[utterance.article].article.text
    return " ".join(text[utterance.atoms[start].start : utterance.atoms[end - 1].end].split())


def _say(
    change: Change, sides: tuple[QuoteSide, QuoteSide], differences: Sequence[Difference], names: Sequence[str]
) -> str:
    """One sentence that names both outlets and shows the first difference of the weightiest kind."""
    a, b = names
    who = max((change.match.a.speaker or "", change.match.b.speaker or ""), key=len) or "one speaker"
    first, second = (_shown(side.quote) for side in sides)
    if "reassigned" in change.kinds:
        return f"{a} gives the words {first} to {change.match.a.speaker}, {b} to {change.match.b.speaker}."
    if "reworded" in change.kinds:
        return f"{a} and {b} quote {who} in different words: {first} in {a}, {second} in {b}."
    both = next((pair for pair in differences if pair.a and pair.b), None)
    if both:
        return f"{a} and {b} quote {who} differently: {_shown(both.a)} in {a} is {_shown(both.b)} in {b}."
    pair = differences[0]
    fuller, shorter, words = (a, b, pair.a) if pair.a else (b, a, pair.b)
    return f"{shorter} quotes {who} without {_shown(words)}, which {fuller} has."


def _shown(words: str) -> str:
    return f"“{one_line(words, _LONGEST_SHOWN)}”"

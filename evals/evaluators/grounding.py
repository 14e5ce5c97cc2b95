"""Whether what the report says stands in the articles: spans, numbers, names and negations. Needs no expectation."""

import re
from collections.abc import Callable, Iterator

from evals.evaluators.wordings import is_negative, names, numbers, quoted_pieces, words_of
from evals.outcomes import Outcome, show
from evals.results import Fault
from service.models import Claim
from service.report_models import SummarySentence


def ungrounded_span(outcome: Outcome) -> list[Fault]:
    """A quotation that is not a slice of the article it names, or that is none of its own article's text."""
    texts = outcome.texts
    wrong = [
        (article_id, quote)
        for article_id, start, end, quote in _spans(outcome)
        if texts[article_id][start:end] != quote
    ]
    wrong += [
        (claim.article_id, variant.quote)
        for agreement in outcome.report.agreements
        for variant in agreement.variants
        if (claim := outcome.claims.get(variant.claim_id)) and claim.quote != variant.quote
    ]
    return [
        Fault(got=show(f"{article_id}: {quote}"), why="the article does not have these words there")
        for article_id, quote in wrong
    ]


def invented_quote(outcome: Outcome) -> list[Fault]:
    """Words a summary sentence puts in quotation marks that stand in no article it rests on, letters and digits alone
    compared; an ellipsis may leave words out."""
    return [
        Fault(got=show(sentence.text), why=f"{show(piece)!r} stands in no article it rests on")
        for sentence in outcome.report.summary.sentences
        for piece in quoted_pieces(sentence.text)
        if not any(_words(piece) in _words(outcome.texts[claim.article_id]) for claim in _cited(outcome, sentence))
    ]


def invented_number(outcome: Outcome) -> list[Fault]:
    """A number in a claim or a summary sentence that the words it rests on do not hold."""
    return [
        Fault(expected=show(source), got=show(text), why=f"{', '.join(sorted(extra))} is not in the words it rests on")
        for text, source in _wordings(outcome)
        if (extra := numbers(text) - numbers(source))
    ]


def invented_name(outcome: Outcome) -> list[Fault]:
    """A name in a claim or a summary sentence that stands nowhere in the articles it rests on."""
    return [
        Fault(got=show(text), why=f"{', '.join(sorted(extra))} stands nowhere in the articles it rests on")
        for text, known in _named(outcome)
        if (extra := names(text) - known)
    ]


def lost_negation(outcome: Outcome) -> list[Fault]:
    """A claim or summary sentence that says what its words deny, or denies what they say."""
    claims = [(one.text, one.quote) for one in outcome.report.claims if is_negative(one.text) != is_negative(one.quote)]
    lost = [Fault(expected=show(quote), got=show(text), why="not, no or denied on one side") for text, quote in claims]
    for sentence in outcome.report.summary.sentences:
        # A claim may be the part of a sentence that denies nothing, or lean on a denial beside it.
        cited = _cited(outcome, sentence)
        sources = [source for claim in cited for source in (claim.quote, outcome.sentence_of(claim))]
        if sources and is_negative(sentence.text) not in {is_negative(source) for source in sources}:
            lost.append(Fault(expected=show(sources[0]), got=show(sentence.text), why="not, no or denied on one side"))
    return lost


def _words(text: str) -> str:
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def _spans(outcome: Outcome) -> Iterator[tuple[str, int, int, str]]:
    for claim in outcome.report.claims:
        yield from ((claim.article_id, span.start, span.end, span.quote) for span in claim.spans)
    for change in outcome.report.quote_changes:
        yield from ((side.article_id, side.start, side.end, side.quote) for side in change.spans)


def _wordings(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Every wording with the words it rests on."""
    for claim in outcome.report.claims:
        yield claim.text, outcome.sentence_of(claim)
    for sentence in outcome.report.summary.sentences:
        cited = _cited(outcome, sentence)
        outlets = " ".join(_outlet(outcome, claim) for claim in cited)
        yield sentence.text, " ".join([outlets, *(outcome.sentence_of(claim) for claim in cited)])


def _named(outcome: Outcome) -> Iterator[tuple[str, set[str]]]:
    """Every wording with the words of the articles it rests on."""
    known = _memo(lambda article_id: words_of([outcome.texts[article_id]]))
    for claim in outcome.report.claims:
        yield claim.text, known(claim.article_id)
    for sentence in outcome.report.summary.sentences:
        cited = _cited(outcome, sentence)
        allowed = words_of(_outlet(outcome, claim) for claim in cited)
        yield sentence.text, allowed.union(*(known(claim.article_id) for claim in cited))


def _memo(read: Callable[[str], set[str]]) -> Callable[[str], set[str]]:
    kept: dict[str, set[str]] = {}
    return lambda key: kept[key] if key in kept else kept.setdefault(key, read(key))


def _cited(outcome: Outcome, sentence: SummarySentence) -> list[Claim]:
    return [outcome.claims[one] for one in sentence.claim_ids if one in outcome.claims]


def _outlet(outcome: Outcome, claim: Claim) -> str:
    return next(one.outlet or one.id for one in outcome.report.articles if one.id == claim.article_id)

"""Claim cutting on PropSegmEnt: the claims step on single sentences, against the claims people cut from them.

As published, a claim is the set of its sentence's words (there tokens, here runs of letters and digits), and predicted
and gold claims are matched one to one where the Jaccard index of their sets is 0.8 or more; counts are summed over
sentences. Our claim is told twice: by the words under its spans, and by those of them that its wording keeps, since a
small model's claim drops words in the middle of one span. Where the model gives no valid reply nothing is cut: the
step's own stand-in counts. Sentences are shown to the step alone, as the data has them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from evals import matching, scores
from evals.bench import told
from evals.bench.figures import Figure, Measured, Published, share
from evals.bench.rows import ClaimsRow, reporting_half, sample
from evals.results import Counts
from service.asking import Asking
from service.errors import BadReply
from service.llm.port import Reply
from service.models import Claim
from service.services import Services
from service.steps import claims
from service.steps.extracting.subsequences import Word, align, read_words

BENCHMARK = FILE = "propsegment_wiki_claims"
SAMPLE = 100
LEAST_JACCARD = 0.8
_PUBLISHED = (Published("T5-Large, full test", 0.559), Published("people", 0.671))
Words = frozenset[int]


@dataclass(frozen=True)
class Scored:
    """One sentence's counts in three ways of telling what was predicted, and what the model had to do with it."""

    by_spans: Counts
    by_wording: Counts
    whole: Counts
    is_asked: bool
    is_bad_reply: bool


async def measure(rows: Sequence[ClaimsRow], services: Services, asking: Asking) -> tuple[Figure, ...]:
    """The figures on a fixed sample of the reporting half of `rows`."""
    chosen = choose(rows)
    read = [told.lines("Courier", [row.sentence]) for row in chosen]
    questions = [claims.ask(one, services.profile, services.prompts) for one in read]
    calls = [question.call for asked in questions for question in asked]
    answers = iter(await asking.all(claims.STEP, calls, lambda error: isinstance(error, BadReply)))
    documents = []
    for row, article, asked in zip(chosen, read, questions, strict=True):
        replies = [one.text if isinstance(one, Reply) else None for one in (next(answers) for _ in asked)]
        cut = claims.read(article, asked, replies, (), services.profile).claims
        documents.append((_score(row, cut, is_asked=bool(asked), is_bad_reply=None in replies),))
    used = f"second half, the {len(chosen)} sentences of smallest SHA-256"
    return _figures(Measured(BENCHMARK, used, services.model, tuple(documents)))


def choose(rows: Sequence[ClaimsRow]) -> tuple[ClaimsRow, ...]:
    """The sentences measured on: of the second half, those whose words have the smallest SHA-256."""
    half = [row for group in reporting_half(rows, lambda row: row.sentence) for row in group]
    return sample(half, lambda row: row.sentence, SAMPLE)


def count(gold: Sequence[Words], found: Iterable[Words]) -> Counts:
    """How many of `found` match gold claims one to one; equal predictions count once."""
    distinct = list(dict.fromkeys(found))
    near = [{at: jaccard(one, other) for at, other in enumerate(distinct)} for one in gold]
    matched = len(matching.match([{at: by for at, by in one.items() if by >= LEAST_JACCARD} for one in near]))
    return Counts(tp=matched, fp=len(distinct) - matched, fn=len(gold) - matched)


def jaccard(a: Words, b: Words) -> float:
    """The share of the words of either that both hold; 0 where neither holds any."""
    return len(a & b) / len(a | b) if a | b else 0.0


def _score(row: ClaimsRow, cut: Sequence[Claim], *, is_asked: bool, is_bad_reply: bool) -> Scored:
    words = read_words(row.sentence)
    gold = [_under(claim.spans, words) for claim in row.claims]
    return Scored(
        by_spans=count(gold, [_under(_places(claim), words) for claim in cut]),
        by_wording=count(gold, [_kept(claim, words) for claim in cut]),
        whole=count(gold, [frozenset(range(len(words)))]),
        is_asked=is_asked,
        is_bad_reply=is_bad_reply,
    )


def _places(claim: Claim) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in claim.spans]


def _under(spans: Iterable[tuple[int, int]], words: Sequence[Word]) -> Words:
    """The words of the sentence that `spans` touch, by their place in it."""
    listed = list(spans)
    return frozenset(
        at for at, word in enumerate(words) if any(word.start < end and start < word.end for start, end in listed)
    )


def _kept(claim: Claim, words: Sequence[Word]) -> Words:
    """The words under the spans that the claim's wording keeps, in order; all where it shares none."""
    under = sorted(_under(_places(claim), words))
    found = align(read_words(claim.text), [words[at] for at in under])
    return frozenset(under[place] for place in found.places) or frozenset(under)


def _figures(measured: Measured[Scored]) -> tuple[Figure, ...]:
    asked, code = measured.where(lambda one: one.is_asked), replace(measured, decided_by="code alone")
    return (
        measured.figure("F1 by spans", lambda of: scores.f1(_spans(of)), "words under a claim's spans", _PUBLISHED),
        measured.figure("precision by spans", lambda of: scores.precision(_spans(of)), "of claims made, those in gold"),
        measured.figure("recall by spans", lambda of: scores.recall(_spans(of)), "of gold claims, those made"),
        measured.figure("F1 by wording", _f1_by_wording, "words that a claim's wording keeps", _PUBLISHED),
        asked.figure("no valid reply", share(lambda one: one.is_bad_reply), "of those asked about; they stay uncut"),
        code.figure("F1 of whole sentences", _f1_of_whole, "baseline: the sentence is the one claim", _PUBLISHED),
        code.figure("code sufficed", share(lambda one: not one.is_asked), "sentences no model is asked about"),
    )


def _spans(of: Sequence[Scored]) -> Counts:
    return sum((one.by_spans for one in of), Counts())


def _f1_by_wording(of: Sequence[Scored]) -> float | None:
    return scores.f1(sum((one.by_wording for one in of), Counts()))


def _f1_of_whole(of: Sequence[Scored]) -> float | None:
    return scores.f1(sum((one.whole for one in of), Counts()))

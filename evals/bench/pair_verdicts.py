"""Pair verdicts on FeverSymmetric (test file), and on the French DACCORD. Knows how a pair is judged, not by what.

Each pair is two articles of one sentence each by two outlets; its claims are those code takes from the sentences, and
the strongest verdict on any of their pairs is the row's. FeverSymmetric cannot be solved from one side alone: each text
stands in rows of both labels, so rows that share a text are resampled together. Its texts are no news: "unrelated" is
an answer of ours that counts as wrong, so accuracy is low where the rules keep silent. Candidate choice plays no part.
French is covered in part; of DACCORD the first half was looked at, so the second is measured.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from evals.bench import told
from evals.bench.figures import Figure, Measured, Published, f1, share
from evals.bench.rows import PairRow, by_shared_text, reporting_half, sample
from service.asking import Asking
from service.errors import BadReply
from service.llm.port import Reply
from service.models import Pair, ReadArticle, Relation, Verdict
from service.services import Services
from service.steps import rules, verdicts
from service.steps.comparing.tellings import Tellings
from service.steps.vocabulary import languages

FEVER, FRENCH = "fever_symmetric", "daccord_french"
TEST_FILE, FRENCH_FILE = "fever_symmetric_test", "daccord_french"
SAMPLE = 100
_STRENGTH: tuple[Relation, ...] = ("contradicts", "disputes", "updates", "differs_in_scope", "agrees", "unrelated")
_CONFLICTS = frozenset(_STRENGTH[:4])
_BERT = (Published("BERT, v0.1 of the data", 0.575), Published("BERT re-weighted, v0.1", 0.616))


@dataclass(frozen=True)
class Judged:
    """A row's label and the relation found."""

    label: str
    found: Relation


def by_rules(rows: Sequence[PairRow], tell: Callable[[int, int], None]) -> tuple[Figure, ...]:
    """The rules' figures on all of `rows`."""
    judged: dict[str, Judged] = {}
    for row in rows:
        judged[row.id] = Judged(row.label, _strongest(_rule(_articles(row))))
        tell(len(judged), len(rows))
    documents = tuple(tuple(judged[row.id] for row in group) for group in by_shared_text(rows))
    return _figures(Measured(FEVER, f"test file, all {len(rows)} rows", "rules", documents))


async def by_model(rows: Sequence[PairRow], services: Services, asking: Asking) -> tuple[Figure, ...]:
    """The figures of model and rules together on a fixed sample; a pair without a valid reply keeps the rules' word."""
    chosen = sample(rows, lambda row: f"{row.text_a}\n{row.text_b}", SAMPLE)
    asked: list[tuple[PairRow, tuple[Verdict, ...], tuple[verdicts.Question, ...]]] = []
    for row in chosen:
        tellings = _articles(row)
        ruled = _rule(tellings)
        pairs = [Pair(a=one.a, b=one.b, score=1.0) for one in ruled]
        asked.append((row, ruled, verdicts.ask(pairs, ruled, tellings.articles, services.prompts, tellings)))
    calls = [question.call for _, _, questions in asked for question in questions]
    answers = iter(await asking.all(verdicts.STEP, calls, lambda error: isinstance(error, BadReply)))
    judged: dict[str, Judged] = {}
    for row, ruled, questions in asked:
        got = [next(answers) for _ in questions]
        found, _ = verdicts.read(questions, [one.text if isinstance(one, Reply) else None for one in got], ruled)
        judged[row.id] = Judged(row.label, _strongest(found))
    documents = tuple(tuple(judged[row.id] for row in group) for group in by_shared_text(chosen))
    used = f"test file, the {len(chosen)} pairs of smallest SHA-256"
    return _figures(Measured(FEVER, used, services.model, documents))


def in_french(rows: Sequence[PairRow], tell: Callable[[int, int], None]) -> tuple[Figure, ...]:
    """How often a conflict is claimed, rightly and wrongly, on the half that nobody tuned on."""
    halved = reporting_half(rows, lambda row: row.text_a)
    measured_rows = [row for document in halved for row in document]
    judged: dict[str, Judged] = {}
    for row in measured_rows:
        tellings = _articles(row)
        known = [languages.of(read.article) == "fr" for read in tellings.articles.values()]
        judged[row.id] = Judged(row.label, _strongest(_rule(tellings)) if all(known) else "unrelated")
        tell(len(judged), len(measured_rows))
    documents = tuple(tuple(judged[row.id] for row in group) for group in halved)
    measured = Measured(FRENCH, f"second half, {len(measured_rows)} rows", "rules", documents)
    compatible, conflicting = measured.where(lambda one: one.label != "contradicts"), measured.where(_contradicts)
    found = measured.where(_claims_conflict)
    return (
        found.figure("precision", share(_contradicts), "of conflicts claimed, those that are"),
        conflicting.figure("recall", share(_claims_conflict), "of contradicting pairs, those found"),
        compatible.figure("false conflicts", share(_claims_conflict), "compatible pairs with any conflict"),
        conflicting.figure(
            "false agreements", share(lambda one: one.found == "agrees"), "contradicting pairs called `agrees`"
        ),
    )


def _articles(row: PairRow) -> Tellings:
    sides = (("Courier", row.text_a), ("Herald", row.text_b))
    return Tellings([told.with_claims(told.lines(name, [" ".join(text.split())])) for name, text in sides])


def _rule(tellings: Tellings) -> tuple[Verdict, ...]:
    sides: list[ReadArticle] = list(tellings.articles.values())
    crossed = product(sides[0].claims, sides[1].claims)
    pairs = [Pair(a=one.id, b=other.id, score=1.0) for one, other in crossed]
    return rules.judge_all(pairs, tellings.articles, tellings)


def _strongest(found: Sequence[Verdict]) -> Relation:
    return min((verdict.relation for verdict in found), key=_STRENGTH.index, default="unrelated")


def _contradicts(one: Judged) -> bool:
    return one.label == "contradicts"


def _claims_conflict(one: Judged) -> bool:
    return one.found in _CONFLICTS


def _is_found(one: Judged) -> bool:
    return one.found == "contradicts"


def _is_right(one: Judged) -> bool:
    return one.found == one.label


def _figures(measured: Measured[Judged]) -> tuple[Figure, ...]:
    agreeing, conflicting = measured.where(lambda one: one.label == "agrees"), measured.where(_contradicts)
    found = measured.where(_is_found)
    decided = measured.where(lambda one: one.found in ("agrees", "contradicts"))
    return (
        found.figure("precision", share(_contradicts), "of `contradicts` found, those that are"),
        conflicting.figure("recall", share(_is_found), "of contradicting pairs, those found"),
        measured.figure("F1", f1(_contradicts, _is_found), "of `contradicts`"),
        agreeing.figure(
            "false conflicts",
            share(_claims_conflict),
            "agreeing pairs called a contradiction, dispute, update or difference in scope",
        ),
        conflicting.figure(
            "false agreements", share(lambda one: one.found == "agrees"), "contradicting pairs called `agrees`"
        ),
        measured.figure("accuracy", share(_is_right), "two-way; keeping silent counts as wrong", _BERT),
        decided.figure("accuracy where decided", share(_is_right), "only rows called `agrees` or `contradicts`"),
    )

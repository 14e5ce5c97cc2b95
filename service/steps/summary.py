"""The summary step: salient findings become questions, their answers become cited sentences or refusals.

Knows nothing of how a call is made. A capable model is asked once about all findings; one that only restates is asked
for a sentence about one finding at a time, so that its citation is right by construction, and never about sides that
part: giving both is what a small model fails at. What is written is checked sentence by sentence (citations.py); where
fewer than three sentences hold, or a contradiction, dispute or newer state is left out, wording.py fills in from the
papers' words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from service.llm.port import Call
from service.llm.profiles import Profile
from service.models import Claim, ConflictType, Model, ReadArticle
from service.prompts import Prompts
from service.report_models import Conflict, RefusalReason, RefusedSentence, Summary, SummarySentence, Support
from service.steps import citations, wording
from service.steps.citations import Cited, Side
from service.steps.coverage import Coverage
from service.steps.findings import Findings

STEP = "summary"
FEWEST_SENTENCES = 3
MOST_SENTENCES = 8
MAX_TOKENS = 900
SENTENCE_TOKENS = 120
LONGEST_WORDS = 300
MOST_OF_A_KIND = {"contradiction": 4, "dispute": 3, "agreement": 6, "update": 2, "difference in scope": 2}

_OVER_FIGURES: frozenset[ConflictType] = frozenset({"number", "date"})

ItemKind = Literal["agreement", "contradiction", "dispute", "update", "difference in scope", "only in one paper"]


class WrittenSentence(Model):
    """A sentence as the model wrote it, with the numbers of the findings it cites."""

    text: str
    cites: list[int]


class Written(Model):
    """The model's reply."""

    sentences: list[WrittenSentence] = Field(max_length=20)


class Restated(Model):
    """The reply of a model that only restates: one sentence about one finding."""

    text: str


@dataclass(frozen=True)
class Item:
    """A finding the summary may use; `sides` as citations.py checks them, which may part over a figure."""

    kind: ItemKind
    sides: tuple[Side, ...]
    over_figures: bool = False

    @property
    def is_conflict(self) -> bool:
        return self.kind in ("contradiction", "dispute")

    @property
    def is_parted(self) -> bool:
        """Whether its sides do not say the same."""
        return self.kind not in ("agreement", "only in one paper")

    @property
    def is_due(self) -> bool:
        """Whether a summary without it would mislead."""
        return self.is_conflict or self.kind == "update"

    @property
    def cited(self) -> Cited:
        return Cited(self.sides, self.is_parted, self.over_figures)

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim.id for side in self.sides for claim, _ in side.claims))

    @property
    def support(self) -> Support:
        if self.is_conflict:
            return "disputed"
        return "single" if len({a.article.id for side in self.sides for _, a in side.claims}) == 1 else "multiple"

    def shown(self) -> list[dict[str, str]]:
        """The sides as the prompts show them: who, and the shortest of their own words."""
        return [
            {
                "by": ", ".join([*side.outlets, *side.speakers]),
                "words": wording.one_line(side.shortest.quote, LONGEST_WORDS),
            }
            for side in self.sides
        ]


def choose(articles: Sequence[ReadArticle], findings: Findings, coverage: Coverage, most: int) -> tuple[Item, ...]:
    """At most `most` findings worth a sentence: agreements, then where the papers part, then what one alone tells."""
    look_up = {claim.id: (claim, article) for article in articles for claim in article.claims}
    agreements = [
        Item("agreement", tuple(_side(look_up, [v.claim_id]) for v in a.variants)) for a in findings.agreements
    ]
    parted = [
        *_conflicts("contradiction", findings.contradictions, look_up),
        *_conflicts("dispute", findings.disputes, look_up),
        *_conflicts("update", findings.updates, look_up),
        *_conflicts("difference in scope", findings.scope_differences, look_up),
    ]
    singles = _singles(coverage, look_up)
    used: set[str] = set()
    chosen = []
    for item in [*agreements[: MOST_OF_A_KIND["agreement"]], *parted, *singles]:
        if item.kind != "only in one paper" or not used & set(item.claim_ids):
            chosen.append(item)
            used |= set(item.claim_ids)
    return tuple(_keep_conflicts(chosen, most))


@dataclass(frozen=True)
class Question:
    """A call about some items, by number from 1."""

    call: Call
    numbers: tuple[int, ...]


def prompt_name(profile: Profile) -> str:
    """The prompt this profile's model is asked with."""
    return "summary.sentence" if profile.only_restates else "summary"


def reply_type(profile: Profile) -> type[Written] | type[Restated]:
    """The shape of the answer."""
    return Restated if profile.only_restates else Written


def ask(items: Sequence[Item], profile: Profile, sources: Sequence[str], prompts: Prompts) -> tuple[Question, ...]:
    """One question about all items, or one about each that is no conflict; `sources` are the articles' SHA-256."""

    def call(max_tokens: int, **variables: Any) -> Call:
        return Call(
            step=STEP,
            prompt_id=prompts.id_of(prompt_name(profile), reply_type(profile)),
            messages=prompts.render(prompt_name(profile), **variables),
            reply=reply_type(profile),
            max_tokens=max_tokens,
            sources=tuple(sorted(sources)),
        )

    numbered = list(enumerate(items, 1))
    if profile.only_restates:
        asked = [(number, item) for number, item in numbered if not item.is_parted]
        return tuple(Question(call(SENTENCE_TOKENS, sides=item.shown()), (number,)) for number, item in asked)
    findings = [{"number": number, "kind": item.kind, "sides": item.shown()} for number, item in numbered]
    numbers = tuple(number for number, _ in numbered)
    return (Question(call(MAX_TOKENS, findings=findings), numbers),) if findings else ()


def read(questions: Sequence[Question], replies: Sequence[str | None], items: Sequence[Item]) -> Summary:
    """The summary: what holds of the model's sentences, filled in by code where that is too little.

    `replies[i]` is the validated JSON answer to `questions[i]`, or None; every sentence cites at least one item.
    """
    written = [one for question, reply in zip(questions, replies, strict=True) for one in _written(question, reply)]
    judged = [(sentence, _judge(sentence, items)) for sentence in written]
    refused = tuple(RefusedSentence(text=s.text, reason=reason) for s, reason in judged if reason)
    kept = [(sorted(set(s.cites)), _sentence(s.text, s.cites, items, "model")) for s, reason in judged if not reason]
    told = {number for numbers, _ in kept for number in numbers}
    for number, item in enumerate(items, 1):
        if number not in told and (item.is_due or len(kept) < FEWEST_SENTENCES):
            kept.append(([number], _sentence(wording.sentence(item.kind, item.sides), [number], items, "extractive")))
    return Summary(sentences=tuple(sentence for _, sentence in sorted(kept, key=lambda one: one[0])), refused=refused)


def _written(question: Question, reply: str | None) -> list[WrittenSentence]:
    """The sentences of one reply; a sentence about one item cites it, whatever the model would say."""
    if reply is None:
        return []
    if question.call.reply is Restated:
        return [WrittenSentence(text=Restated.model_validate_json(reply).text, cites=list(question.numbers))]
    return Written.model_validate_json(reply).sentences[:MOST_SENTENCES]


def _judge(sentence: WrittenSentence, items: Sequence[Item]) -> RefusalReason | None:
    if not sentence.cites:
        return "uncited"
    if not all(1 <= number <= len(items) for number in sentence.cites):
        return "bad_citation"
    return citations.check(sentence.text, [items[number - 1].cited for number in sorted(set(sentence.cites))])


def _sentence(
    text: str, cites: Sequence[int], items: Sequence[Item], origin: Literal["model", "extractive"]
) -> SummarySentence:
    cited = [items[number - 1] for number in sorted(set(cites))]
    supports = {item.support for item in cited}
    support: Support = "disputed" if "disputed" in supports else "single" if supports == {"single"} else "multiple"
    claim_ids = tuple(dict.fromkeys(claim_id for item in cited for claim_id in item.claim_ids))
    return SummarySentence(text=" ".join(text.split()), claim_ids=claim_ids, support=support, origin=origin)


def _conflicts(
    kind: ItemKind, conflicts: Sequence[Conflict], look_up: Mapping[str, tuple[Claim, ReadArticle]]
) -> list[Item]:
    return [
        Item(kind, tuple(_side(look_up, position.claim_ids) for position in one.positions), one.type in _OVER_FIGURES)
        for one in conflicts[: MOST_OF_A_KIND[kind]]
    ]


def _singles(coverage: Coverage, look_up: Mapping[str, tuple[Claim, ReadArticle]]) -> list[Item]:
    """What one article alone reports, the most salient first."""
    ranked = sorted(coverage.omissions, key=lambda omission: (-omission.salience, omission.id))
    alone = dict.fromkeys(omission.claim_ids for omission in ranked if len(omission.reported_by) == 1)
    return [Item("only in one paper", (_side(look_up, claim_ids),)) for claim_ids in alone]


def _keep_conflicts(items: Sequence[Item], most: int) -> list[Item]:
    """The first `most` items, contradictions and disputes kept before all others."""
    first = sorted(range(len(items)), key=lambda index: (not items[index].is_conflict, index))[:most]
    return [items[index] for index in sorted(first)]


def _side(look_up: Mapping[str, tuple[Claim, ReadArticle]], claim_ids: Sequence[str]) -> Side:
    return Side(tuple(look_up[claim_id] for claim_id in claim_ids))

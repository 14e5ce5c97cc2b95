"""Two speakers whom one article itself sets against each other: a dispute, whatever words they use.

Knows nothing of other articles. An article does so by an answer that points back ("Hale denied that", "the operator
rejected the claim"), by a denial of what the sentence before reports, or by a contrast of two speakers in one sentence
("while the owner insisted ..."). A contrast alone is mere emphasis: figures of one kind must differ, or one must hold
what the other's words exclude.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.models import Claim, ConflictType, Figure, ReadArticle, Speech, Stance
from service.steps.comparing import polarity
from service.steps.comparing.commitments import marks
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.speakers import promptness
from service.steps.comparing.speakers.parties import may_be_one
from service.steps.comparing.tellings import Telling, Tellings

_ASSERTING: frozenset[Stance] = frozenset({"asserts", "alleges"})
# What a denial points back with. "Denied that the ..." does not: a clause of its own follows.
_POINTS_BACK = re.compile(
    r"\s*(?:(?:(?:that|this|it|these|those)(?=\s*(?:[,.;:]|and\b|but\b|saying\b|insisting\b|adding\b|when\b|"
    r"outright\b|$)))"
    r"|(?:the|this|that|these|those|such|any such|both|all|his|her|its|their)\s+(?:\w+\s+)?"
    r"(?:claims?|accusations?|allegations?|charges?|criticisms?|assertions?|accounts?|versions?|suggestions?|figures?|"
    r"numbers?|estimates?|complaints?|reports?|assessments?|explanations?|account)\b)",
    re.I,
)
# A denial that leads over to what is held instead: "rejected that and said ...".
_DENYING = re.compile(
    r"\b(?:denie[sd]|deny|reject(?:ed|s)|disput(?:ed|es)|dismiss(?:ed|es)|refut(?:ed|es)|contradict(?:ed|s)|"
    r"rebut(?:ted|s)|"
    r"challeng(?:ed|es)|contest(?:ed|s)|hit back at|took issue with)\b",
    re.I,
)
# "A charge that the envoy rejected", "a claim which she called absurd".
_CHARGE_DENIED = re.compile(
    r",\s(?:an?|the) (?:charge|claim|accusation|allegation|suggestion|assertion|version|account|notion|idea) "
    r"(?:that|which) [^.;]{2,60}? (?:(?:has |had |have )?(?:rejected|denied|disputed|dismissed|contested|"
    r"refuted|brushed "
    r"aside|rejects|denies|disputes|dismisses)\b|(?:called|calls|described as|describes as|termed|labelled) [“\"'‘]?"
    r"(?:an? |the |pure |utter |completely |totally |simply )*(?:invention|lies?|nonsense|false|falsehood|"
    r"untrue|baseless|"
    r"absurd|fabrication|fantasy|groundless|smear|unfounded|ridiculous|rubbish|slander|fiction|wrong|fairy tale|"
    r"hoax))",
    re.I,
)
_CONTRASTS = re.compile(r"[,;:.]?\s*[”\"]?\s*\b(?:while|whereas|but|although|though|yet|however)\b|;", re.I)
# Ways of saying that answer somebody.
_ANSWERING = re.compile(
    r"\b(?:insist|maintain|counter|retort|repl|respond|answer|contend|rejoin|object|disput|disagree|protest|hit back|"
    r"shot back|fired back)\w*",
    re.I,
)
_AT_ODDS = re.compile(
    r"\b(?:disagree\w*|at odds|contradict\w*|conflicting (?:accounts|versions|figures)|dispute (?:over|about)|"
    r"differ(?:ed|s)? (?:over|on|about|as to)|two versions|different accounts|tell different stories|"
    r"at loggerheads)\b",
    re.I,
)
_CAUSING = re.compile(
    r"\b(?:cause[ds]?|caused by|due to|because of|led to|sparked|triggered|blame[ds]?|to blame|"
    r"(?:fire|blaze|explosion|blast|crash|collapse|leak|outage|flood|spill)\b.{0,20}"
    r"\b(?:began|begun|started|originated) (?:in|with|at|when))\b",
    re.I,
)
_REFERS_BACK = re.compile(
    r"^\W*(?:it|they|that|this|these|those|he|she|his|her|its|their|the (?:figure|number))\b", re.I
)
_PLAIN_FIGURES = frozenset({"count", "percent", "duration", "money", "length", "points"})


@dataclass(frozen=True)
class Retort:
    """Two claims of one article, the one said and the one answering it; how the article sets them apart."""

    said: str
    answer: str
    type: ConflictType
    reason: str


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """A dispute, where the article of both claims sets one against the other."""
    if a.read is not b.read:
        return None
    ids = {a.claim.id, b.claim.id}
    for retort in find(a.read, tellings):
        if {retort.said, retort.answer} == ids:
            reason = f"{retort.reason}; the conflict is theirs, not the paper’s."
            return Ruling("disputes", retort.type, reason, "likely")
    return None


def find(read: ReadArticle, tellings: Tellings) -> tuple[Retort, ...]:
    """All that an article sets against each other, in reading order; read once an article."""
    return tellings.keep(("retorts", read.article.id), lambda: tuple(_find(read, tellings)))


def _find(read: ReadArticle, tellings: Tellings) -> list[Retort]:
    speeches = sorted((s for s in read.speeches if s.speaker), key=lambda s: (s.cue_start, s.start))
    sentences = [read.sentence_at(speech.cue_start) for speech in speeches]
    found: dict[tuple[str, str], Retort] = {}
    for index, answer in enumerate(speeches):
        for before in range(max(0, index - _REACH), index):
            if sentences[index] - sentences[before] > 1 or not _are_two(speeches[before], answer, tellings):
                continue
            retort = _read_retort(read, speeches[before], answer, tellings)
            if retort:
                found.setdefault((retort.said, retort.answer), retort)
    return list(found.values())


# How many speeches back an answer may point.
_REACH = 3


def _read_retort(read: ReadArticle, said: Speech, answer: Speech, tellings: Tellings) -> Retort | None:
    """The retort that `answer` is to `said`, if the article makes it one."""
    if said.stance not in _ASSERTING:
        return None
    one, other = _claim_of(read, said), _answer_claim(read, answer)
    if one is None or other is None or one.id == other.id:
        return None
    a, b = tellings.of(one), tellings.of(other)
    names = f"{_name(said)} and {_name(answer)}"
    if answer.stance == "denies":
        return _denial(read, (said, answer), (a, b), names)
    denial = _denial_before(read, said, answer)
    if answer.stance in _ASSERTING and denial:
        reason = f"{names} are opposed: {_name(answer)} answers it (“{denial}”)"
        return Retort(one.id, other.id, _type_of(a, b), reason)
    opposed = _by_marks(read, (said, answer), (a, b), names, tellings)
    if opposed:
        return opposed
    if answer.stance not in _ASSERTING or read.sentence_at(said.cue_start) != read.sentence_at(answer.cue_start):
        return None
    return _contrast(read, (said, answer), (a, b), names)


def _by_marks(
    read: ReadArticle, speeches: tuple[Speech, Speech], sides: tuple[Telling, Telling], names: str, tellings: Tellings
) -> Retort | None:
    """The charge one is said to deny, or what both commit themselves to and cannot both be right about."""
    said, answer = speeches
    a, b = sides
    start = read.sentences[read.sentence_at(answer.cue_start)].start
    charge = _CHARGE_DENIED.search(read.article.text, max(start, said.cue_start), answer.end)
    if charge and charge.start() < answer.cue_start <= charge.end():
        return Retort(a.claim.id, b.claim.id, "denial", f"{names} are opposed (“{charge[0].strip(', ')}”)")
    clash = marks.clash(a, b, tellings) if answer.stance in _ASSERTING else None
    return Retort(a.claim.id, b.claim.id, clash.type, f"{names} exclude each other") if clash else None


def _denial(
    read: ReadArticle, speeches: tuple[Speech, Speech], sides: tuple[Telling, Telling], names: str
) -> Retort | None:
    said, answer = speeches
    a, b = sides
    if said.end > answer.cue_start:
        return None
    points_back = _POINTS_BACK.match(read.article.text[answer.cue_end :][:60])
    shared = (a.content.stems & b.content.stems) - polarity.LIGHT
    if not points_back and not shared:
        return None
    how = f"{_name(answer)} answers it (“{answer.cue}”)"
    return Retort(a.claim.id, b.claim.id, "denial", f"{names} are opposed: {how}")


def _denial_before(read: ReadArticle, said: Speech, answer: Speech) -> str:
    """The denial that points back between what was said and what is answered, in the sentence of the answer."""
    start = max(read.sentences[read.sentence_at(answer.cue_start)].start, said.end)
    text = read.article.text[start : answer.start]
    found = (m for m in _DENYING.finditer(text) if _POINTS_BACK.match(text[m.end() :]))
    return next((match[0] for match in found), "")


def _type_of(a: Telling, b: Telling) -> ConflictType:
    """A denial, or a cause where the claims say how something came about."""
    tells_cause = any(_CAUSING.search(telling.claim.text) for telling in (a, b))
    return "cause" if tells_cause else "denial"


def _contrast(
    read: ReadArticle, speeches: tuple[Speech, Speech], sides: tuple[Telling, Telling], names: str
) -> Retort | None:
    said, answer = speeches
    a, b = sides
    if a.modality != b.modality or any(t.claim.kind in ("opinion", "forecast") for t in sides):
        return None
    sentence = read.sentences[read.sentence_at(answer.cue_start)]
    between = read.article.text[min(said.end, answer.start) : max(said.end, answer.start)]
    opening = read.article.text[max(said.start, sentence.start) : answer.start]
    answers = bool(_ANSWERING.match(answer.cue))
    if not (_CONTRASTS.search(between) or _CONTRASTS.search(opening) or answers):
        return None
    is_same_matter = bool(_REFERS_BACK.search(b.claim.text)) or bool(a.content.stems & b.content.stems)
    if not is_same_matter:
        return None
    figures = _differing(a.claim.figures, b.claim.figures)
    if figures:
        return Retort(a.claim.id, b.claim.id, "number", f"{names} give “{figures[0]}” and “{figures[1]}”")
    outlet_says_so = _AT_ODDS.search(read.article.text[sentence.start : sentence.end])
    excludes = promptness.opposed(a.claim.text, b.claim.text) or polarity.opposed(a.content, b.content)
    if excludes or (outlet_says_so and answers):
        return Retort(a.claim.id, b.claim.id, "other", f"{names} exclude each other")
    return None


def _differing(ours: Sequence[Figure], theirs: Sequence[Figure]) -> tuple[str, str] | None:
    """One figure of each side, where the sides have one kind of figure and no value of it in common."""
    for x in ours:
        for y in theirs:
            alike = x.kind == y.kind and x.kind in _PLAIN_FIGURES and x.unit == y.unit
            exact = None not in (x.low, y.low) or None not in (x.high, y.high)
            if alike and exact and not _may_be_equal(x, y):
                return x.text, y.text
    return None


def _may_be_equal(x: Figure, y: Figure) -> bool:
    low = max(f.low for f in (x, y) if f.low is not None) if x.low is not None or y.low is not None else None
    high = min(f.high for f in (x, y) if f.high is not None) if x.high is not None or y.high is not None else None
    return low is None or high is None or low <= high


def _are_two(said: Speech, answer: Speech, tellings: Tellings) -> bool:
    """Whether two are named, and they are two."""
    if said.speaker is None or answer.speaker is None:
        return False
    x, y = tellings.parties.read(said.speaker.name), tellings.parties.read(answer.speaker.name)
    return not (x.is_anonymous or y.is_anonymous or may_be_one(x, y))


def _claim_of(read: ReadArticle, speech: Speech) -> Claim | None:
    """The claim that tells most of a speech's content and little else."""
    return max(_within(read, speech.start, speech.end, speech), key=lambda c: (_length(c), c.id), default=None)


def _answer_claim(read: ReadArticle, answer: Speech) -> Claim | None:
    """What the denier holds instead, where the sentence goes on to tell it; else the claim that tells the denial."""
    if answer.stance != "denies":
        return _claim_of(read, answer)
    told = [c for c in read.claims if any(s.start <= answer.cue_start < s.end for s in c.spans)]
    sentence = read.sentences[read.sentence_at(answer.cue_start)]
    held = _within(read, answer.cue_end, sentence.end, answer)
    instead = [claim for claim in held if claim.stance in _ASSERTING]
    return max(instead or told, key=lambda c: (_length(c), c.id), default=None)


def _within(read: ReadArticle, start: int, end: int, speech: Speech) -> list[Claim]:
    """The claims inside `start:end` that are given to the speaker of `speech`."""
    name = speech.speaker.name if speech.speaker else None
    return [
        claim
        for claim in read.claims
        if start <= claim.spans[0].start and claim.spans[-1].end <= end
        if claim.speaker is not None and claim.speaker.name == name
    ]


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.spans)


def _name(speech: Speech) -> str:
    return speech.speaker.name if speech.speaker else ""

"""Judges pairs of claims by rule: agree, contradict, dispute, update, differ in scope, or have nothing to do with each
other. Knows nothing of models.

Errs towards "unrelated": an invented conflict costs a newsroom more than a missed one. Confidence is defined by rule:

certain   arithmetic on two plain figures in nearly the same words, both in the papers' own voice or both from what may
          be one speaker, in papers known to be of one day
likely    the same footing, but read from words: a negation, an opposite, a day, one response told in two ways; an
          update or a scope difference; a dispute of two named speakers over one matter
possible  speakers or voices differ, or publication times would decide and are not known
Agreements are `likely` where each side's words cover most of the other's, else `possible`.
"""

from collections.abc import Mapping, Sequence
from itertools import product

from service.models import Claim, Pair, ReadArticle, Relation, Verdict
from service.steps.comparing import wording_rules
from service.steps.comparing.agreeing import agreement_rules
from service.steps.comparing.alignment import may_conflict, on_one_word, settle, times_differ
from service.steps.comparing.commitments import marked_rules
from service.steps.comparing.figures import figure_rules
from service.steps.comparing.french import rules as french_rules
from service.steps.comparing.predicates import denial_rules, doer_rules, predicate_rules
from service.steps.comparing.rulings import Ruling, explain, shared_words
from service.steps.comparing.speakers import retort_rules, stance_rules
from service.steps.comparing.speakers.parties import may_be_one
from service.steps.comparing.tellings import ANSWERS, Stand, Telling, Tellings
from service.steps.vocabulary.content_words import Overlap

# Agreement: shared words cover so much of the shorter and of the fuller claim.
AGREE_MOST = 0.6
AGREE_LEAST = 0.3
# Where the two name different things beside, or rest on different speakers.
AGREE_APART = 0.55
FEWEST_SHARED = 2
_PARTING: frozenset[Relation] = frozenset({"contradicts", "updates", "differs_in_scope"})
SURE = 0.7


def judge_all(
    pairs: Sequence[Pair], articles: Mapping[str, ReadArticle], tellings: Tellings | None = None
) -> tuple[Verdict, ...]:
    """A verdict for every pair, in order; `articles` by id, with their claims; `tellings` are those, if read before."""
    tellings = tellings or Tellings(articles.values())
    claims = {claim.id: claim for read in articles.values() for claim in read.claims}
    return tuple(_judge(tellings.of(claims[pair.a]), tellings.of(claims[pair.b]), tellings) for pair in pairs)


def judge(pair: Pair, a: Claim, b: Claim, articles: Mapping[str, ReadArticle]) -> Verdict:
    """The verdict on one pair of claims; the relation does not change when they are swapped."""
    tellings = Tellings(articles.values())
    return _judge(tellings.of(a), tellings.of(b), tellings)


def _judge(a: Telling, b: Telling, tellings: Tellings) -> Verdict:
    ruling = _rule(a, b, tellings)
    # What a paper repeats word for word from another is its own telling too: it cannot part the two.
    if ruling is None or ruling.relation in _PARTING and tellings.are_of_one_article(a, b):
        return Verdict(a=a.claim.id, b=b.claim.id, relation="unrelated", decided_by="rules", confidence="likely")
    return Verdict(
        a=a.claim.id,
        b=b.claim.id,
        relation=ruling.relation,
        type=ruling.type,
        explanation=explain(a, b, ruling.reason),
        evidence=ruling.evidence,
        at_odds=ruling.at_odds,
        decided_by="rules",
        confidence=ruling.confidence,
    )


def _rule(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    if tellings.lexicon.language == "fr":
        return french_rules.judge(a, b, tellings)
    by_stance = retort_rules.judge(a, b, tellings) or stance_rules.judge(a, b, tellings)
    if by_stance or a.claim.article_id == b.claim.article_id:
        return by_stance
    by_figures = figure_rules.judge(a, b, tellings)
    if by_figures:
        return by_figures
    by_marks = marked_rules.judge(a, b, tellings)
    if by_marks:
        return by_marks
    conflict = wording_rules.find(a, b, tellings) if may_conflict(a, b) else None
    if conflict:
        return settle(a, b, conflict, tellings)
    by_predicates = predicate_rules.judge(a, b, tellings) or denial_rules.judge(a, b, tellings)
    by_doers = by_predicates or doer_rules.judge(a, b, tellings)
    return by_doers or _agreement(a, b, tellings) or agreement_rules.judge(a, b, tellings)


def _agreement(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """The same fact, in whatever words: most content shared, no figure or negation against it, stances that fit."""
    if figure_rules.bar_agreement(a, b) or times_differ(a, b) or agreement_rules.degrees_differ(a, b):
        return None
    if a.answers or b.answers:
        return _one_answer(a, b, tellings)
    if _polarity_differs(a, b) or _modality_differs(a, b) or not _are_asserted(a, b):
        return None
    overlap = tellings.lexicon.compare_topics(a.content, b.content)
    least = AGREE_LEAST if _on_one_footing(a, b, tellings) else AGREE_APART
    if overlap.most < AGREE_MOST or overlap.least < least or _negates_more(a, b, overlap):
        return None
    # A list of names alone says nothing about them; nor does "it was closed" say what was.
    words = overlap.shared - a.content.names
    if len(overlap.shared) < FEWEST_SHARED or (len(words) < FEWEST_SHARED and overlap.least < SURE):
        return None
    evidence = (f"both say: {shared_words(a.content, overlap.shared)}", *figure_rules.same_figures(a, b))
    return Ruling("agrees", None, "Both say the same.", "likely" if overlap.least >= SURE else "possible", evidence)


def _polarity_differs(a: Telling, b: Telling) -> bool:
    shared = a.content.stems & b.content.stems
    return bool((a.negated ^ b.negated) & shared)


def _modality_differs(a: Telling, b: Telling) -> bool:
    """Whether one says "may" or "should" and the other does not; "will" is no difference on one speaker's word."""
    apart = a.modality ^ b.modality
    is_one_speaker = a.stand.is_named and b.stand.is_named and on_one_word(a, b)
    return bool(apart - {"will"}) or (bool(apart) and not is_one_speaker)


def _negates_more(a: Telling, b: Telling, overlap: Overlap) -> bool:
    """Whether a claim mostly held by the other adds a negation the other lacks."""
    sides = ((a, overlap.cover_a), (b, overlap.cover_b))
    return any(cover >= AGREE_MOST and telling.negated - overlap.shared for telling, cover in sides)


def _on_one_footing(a: Telling, b: Telling, tellings: Tellings) -> bool:
    """Whether both rest on one word, and do not each name something the other leaves out."""
    return on_one_word(a, b) and not tellings.lexicon.have_names_apart(a.content, b.content)


def _are_asserted(a: Telling, b: Telling) -> bool:
    """Whether both contents are somebody's own word, not what somebody denies or leaves open."""
    if a.is_under_answer or b.is_under_answer:
        return False
    return a.stand.stance not in ANSWERS and b.stand.stance not in ANSWERS


def _one_answer(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """The same answer of one speaker in the same matter, in whatever words it is told."""
    for x, y in product(a.answers, b.answers):
        if _are_one_answer(x, y, tellings) and tellings.overlap(x, y).most >= AGREE_MOST:
            evidence = (f"both tell of one answer to: {shared_words(x.topic, tellings.overlap(x, y).shared)}",)
            return Ruling("agrees", None, "Both say the same.", "possible", evidence)
    return None


def _are_one_answer(x: Stand, y: Stand, tellings: Tellings) -> bool:
    if x.stance != y.stance or x.negated != y.negated or x.holder is None or y.holder is None:
        return False
    return may_be_one(x.holder, y.holder) and tellings.is_one_matter(x, y)

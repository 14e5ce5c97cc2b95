"""Judges two claims of French articles: figures, days and times, negations, opposites, denials. Knows no English.

The rules of other languages' words keep silent here; what is shared is arithmetic, thresholds and who speaks.
"""

from service.steps.comparing import focus, parted_words
from service.steps.comparing.alignment import (
    Conflict,
    is_one_fact,
    leave_out,
    may_conflict,
    meets_in_focus,
    settle,
    times_differ,
)
from service.steps.comparing.figures import figure_rules
from service.steps.comparing.figures.measure import DAYS, Measure
from service.steps.comparing.figures.measures import middle
from service.steps.comparing.figures.measures import read as read_measures
from service.steps.comparing.french import measures, polarity
from service.steps.comparing.polarity import place_of
from service.steps.comparing.rulings import Ruling, shared_words
from service.steps.comparing.speakers import stance_rules
from service.steps.comparing.tellings import ANSWERS, Telling, Tellings
from service.steps.measuring.comparison import Comparison
from service.steps.measuring.french.days import WEEKDAYS

# Agreement on a figure: shared words beside it, and their share of the shorter and of the fuller claim.
FEWEST_BESIDE = 2
AGREE_MOST, AGREE_LEAST = 0.55, 0.3
# Numbers so small stand in every story.
_SMALL = 3.0


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """A conflict, update, dispute or agreement on figures of the two claims, or None."""
    by_stance = stance_rules.judge(a, b, tellings)
    if by_stance or a.claim.article_id == b.claim.article_id:
        return by_stance
    if not may_conflict(a, b):
        return None
    by_figures = figure_rules.judge_measures(a, b, tellings)
    if by_figures:
        return by_figures if _may_be_told(by_figures, a, b) else None
    conflict = None if times_differ(a, b) or a.modality != b.modality else _of_words(a, b, tellings)
    if conflict:
        return settle(a, b, conflict, tellings)
    return _agree_on_figures(a, b, tellings)


def _may_be_told(ruling: Ruling, a: Telling, b: Telling) -> bool:
    """Whether words these rules know bear out what figures show: not that two things were counted."""
    return ruling.type == "date" or (ruling.relation != "differs_in_scope" and _count_alike(a, b))


def _count_alike(a: Telling, b: Telling) -> bool:
    """Whether both sentences count over one area, time and population, as far as they say."""
    ours, theirs = (measures.scopes(t.read.sentence_text(t.claim.sentence)) for t in (a, b))
    return ours == theirs


def _of_words(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    if _usual_days(a) != _usual_days(b):
        return None
    return _negation(a, b, tellings) or _opposites(a, b, tellings)


def _usual_days(telling: Telling) -> frozenset[str]:
    """The weekdays on which something is always so: "fermé le lundi"."""
    words = [token.word for token in telling.content.tokens]
    told = zip(words, words[1:], strict=False)
    return frozenset(day for before, day in told if day in WEEKDAYS and before in ("le", "les", "chaque"))


def _negation(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """The same words, one of them negated on one side only."""
    parted = parted_words.negated_on_one_side(a, b)
    if not parted:
        return None
    negating, affirming, head = parted
    if polarity.has_negation(affirming.content):
        return None
    mine, theirs = (focus.read(t.content, *place_of(t.content, head)) for t in (a, b))
    if not is_one_fact(a.content, b.content, tellings) and not meets_in_focus(mine, theirs, tellings):
        return None
    return parted_words.over_negation(negating, affirming, head, is_a=negating is a, negated=polarity.negated)


def _opposites(a: Telling, b: Telling, tellings: Tellings) -> Conflict | None:
    """The same words around two predicates that cannot both hold."""
    return parted_words.over_opposites(a, b, polarity.opposed(a.content, b.content), tellings)


def _agree_on_figures(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """One figure of one thing in both, with other words in common, and no figure or negation against it."""
    if figure_rules.bar_agreement(a, b) or times_differ(a, b) or a.negated ^ b.negated or a.modality != b.modality:
        return None
    if any(t.is_under_answer or t.answers or t.stand.stance in ANSWERS for t in (a, b)):
        return None
    met = _equal_figures(a, b)
    if not met or tellings.lexicon.have_names_apart(a.content, b.content):
        return None
    overlap = tellings.lexicon.compare(a.content, b.content)
    is_whole = overlap.most >= AGREE_MOST and overlap.least >= AGREE_LEAST and len(overlap.shared) >= FEWEST_BESIDE
    told = [comparison.reason for x, y, comparison in met if is_whole or _meet_in_clause(a, b, (x, y), tellings)]
    if not told:
        return None
    evidence = (*dict.fromkeys(told), f"both say: {shared_words(a.content, overlap.shared)}")
    return Ruling("agrees", None, "Both say the same.", "possible", evidence)


def _meet_in_clause(a: Telling, b: Telling, met: tuple[Measure, Measure], tellings: Tellings) -> bool:
    """Whether the clauses of two figures share nearly all beside what is counted."""
    counted = frozenset(tellings.lexicon.stem(measure.counted) for measure in met)
    mine, theirs = (focus.read(t.placed, m.figure.start, m.figure.end) for t, m in zip((a, b), met, strict=True))
    return meets_in_focus(leave_out(mine, counted), leave_out(theirs, counted), tellings)


def _equal_figures(a: Telling, b: Telling) -> list[tuple[Measure, Measure, Comparison]]:
    """The figures of one thing that are one value; days and years of the news tell little."""
    ours, theirs = ([measure for measure in read_measures(t) if _tells(measure)] for t in (a, b))
    alike = ((x, y) for x in ours for y in theirs if x.is_of_same_kind(y) and x.counts_the_same(y))
    compared = ((x, y, figure_rules.compare(x, y)) for x, y in alike)
    return [(x, y, found) for x, y, found in compared if found.outcome == "compatible"]


def _tells(measure: Measure) -> bool:
    """Whether a figure says something of its own: an open bound allows more than it says."""
    figure = measure.figure
    is_closed = figure.low is not None and figure.high is not None
    return is_closed and (figure.kind == "time" or (figure.kind not in DAYS and middle(figure) > _SMALL))

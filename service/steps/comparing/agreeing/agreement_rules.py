"""Whether two claims agree on a fact they tell in different words. Knows nothing of conflicts.

Two sentences agree where a clause of each holds the same figure in the same frame, or nearly the same words. Errs
towards "no agreement": other figures of the same thing, a negation or a "may" of one side alone, "much" against
"a little", opposites, or an opinion mean that the papers do not say the same.
"""

from datetime import date

from service.models import FigureKind
from service.steps.comparing import polarity
from service.steps.comparing.agreeing import framed_agreement, same_fact
from service.steps.comparing.agreeing.same_fact import Likeness
from service.steps.comparing.alignment import on_one_word, times_differ
from service.steps.comparing.figures import measures
from service.steps.comparing.figures.measure import Measure
from service.steps.comparing.rulings import Ruling, shared_words
from service.steps.comparing.tellings import ANSWERS, Telling, Tellings
from service.steps.vocabulary import concepts
from service.steps.vocabulary.content_words import Content
from service.steps.vocabulary.gazetteer import COUNTRY_NAMES
from service.steps.vocabulary.stems import stem

# With an equal figure: the least cover, below which nothing agrees, and how many words or names must meet beside it.
FRAMED, FEWEST_IN_FRAME = 0.2, 1
# The same for a small number, which stands everywhere, and for a day, which most sentences of a story share.
SMALL_FRAMED, FEWEST_WITH_SMALL = 0.3, 2
DAY_FRAMED, FEWEST_WITH_DAY = 0.35, 3
# Two clauses that are nearly one.
CLOSE, SURE = 0.6, 0.7
# Without a figure.
WORDED, FEWEST_WORDS, FEWEST_SHARED = 0.45, 2, 3
# Where two speakers, or a speaker and a paper, tell it without a figure.
WHOLE, WHOLE_LEAST, FEWEST_IN_WHOLE = 0.85, 0.33, 4
# Where each side names something the other lacks.
APART, FEWEST_APART = 0.35, 2
_SMALL = 10.0
_CALENDAR: frozenset[FigureKind] = frozenset({"date", "weekday", "year"})
# Years this close to publication are the story's own.
_RECENT_YEARS, _RECENT_DAYS = 1, 7
_MUCH = frozenset("much far lot greatly vastly sharply hugely considerably enormously".split())
_LITTLE = frozenset("little slightly bit marginally barely somewhat modestly".split())
# Who abstained voted neither way.
_ABSTAINED = stem("abstained")
_PLACE_BEFORE = frozenset("in at near outside".split())
_ORDER = frozenset({"before", "after"})
# "Could be seen" tells what was, not what may be.
_SENSED = frozenset("seen heard felt smelt smelled".split())


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """That two claims agree on what parts of theirs tell, or None."""
    if not _may_agree(a, b):
        return None
    one_word = on_one_word(a, b)
    for met in same_fact.find(a, b, tellings, FRAMED):
        # Two speakers who share words without a figure may well mean two things.
        is_known = bool(met.figures) or one_word or _holds_whole(met)
        if is_known and _is_one_fact(met, a.published, tellings) and not _parts(met, a, b):
            return _agree(a, met)
    return framed_agreement.judge(a, b, tellings) or _nobody(a, b)


def _agree(a: Telling, met: Likeness) -> Ruling:
    figures = dict.fromkeys(f"{x.figure.text} is {y.figure.text}" for x, y in met.figures)
    words = shared_words(a.content, met.words | met.names)
    evidence = (*([f"both say: {words}"] if words else []), *figures)
    return Ruling("agrees", None, "Both say the same.", "likely" if met.least >= SURE else "possible", evidence)


def degrees_differ(a: Telling, b: Telling) -> bool:
    """Whether the one says "much" where the other says "a little"."""
    ours, theirs = (t.content.words for t in (a, b))
    return bool(ours & _MUCH and theirs & _LITTLE) or bool(ours & _LITTLE and theirs & _MUCH)


def _may_agree(a: Telling, b: Telling) -> bool:
    told = (a, b)
    if any(t.claim.kind == "opinion" or t.is_under_answer or t.stand.stance in ANSWERS for t in told):
        return False
    if a.answers or b.answers or times_differ(a, b):
        return False
    if (_ABSTAINED in a.content.keys) != (_ABSTAINED in b.content.keys):
        return False
    return not degrees_differ(a, b) and not _are_opposed(a, b)


def _are_opposed(a: Telling, b: Telling) -> bool:
    """Whether the one says the opposite of the other: "alive" and "died", not "alive" and "nobody died"."""
    meant = polarity.opposed(a.content, b.content)
    return meant is not None and (meant[0] in a.negated) == (meant[1] in b.negated)


def _is_one_fact(met: Likeness, published: date | None, tellings: Tellings) -> bool:
    if met.parted or _are_elsewhere(met.x.content, met.y.content) or _are_in_other_order(met):
        return False
    apart = tellings.lexicon.have_names_apart(met.x.content, met.y.content) and not met.names
    if apart and (met.least < APART or len(met.words) < FEWEST_APART):
        return False
    telling = [pair for pair in met.figures if not any(_is_of_the_story(one, published) for one in pair)]
    if telling and not any(met.beyond(pair) for pair in telling):
        return False
    if any(not _is_small(pair[0]) for pair in telling):
        return met.least >= FRAMED and met.shared >= FEWEST_IN_FRAME
    if telling:
        return met.least >= SMALL_FRAMED and met.shared >= FEWEST_WITH_SMALL and bool(met.words | met.names)
    if met.figures and met.least >= CLOSE:
        return met.shared >= FEWEST_WITH_SMALL or bool(met.words)
    if met.figures:
        return met.least >= DAY_FRAMED and met.shared >= FEWEST_WITH_DAY and bool(met.words)
    least = WHOLE_LEAST if _holds_whole(met) else WORDED
    return met.least >= least and len(met.words) >= FEWEST_WORDS and met.shared >= FEWEST_SHARED and not apart


def _holds_whole(met: Likeness) -> bool:
    """Whether a clause of the one is all but the whole of the other's, and no short one."""
    return met.most >= WHOLE and len(met.words) >= FEWEST_IN_WHOLE


def _are_elsewhere(x: Content, y: Content) -> bool:
    """Whether each names a country, or a place behind "in" or "at", that the other does not name."""
    ours, theirs = _places(x), _places(y)
    return bool(ours - y.names and theirs - x.names and not ours & theirs)


def _places(content: Content) -> frozenset[str]:
    placed = (t for t in content.terms if t.is_name and t.first and content.tokens[t.first - 1].word in _PLACE_BEFORE)
    return frozenset(term.key for term in placed) | (content.names & COUNTRY_NAMES)


def _are_in_other_order(met: Likeness) -> bool:
    """Whether the one tells "before" what the other tells "after"."""
    ours, theirs = (clause.content.words & _ORDER for clause in (met.x, met.y))
    return bool(ours and theirs) and not ours & theirs


def _is_of_the_story(measure: Measure, published: date | None) -> bool:
    """Whether a figure is a day or year of the news itself: most sentences of a story are of one."""
    figure = measure.figure
    if figure.kind not in _CALENDAR or figure.low is None or published is None:
        return figure.kind in _CALENDAR
    if figure.low != figure.high:
        return True
    if figure.kind == "year":
        return abs(published.year - figure.low) <= _RECENT_YEARS
    return abs(published.toordinal() - figure.low) <= _RECENT_DAYS


def _is_small(measure: Measure) -> bool:
    figure = measure.figure
    return figure.kind == "count" and not measure.fate and (figure.high or 0.0) <= _SMALL


def _parts(met: Likeness, a: Telling, b: Telling) -> bool:
    """Whether one side negates, or only supposes, what both tell of."""
    apart = (_modality(a) ^ _modality(b)) - ({"will"} if met.figures else set())
    if apart:
        return True
    own, others = a.negated & met.x.content.keys, b.negated & met.y.content.keys
    return _negates_what(own, others, met.y.content.keys) or _negates_what(others, own, met.x.content.keys)


def _negates_what(own: frozenset[str], others: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a word that only one side negates meets a word of the other side, in meaning or matter."""
    matters = {matter for key in told - others for matter in concepts.of_word(key)}
    return any(key in told or concepts.of_word(key) & matters for key in own - others)


def _modality(telling: Telling) -> frozenset[str]:
    return telling.modality - ({"may"} if telling.content.words & _SENSED else set())


def _nobody(a: Telling, b: Telling) -> Ruling | None:
    """Both say of one fate that it befell nobody."""
    ours, theirs = ({m.fate for m in measures.read(t) if m.figure.high == 0.0 and m.fate} for t in (a, b))
    if not ours & theirs or _names_what_others_lack(a, b):
        return None
    evidence = tuple(f"nobody on either side: {fate}" for fate in sorted(ours & theirs))
    return Ruling("agrees", None, "Both say the same.", "possible", evidence)


def _names_what_others_lack(a: Telling, b: Telling) -> bool:
    return bool(a.content.names - b.content.names and b.content.names - a.content.names)

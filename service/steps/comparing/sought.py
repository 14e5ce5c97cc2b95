"""By which keys a claim is sought among the claims of other articles, and how much each counts.

Knows nothing of how pairs are chosen. Beside its names and content words a claim has keys for what words alone do not
show: the matters it tells of, its figures in every unit, what they measure, who speaks, and what the sentence before
leaves understood ("It fell at 19:40").
"""

import math
from collections.abc import Mapping

from service.models import Figure
from service.steps.comparing.figures import framed_figures, measures, told_rules
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary import concepts
from service.steps.vocabulary.content_words import NAME_WEIGHT

# What each sort of key counts for beside a content word of the same rarity.
MATTER, CONTEXT, MEASURED, SPEAKER, FIGURE = 0.6, 0.15, 0.5, 0.5, 0.9
# Figures of one kind this close may be one figure rounded or converted.
_STEP = math.log(1.15)
_CALENDAR = frozenset({"date", "weekday"})


def weigh(telling: Telling, tellings: Tellings) -> dict[str, float]:
    """The keys of a claim and their weights; a denial is sought by what it denies as well as by its own words."""
    rare = tellings.lexicon.weigh("")
    weights: dict[str, float] = {}
    for key in _context(telling, tellings):
        weights[key] = CONTEXT * tellings.lexicon.weigh(key)
    contents = (telling.content, *(stand.topic for stand in telling.answers))
    names = frozenset().union(*(content.names for content in contents))
    for key in sorted(frozenset().union(*(content.keys for content in contents))):
        weights[key] = tellings.lexicon.weigh(key) * (NAME_WEIGHT if key in names else 1.0)
    for matter in sorted(concepts.of_tokens(telling.content.tokens)):
        weights[f"matter {matter}"] = MATTER * rare
    for figure in telling.claim.figures:
        weights |= {f"figure {key}": FIGURE * rare for key in _values(figure)}
        weights[f"kind {figure.kind} {figure.unit}"] = MEASURED * rare
    for fate in sorted({measure.fate for measure in measures.read(telling)} - {""}):
        weights[f"toll {fate}"] = rare
    for framed in framed_figures.read(telling):
        weights[f"measures {framed.frame.name}"] = weights[f"measures {framed.frame.name} {framed.thing}"] = rare
    for told in told_rules.read(telling):
        weights[f"told {told.matter.split(':')[0].split(' of ')[0]}"] = weights[f"told as {told.matter}"] = rare
    holder = telling.stand.holder
    if holder:
        for key in sorted(holder.persons | holder.lands):
            weights[f"said by {key}"] = SPEAKER * tellings.lexicon.weigh(key)
    return weights


def scale(weights: Mapping[str, float], counts: Mapping[str, int], claims: int) -> dict[str, float]:
    """The weights less what is common: a key that every other claim has tells nothing. `counts` over all `claims`."""
    whole = math.log(1 + claims)
    return {key: weight * math.log(1 + claims / counts[key]) / whole for key, weight in weights.items()}


def _context(telling: Telling, tellings: Tellings) -> frozenset[str]:
    """What the rest of the claim's sentence, and the sentence before, are about."""
    contents = tellings.contents_in(telling.read.article.id)
    place = telling.claim.sentence
    around = contents[max(0, place - 1) : place + 1]
    return frozenset(key for content in around for key in content.keys)


def _values(figure: Figure) -> list[str]:
    """Keys that figures of nearly one value share: the two steps of a logarithmic scale nearest to it."""
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if not ends:
        return []
    if figure.kind in _CALENDAR:
        return [f"day {int(ends[0])}"]
    value = sum(ends) / len(ends)
    if figure.kind == "time":
        return [f"time {int(value // 20)}", f"time {int(value // 20) + 1}"]
    if figure.kind == "year" or value <= 0:
        return [f"{figure.kind} {value:g}"]
    step = math.log(value) / _STEP
    kind = "number" if figure.kind in ("count", "ordinal") else f"{figure.kind} {figure.unit}"
    return [f"{kind} {math.floor(step)}", f"{kind} {math.floor(step) + 1}"]

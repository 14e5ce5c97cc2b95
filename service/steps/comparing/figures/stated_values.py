"""Whether a figure states a value that holds: no part or sum of others, nothing planned, feared, replaced or long past.

Knows no other article, nor what the figure measures.
"""

import re

from service.models import Figure, FigureKind
from service.steps.comparing.figures import parts

CALENDAR: frozenset[FigureKind] = frozenset({"date", "weekday", "year"})
TIMES: frozenset[FigureKind] = CALENDAR | {"time"}
# The value that another replaced: "from 40 to 35", "up from 12", "against 9 last year".
_REPLACED = re.compile(
    r"\b(?:from|than|against|compared (?:with|to)|instead of|rather than|not)(?: (?:the|a|about|some|just|only))?\s*$",
    re.I,
)
# When something was said is not when it happened.
_SAID = re.compile(
    r"(?<!was )(?<!were )(?<!first )\b(?:said|says|told|announc\w+|confirm\w+|report(?:ed|s)|according|statement|"
    r"wrote|added|unveiled|declared|insisted|warned|ruled|heard|conference|briefing|breakfast|interview|spoke|speaking)\b[^,;:]{0,40}$",
    re.I,
)
# What is asked, planned or feared is not what is; nor is what was once, or holds at most.
_UNREAL = re.compile(
    r"\b(?:not|nobody|none|neither|never|could|may|might|would|should|if|whether|unless|risk(?:s|ed|ing)?|"
    r"project(?:ed|ions?|s)|forecast\w*|predict\w*|expect\w*|estimat\w+ (?:that|at)|polls?|threat\w*|fear\w*|denied|"
    r"hop(?:e|es|ed|ing)|supposed to|meant to|due to (?=cost|open|end|begin|start|finish|last)|"
    r"plan(?:s|ned) to|want(?:s|ed)|limit|maximum|capacity|target|record|aim\w*|proposed|up to|as many as)\b",
    re.I,
)
_ONCE = re.compile(
    r"\b(?:years?|decades?|months?|weeks?|centur(?:y|ies)|winters?|summers?) (?:ago|earlier|before)\b|"
    r"\b(?:previous(?:ly)?|in the past|worst|deadliest|history|anniversary|similar|on average|usual(?:ly)?|"
    r"annual(?:ly)?|every year|each year)\b",
    re.I,
)
_UNTIL = re.compile(r"\b(?:not|never|n't)\b(?=[^,;]{0,40}\b(?:until|till|before)\b)", re.I)
_SINCE = re.compile(r"\bsince\s*$", re.I)
# "Three passengers and a conductor were killed": one of several counts that make the whole.
_ADDED_TO = re.compile(
    r"^(?: [\w'’-]+){1,4},? and (?:an?|his|her|their|one|two|three|four|five|six|seven|eight|nine|ten|\d+) ", re.I
)
_ADDED = re.compile(r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) [\w'’-]+ and $", re.I)
# "Six of the homes" are a part of some told before; of "six of the nine homes" the nine are the whole, and no measure.
_OF_THE = re.compile(
    r"^ ?of (?:the|its|their|his|her|our|all)\b(?! \d| (?:two|three|four|five|six|seven|eight|nine|ten)\b)", re.I
)
_WHOLE = re.compile(r"\b(?:\d|\w+) of (?:all )?(?:the|its|their|his|her|our) $", re.I)


def holds(figure: Figure, text: str, clause: tuple[int, int]) -> bool:
    """Whether a figure of sentence `text` gives a value that another paper's could be held against."""
    before, after = text[clause[0] : figure.start], text[figure.end : clause[1]]
    if figure.low is None and figure.high is None and figure.kind not in ("date", "weekday"):
        return False
    if figure.noun == "age" or figure.kind in ("ordinal", "points") or parts.is_age(figure, text):
        return False
    if figure.kind in TIMES:
        told = _UNTIL.sub("", before)
        return not any(sign.search(told) for sign in (_SAID, _UNREAL, _SINCE))
    if parts.is_part(figure, before, after) or _REPLACED.search(before) or _is_one_of_several(figure, text, clause):
        return False
    return not any(sign.search(side) for sign in (_UNREAL, _ONCE) for side in (before + figure.text, after))


def _is_one_of_several(figure: Figure, text: str, clause: tuple[int, int]) -> bool:
    """Whether a count is a part, adds to another, is the whole of a part, or only describes what follows."""
    if figure.kind != "count":
        return False
    before, behind = text[: figure.start], text[figure.end :]
    adds = parts.adds(figure, before[clause[0] :], behind[: clause[1] - figure.end])
    is_part = _OF_THE.match(behind) or _WHOLE.search(before) or _ADDED_TO.match(behind) or _ADDED.search(before)
    return adds or bool(is_part) or parts.is_compound(figure, text)

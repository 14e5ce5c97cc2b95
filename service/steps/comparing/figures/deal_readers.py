"""Reads values told of deals and decisions: what was paid, what works cost, a rate of duty, jobs cut, lots recalled.

Knows no articles. A sum is of its currency, whatever that is called: "crowns" are not held against "marks".
"""

import re

from service.models import Figure
from service.steps.comparing.figures.told_values import NO_END, Range, Told, exactly

_ROUGHLY, _PLAINLY = 0.06, 0.02
_REACH = 110
_CLAUSE = re.compile(r"[;:]|, (?:and|but|while|which|who)\b|\b(?:after|before|when|because|although)\b", re.I)
_CURRENCY = re.compile(r"^[ -]([a-z]{3,}?)(?:s|es)?\b")
_SCALED = re.compile(r"\d(?:m|bn|tn)$|(?:million|billion|trillion|thousand)$|\d,\d{3}$|\d{4,}$", re.I)
_EACH = re.compile(r"^(?:[ -][a-z]+)? (?:an?|per|each|apiece|every|yearly|annually|monthly|in (?:rent|fees))\b", re.I)
_MORE = re.compile(r"^(?: [a-z]+)? (?:more|extra|less|over|above|below)\b|^ (?:others?|further)\b", re.I)


def _currency(text: str, figure: Figure) -> str:
    """The currency of a figure: its code, or the word behind a large number; "" where it is none."""
    if figure.kind == "money":
        return figure.unit or "any"
    word = _CURRENCY.match(text[figure.end :])
    return word[1] if figure.kind == "count" and word and _SCALED.search(figure.text) else ""


def _range(figure: Figure) -> Range:
    margin = _ROUGHLY if figure.bound == "about" else _PLAINLY
    low = 0.0 if figure.low is None else figure.low * (1 - margin)
    return low, NO_END if figure.high is None else figure.high * (1 + margin)


def _before(text: str, figure: Figure) -> str:
    return _CLAUSE.split(text[max(0, figure.start - _REACH) : figure.start])[-1]


_SALE = re.compile(
    r"\b(?:sell(?:s|ing)?|sold|sale|buy(?:s|ing)?|bought|purchas(?:e|ed|es|ing)|acquir(?:e|es|ed|ing)|auction(?:ed)?|"
    r"snapped up|went|chang(?:ed|ing) hands|hand(?:ed|ing) over|taken over|takeover)\b"
    r"[^;]* (?:for|at) (?:a (?:total|price) of )?$"
    r"|\b(?:fetch(?:ed|es)?|(?:sale |purchase )?price (?:of|was|is)) $",
    re.I,
)
_PAYS = re.compile(r"\b(?:pay|pays|paid|paying) (?:[A-Z]\w+ ){0,3}$")
_PAID_FOR = re.compile(r"^[ -]\w+ for (?:the|its|his|her|their|a|an) ", re.I)
_NOT_PRICE = re.compile(
    r"\b(?:asking|guide|reserve|minimum|offer\w*|bid|bids|valued|worth|shares?|stake|tickets?|rent\w*|fines?|damages|"
    r"earlier|originally|estimat\w+)\b",
    re.I,
)


def price(text: str, found: tuple[Figure, ...]) -> Told | None:
    """ "Sold the hall for 4.2 million crowns", "is to pay $2m for the field": the price of what is sold."""
    for figure in found:
        currency, before, after = _currency(text, figure), _before(text, figure), text[figure.end :]
        if not currency or _EACH.match(after) or _MORE.match(after) or _NOT_PRICE.search(before):
            continue
        if _SALE.search(before) or (_PAYS.search(before) and _PAID_FOR.match(_behind_sum(figure, after))):
            return Told(f"price: {currency}", (_range(figure),), figure.text, figure.start, figure.end)
    return None


def _behind_sum(figure: Figure, after: str) -> str:
    """What follows a sum, as if its currency always stood behind it."""
    return f" sum{after}" if figure.kind == "money" else after


_WORKS = """
refit refurbish renovat moderni revamp overhaul restor
repair mend
rebuil reconstruct
extension extend
"""
_WORK_OF = {word: line.split()[0] for line in _WORKS.strip().splitlines() for word in line.split()}
_WORK = re.compile(r"\b(" + "|".join(_WORK_OF) + r")\w*", re.I)
_WORK_BEHIND = re.compile(r"^(?:[ -][a-z]+)?[ -](?:\w+ )?(" + "|".join(_WORK_OF) + r")\w*", re.I)
_COSTS = re.compile(r"\b(?:cost|costs|costing|at a cost of|price tag of|came to|for) (?:\w+ )?$", re.I)


def cost_of_works(text: str, found: tuple[Figure, ...]) -> Told | None:
    """ "A 3.4 million crown refit", "had her renovated for $3m", "the repairs cost 40,000 euros"."""
    for figure in found:
        currency, before = _currency(text, figure), _before(text, figure)
        if not currency or _EACH.match(text[figure.end :]):
            continue
        behind = _WORK_BEHIND.match(text[figure.end :])
        works = [behind] if behind else list(_WORK.finditer(before)) if _COSTS.search(before) else []
        if works:
            matter = f"cost of works: {_WORK_OF[works[-1][1].lower()]} in {currency}"
            return Told(matter, (_range(figure),), figure.text, figure.start, figure.end)
    return None


_DUTY = re.compile(
    r"\b(duty|tariffs?|levy|surcharge|toll|import tax|sales tax|value added tax|VAT|interest rate|base rate|key rate)\b"
    r"[^;:]{0,60}? (?:of|at|is|was|to|stands at|set at|currently) (?:about |around )?$",
    re.I,
)
_RATE_OF = {
    "tariff": "duty",
    "tariffs": "duty",
    "import tax": "duty",
    "value added tax": "vat",
    "base rate": "interest rate",
}
_CHANGES = re.compile(
    r"\b(?:from|rais\w+|ris\w+|rose|lower\w*|cut|reduc\w+|halv\w+|"
    r"propos\w+|plann?\w*|want\w*|up|down) (?:\w+ )?$",
    re.I,
)
_CHANGED = re.compile(r"\b(?:rais|lower|cut|reduc|increas|propos|threat|demand)\w*\b|\bto $", re.I)


def rate_of_duty(text: str, found: tuple[Figure, ...]) -> Told | None:
    """ "Levies a duty of 22 per cent", "a tariff that stands at 35 percent": the rate in force."""
    for figure in found:
        before = _before_rate(text, figure)
        match = _DUTY.search(before) if figure.kind == "percent" else None
        if match and not _CHANGES.search(before) and not _CHANGED.search(before[match.start() :]):
            named = match[1].lower()
            matter = f"rate in force: {_RATE_OF.get(named, named)}"
            return Told(matter, (_range(figure),), figure.text, figure.start, figure.end)
    return None


def _before_rate(text: str, figure: Figure) -> str:
    return text[max(0, figure.start - _REACH) : figure.start]


_JOBS_BEHIND = re.compile(
    r"^(?: of (?:the|its|their|his) [\d,]+)?(?: [\w-]+){0,2}? (?P<noun>jobs?|posts?|positions|roles|redundancies|"
    r"job (?:losses|cuts)|"
    r"layoffs|workers|staff|employees|people|men|women)\b",
    re.I,
)
_CUT_BEFORE = re.compile(
    r"\b(?:cut(?:s|ting)?|ax(?:e|es|ed|ing)|shed(?:s|ding)?|slash(?:es|ed|ing)?|los(?:e|es|ing)|lost|"
    r"eliminat(?:e|es|ed|ing)|"
    r"scrap(?:s|ped|ping)?|loss of|lay(?:s|ing)? off|laid off|dismiss(?:es|ed|ing)?|sack(?:s|ed|ing)?|at the cost of|"
    r"mak(?:e|es|ing)|made|announc(?:e|ed|es|ing)) (?:\w+ )?$",
    re.I,
)
_CUT_BEHIND = re.compile(
    r"^(?: [\w'’-]+){0,6} (?:will go|to go|are going|go|gone|disappear|vanish|"
    r"(?:be|been|were|was|are) (?:lost|cut|axed|shed|"
    r"eliminated|scrapped|laid off|dismissed|sacked|made redundant)|redundant|los(?:e|t|"
    r"ing) their (?:jobs|posts|livelihoods))\b",
    re.I,
)
_OF_POSTS = re.compile(r"^(?:job|post|position|role|redundanc|layoff)", re.I)
_NEEDS_BEHIND = re.compile(r"\b(?:mak(?:e|es|ing)|made|announc\w+|los(?:e|es|ing)|lost) (?:\w+ )?$", re.I)


def jobs_cut(text: str, found: tuple[Figure, ...]) -> Told | None:
    """ "Is to cut 640 of the 910 jobs", "480 posts will go", "made 300 workers redundant": how many jobs are lost."""
    for figure in found:
        after = text[figure.end :]
        noun = _JOBS_BEHIND.match(after) if figure.kind == "count" else None
        if not noun or _MORE.match(after):
            continue
        behind = bool(_CUT_BEHIND.match(after[noun.end() :]))
        before = _CUT_BEFORE.search(text[: figure.start])
        if before and _NEEDS_BEHIND.search(before[0]) and not behind:
            before = None if not _OF_POSTS.match(noun["noun"]) or before[0].lower().startswith("ma") else before
        if behind or before:
            return Told("jobs cut", (_range(figure),), figure.text, figure.start, figure.end)
    return None


_CODES = re.compile(r"\b([A-Z]{1,3}-?)(\d{2,6})\b(?:,? (?:and|or) |, )\1(\d{2,6})\b")
_TWO = re.compile(
    r"\b(?:two|both|2) (?:\w+ ){0,2}(?:lots|batches|models|flights|series|types|lines|routes|vials)\b", re.I
)


def codes(text: str, _: tuple[Figure, ...]) -> Told | None:
    """The numbers of two lots, where the sentence says that there are two: "two batches, B-112 and B-118"."""
    named = list(_CODES.finditer(text))
    if len(named) != 1 or not _TWO.search(text):
        return None
    match = named[0]
    values = sorted((float(match[2]), float(match[3])))
    return Told(f"codes: {match[1]}", tuple(exactly(value) for value in values), match[0], match.start(), match.end())


READERS = (price, cost_of_works, rate_of_duty, jobs_cut, codes)

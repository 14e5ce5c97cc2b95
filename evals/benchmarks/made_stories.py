"""Makes stories for benchmarks: articles of about 1,000 words by several outlets about one invented event.

Equal numbers give equal stories, different numbers different ones, so that nothing is answered from a cache by chance.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

from evals.benchmarks.event_wording import (
    BACKGROUND,
    PARTING,
    PLACES,
    QUOTATIONS,
    REMARKS,
    SHARED,
    TRADES,
    WITNESSES,
)

WORDS = 1_000
SENTENCES_PER_PARAGRAPH = 2
FIRST_DAY = date(2024, 5, 6)
OUTLETS = (
    "Valley Courier,The Evening Ledger,North Coast Post,Daily Lantern,The Weekly Compass,Harbour Gazette,"
    "The Plain Speaker,Orchard Times,Capital Herald,The Morning Bell,Bridge Observer,The Sunday Record,Hill Chronicle,"
    "The Border Sun,Market Star,The New Argus,Ferry Mail,The Old Beacon,County Echo,The Signal,Lakeside News,The Pilot,"
    "Quarry Post,The Long View,Meadow Gazette,The Watchman,Southern Mercury,Port Bulletin,The Free Voice,Mill Reporter,"
    "The Dawn,Upland Tribune"
).split(",")
_TOWNS = "Orrinstead Velmbach Tarnholt Greswick Lunden Marrowby".split()
_RIVERS = "Orrin Velm Tarn Gres Lund Marrow Esker".split()
_VILLAGES = "Oberfell Nethercross Kaldwater Ashmere Brennick".split()
_CAPITALS = "Karlshaven Montrell Skarveport".split()
_PEOPLE = "Hanne Osterlund,Piet Vandrake,Solveig Ramm,Aurel Tancredi,Bettina Kroll,Matthias Eld,Runa Selwyn".split(",")


def make(number: int, articles: int) -> dict[str, Any]:
    """A POST /analyze body: story `number` told by so many outlets, dated one after the other."""
    return {"articles": [_article(number, position) for position in range(articles)]}


def text(number: int, position: int) -> str:
    """What the outlet at `position` writes about event `number`: the facts in its own way, then its own reporting."""
    names = _names(number)
    told = [_pick(wordings, position + index).format(**names) for index, wordings in enumerate(SHARED)]
    told += [_side(wordings, position, index).format(**names) for index, wordings in enumerate(PARTING)]
    words = sum(len(sentence.split()) for sentence in told)
    for turn in count(number):
        if words >= WORDS:
            break
        told.append(_own_sentence(turn, position))
        words += len(told[-1].split())
    paragraphs = [told[at : at + SENTENCES_PER_PARAGRAPH] for at in range(0, len(told), SENTENCES_PER_PARAGRAPH)]
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs) + "\n"


def _article(number: int, position: int) -> dict[str, Any]:
    names = _names(number)
    return {
        "id": f"a{position}",
        "outlet": _pick(OUTLETS, position),
        "title": f"Gate of the {names['weir']} breaks, {names['town']} under water",
        "published_at": (_day(number) + timedelta(days=1 + position // 2)).isoformat(),
        "language": "en",
        "text": text(number, position),
    }


def _day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def _names(number: int) -> dict[str, Any]:
    """What the event is made of; figures that papers give differently are far apart."""
    day, river = _day(number), _pick(_RIVERS, number)
    return {
        "weir": f"{river} Weir",
        "river": river,
        "town": _pick(_TOWNS, number),
        "village": _pick(_VILLAGES, number),
        "capital": _pick(_CAPITALS, number),
        "mayor": _pick(_PEOPLE, number),
        "minister": _pick(_PEOPLE, number + 3),
        "company": f"{river} Waterworks",
        "day": f"{day:%A}, {day.day} {day:%B} {day.year}",
        "reopening": f"{day + timedelta(days=20):%d %B}".lstrip("0"),
        "hour": 3 + number % 5,
        "moved": 1_200 + 100 * (number % 40),
        "level": f"{2 + number % 3}.{1 + number % 9}",
        "built": 1931 + number % 50,
        "homes": 300 + 20 * (number % 60),
        "aid": 12 + number % 30,
        "injured": 14 + number % 40,
        "more_injured": 61 + number % 40,
        "cost": 40 + number % 30,
        "more_cost": 95 + number % 30,
    }


def _side(wordings: Sequence[str], position: int, index: int) -> str:
    """Every third paper takes the other side, of another matter each."""
    *one, other = wordings
    return other if (position + index) % 3 == 0 else _pick(one, position + index)


def _own_sentence(turn: int, position: int) -> str:
    """A sentence that only the outlet at `position` has: a witness, a quotation or the background, in turn."""
    index = turn // 3 + position * 7
    number, year = 5 + (turn * 7 + position * 13) % 83, 1950 + (turn * 11 + position * 17) % 70
    person = f"{_pick(WITNESSES, turn * 5 + position)}, a {_pick(TRADES, index)}"
    place = _pick(PLACES, turn * 3 + position * 5)
    if turn % 3 == 0:
        remarks = f"{_pick(REMARKS, index)} and that {_pick(REMARKS, index + 5)}"
        return f"{person} from {place}, said that {remarks}.".format(number=number)
    if turn % 3 == 1:
        quotation = f"{_pick(QUOTATIONS, index)}. {_pick(QUOTATIONS, index + 3)}"
        return f"“{quotation},” said {person}.".format(number=number)
    return _pick(BACKGROUND, index).format(place=place, number=number, year=year)


def _pick(among: Sequence[str], index: int) -> str:
    return among[index % len(among)]

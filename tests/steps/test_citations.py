"""A summary sentence that its citations do not carry is refused, with the reason the desk needs."""

import pytest

from service.models import ReadArticle
from service.steps.citations import Cited, Side, check
from tests.told import claim, said, told

COURIER = (
    "The Astrid ferry struck a sandbank off Velmora with 212 passengers aboard.\nThe line had not inspected the radar."
)
POST = (
    "An Astrid ferry ran onto a sandbank near Velmora carrying 184 passengers.\n"
    "The captain was asleep, the union claimed."
)


def courier() -> ReadArticle:
    return told(COURIER, id="c", outlet="Velmora Courier")


def post() -> ReadArticle:
    speech = said(POST, "The captain was asleep", cue="claimed", speaker="the union", stance="alleges")
    return told(POST, [speech], id="p", outlet="The Island Post")


def side(read: ReadArticle, quote: str) -> Side:
    return Side(((claim(read, quote), read),))


STRUCK = Cited(
    (
        side(courier(), "The Astrid ferry struck a sandbank off Velmora"),
        side(post(), "An Astrid ferry ran onto a sandbank near Velmora"),
    ),
)
ABOARD = Cited(
    (side(courier(), "with 212 passengers aboard"), side(post(), "carrying 184 passengers")),
    is_parted=True,
    over_figures=True,
)
STRUCK_WITH_MANY = Cited((side(courier(), "with 212 passengers aboard"), side(post(), "carrying 184 passengers")))
TWO_SHIPS = Cited(
    (
        side(courier(), "The Astrid ferry struck a sandbank"),
        side(
            told("The Borealis struck a sandbank.", id="p", outlet="The Island Post"), "The Borealis struck a sandbank"
        ),
    )
)
ASLEEP = Cited((side(post(), "The captain was asleep"),))
RADAR = Cited((side(courier(), "The line had not inspected the radar"),))


@pytest.mark.parametrize(
    ("text", "cited", "reason"),
    [
        ("An Astrid ferry struck a sandbank off Velmora.", STRUCK, None),
        ("The Velmora Courier gives 212 passengers aboard, The Island Post 184.", ABOARD, None),
        ("The captain was asleep, the union said, according to The Island Post.", ASLEEP, None),
        ("The Velmora Courier reports that the line had not inspected the radar.", RADAR, None),
        ("The Velmora Courier reports: “The line had not inspected the radar”.", RADAR, None),
        ("An Astrid ferry with 300 aboard struck a sandbank off Velmora.", STRUCK, "number_mismatch"),
        # What the other paper alone has is not this one's word.
        ("The Velmora Courier reports that 184 passengers were aboard.", STRUCK_WITH_MANY, "number_mismatch"),
        ("The Velmora Courier reports that the Borealis struck a sandbank.", TWO_SHIPS, "name_mismatch"),
        ("The Island Post reports that the Borealis struck a sandbank.", TWO_SHIPS, None),
        ("The ferry Borealis struck a sandbank off Velmora.", STRUCK, "name_mismatch"),
        ("The ferry did not strike a sandbank off Velmora.", STRUCK, "negation_mismatch"),
        ("The Velmora Courier reports that the line inspected the radar.", RADAR, "negation_mismatch"),
        ("The ferry had 212 passengers aboard, the Courier reports.", ABOARD, "one_sided"),
        # Naming both papers is not giving both figures.
        ("The ferry had 212 passengers aboard, the Velmora Courier and The Island Post report.", ABOARD, "one_sided"),
        ("The captain was asleep.", ASLEEP, "speaker_missing"),
        ("The union, according to The Island Post, holds that the captain was asleep.", ASLEEP, None),
        ("The union found the captain was asleep.", ASLEEP, "speaker_missing"),
        ("The line had not inspected the radar.", RADAR, "speaker_missing"),
        ("The union claimed the captain was asleep, The Island Post reports.", ASLEEP, "loaded_wording"),
        ("The Velmora Courier reports: “The line never looked at the radar”.", RADAR, "quote_in_no_article"),
        ("Velmora: schools remain closed because heating engineers walked out.", STRUCK, "unsupported"),
    ],
)
def test_a_sentence_is_held_against_what_it_cites(text: str, cited: Cited, reason: str | None) -> None:
    assert check(text, [cited]) == reason


def test_a_loaded_word_may_stand_in_quotation_marks() -> None:
    text = "The radicals of Velmora had not inspected the radar."
    read = told(text, outlet="Velmora Courier")
    cited = Cited((side(read, text),))
    assert check("The Velmora Courier reports: “The radicals of Velmora had not inspected the radar”.", [cited]) is None
    assert check("The Velmora Courier says radicals had not inspected the radar.", [cited]) == "loaded_wording"


def test_a_sentence_over_two_findings_may_use_both() -> None:
    text = "An Astrid ferry struck a sandbank off Velmora; the Courier gives 212 passengers, The Island Post 184."
    assert check(text, [STRUCK, ABOARD]) is None
    assert check(text, [STRUCK]) == "number_mismatch"

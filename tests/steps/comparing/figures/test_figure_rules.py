"""Figures: what conflicts, what only grew, what counts others, and what may stand side by side."""

from datetime import UTC, date, datetime

import pytest

from service.steps.comparing.figures.figure_rules import compared_figures, have_clash, same_figures
from service.steps.comparing.tellings import Tellings
from tests.papers import Said, paper, verdict

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Twelve people were killed when a bridge collapsed in Velmora.",
            "14 people died in the bridge collapse in Velmora.",
        ),
        (
            "The fire at the Hallby mill killed 3 workers and injured 12.",
            "Three workers died and 20 were hurt in the fire at the Hallby mill.",
        ),
        (
            "The ferry was carrying 212 passengers when it struck the sandbank off Velmora.",
            "The ferry was carrying 184 passengers when it ran onto the sandbank off Velmora.",
        ),
        (
            "Unemployment in Norland rose to 7.5 percent in March.",
            "Unemployment in Norland rose to 5.7 percent in March.",
        ),
        (
            "The council of Oxley sold the old mill for 4.1 million euros.",
            "The council of Oxley sold the old mill for 2.3 million euros.",
        ),
    ],
)
def test_figures_of_one_matter_that_cannot_both_be_right_contradict(one: str, other: str) -> None:
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert (found.relation, found.type, found.confidence) == ("contradicts", "number", "certain")
    assert found.evidence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "At least 12 people were killed in the Velmora collapse.",
            "Fourteen people were killed in the Velmora collapse.",
        ),
        ("About 1,000 people fled the flood in Hallby.", "Some 1,013 people fled the flood in Hallby."),
        ("Twelve people were killed in the Velmora collapse.", "Thirty people were hurt in the Velmora collapse."),
        ("Twelve people were killed in Velmora.", "Twelve people were hurt in Velmora."),
        ("Twelve people died in the Velmora collapse.", "The council had met 14 people about the bridge in Oxley."),
        ("Shares in Astrid fell 5 percent.", "Profits of Gerant fell 9 percent."),
        ("Five of 12 ships in Hallby sank.", "Seven of 12 ships in Hallby were saved."),
        ("The first blast in Hallby killed 3 people.", "The second blast in Hallby killed 5 people."),
    ],
)
def test_figures_that_allow_each_other_or_tell_of_two_things_do_not(one: str, other: str) -> None:
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert found.relation not in ("contradicts", "disputes", "updates")


def test_a_toll_of_unknown_day_is_only_possibly_wrong() -> None:
    one, other = "Twelve people died in the Velmora collapse.", "Fourteen people died in the Velmora collapse."
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other))
    assert (found.relation, found.confidence) == ("contradicts", "possible")
    assert any("Herald" in reason and "not known" in reason for reason in found.evidence)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Twelve people died in the Velmora collapse.", "Fourteen people died in the Velmora collapse."),
        ("At least 120 people were killed in the Norland quake.", "The death toll from the Norland quake rose to 214."),
        ("Police arrested 14 people after the Hallby riot.", "Police arrested 31 people after the Hallby riot."),
        (
            "Fourteen people died in the Velmora collapse.",
            "Officials revised the toll: 12 people died in the Velmora collapse.",
        ),
    ],
)
def test_a_later_higher_or_revised_toll_is_an_update(earlier: str, later: str) -> None:
    old, new = paper("Courier", earlier, published_at=DAY), paper("Herald", later, published_at=date(2026, 3, 4))
    found = verdict(old, new)
    assert (found.relation, found.type) == ("updates", "number")
    assert "Herald, published later" in found.explanation
    assert verdict(new, old).relation == "updates"


def test_hours_count_where_both_papers_give_them() -> None:
    def told(name: str, words: str, hour: int) -> object:
        return paper(name, words, published_at=datetime(2026, 3, 2, hour, tzinfo=UTC))

    morning = told("Courier", "Twelve people died in the Velmora collapse.", 8)
    evening = told("Herald", "Fourteen people died in the Velmora collapse.", 20)
    assert verdict(morning, evening).relation == "updates"  # type: ignore[arg-type]


def test_a_later_lower_toll_is_a_contradiction() -> None:
    old = paper("Courier", "Fourteen people died in the Velmora collapse.", published_at=DAY)
    new = paper("Herald", "Twelve people died in the Velmora collapse.", published_at=date(2026, 3, 4))
    assert verdict(old, new).relation == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Twelve people were killed when a bridge collapsed in Velmora.",
            "Three children were killed when a bridge collapsed in Velmora.",
        ),
        (
            "Sales of Gerant cars rose 5 percent in the first quarter.",
            "Sales of Gerant cars rose 9 percent in the second quarter.",
        ),
        ("Norland exported 300 tonnes of tin in 2019.", "Norland exported 450 tonnes of tin in 2021."),
    ],
)
def test_figures_of_others_or_of_another_time_differ_in_scope(one: str, other: str) -> None:
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert found.relation == "differs_in_scope"


def test_those_taken_to_hospital_are_no_other_scope_of_those_aboard() -> None:
    hurt = paper(
        "Courier", "Twelve people were taken to hospital after a ferry ran aground off Holm.", published_at=DAY
    )
    aboard = paper("Herald", "A ferry carrying 212 passengers ran aground off Holm on Monday.", published_at=DAY)
    assert verdict(hurt, aboard).relation == "unrelated"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry struck a sandbank off Velmora on Monday.", "The ferry struck a sandbank off Velmora on Tuesday."),
        ("The Hallby mill was opened on 4 May 1962.", "The Hallby mill was opened on 9 May 1962."),
        ("The Astrid Bridge was built by Gerant in 1962.", "The Astrid Bridge was built by Gerant in 1964."),
    ],
)
def test_days_and_years_that_cannot_both_be_right_contradict(one: str, other: str) -> None:
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert (found.relation, found.type) == ("contradicts", "date")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry sailed from Velmora on Monday.", "The ferry struck a sandbank off Hallby on Tuesday."),
        ("The ferry struck a sandbank on Monday and sank on Tuesday.", "The ferry struck a sandbank on Tuesday."),
        ("The mill was opened in May.", "The mill was opened on 9 May 1962."),
    ],
)
def test_days_of_two_things_do_not(one: str, other: str) -> None:
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert found.relation != "contradicts"


def test_an_article_that_gives_both_figures_contradicts_nobody() -> None:
    both = paper(
        "Courier",
        "Twelve people died in the Velmora collapse.",
        "Fourteen people died in the Velmora collapse by another count.",
        published_at=DAY,
    )
    other = paper("Herald", "Fourteen people died in the Velmora collapse.", published_at=DAY)
    assert verdict(both, other).relation == "unrelated"


def test_figures_of_two_speakers_are_disputed_where_a_paper_gives_both() -> None:
    police = Said("Twelve people died in the Velmora collapse", "Police", "said")
    medics = Said("Fourteen people died in the Velmora collapse", "medics", "according to")
    first = ("Police said Twelve people died in the Velmora collapse.", [police])
    second = ("Fourteen people died in the Velmora collapse, according to medics.", [medics])
    one, both = paper("Courier", first, published_at=DAY), paper("Herald", second, first, published_at=DAY)
    found = verdict(one, both)
    assert (found.relation, found.confidence) == ("disputes", "possible")
    assert verdict(one, paper("Herald", second, published_at=DAY)).relation == "contradicts"


def test_what_arithmetic_says_is_told_in_words() -> None:
    one, other = paper("Courier", "Twelve people died in Velmora."), paper("Herald", "12 people died in Velmora.")
    third = paper("Post", "Fourteen people died in Velmora.")
    tellings = Tellings([one, other, third])
    a, b, c = (tellings.of(read.claims[0]) for read in (one, other, third))
    assert same_figures(a, b)
    assert not have_clash(a, b)
    assert have_clash(a, c)
    assert compared_figures(a, c)[0].startswith("figures: ")


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        (
            "The bridge in Velmora was built in 1962.",
            "The bridge, built in 1964, had not been painted for thirty months, Hallby engineers wrote.",
            "date",
        ),
        (
            "The Astrid, built in 1998 by Gerant, was freed by two tugs.",
            "The ferry Astrid, which lies in Hallby, was freed by three tugs.",
            "number",
        ),
        (
            "The pension law will take effect in January 2028.",
            "The new pension law takes effect in 2027.",
            "date",
        ),
    ],
)
def test_a_figure_in_a_clause_of_a_long_claim_is_held_against_its_like(one: str, other: str, type_: str) -> None:
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert (found.relation, found.type) == ("contradicts", type_)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gerant, founded in 1954, bought the mill.", "Astrid Line, founded in 1921, bought ships of Gerant."),
        ("Brandt, who followed Holm, who left in 2014, resigned.", "Brandt left in 2016."),
        ("Two tugs left the port of Velmora.", "The Astrid was freed by three tugs."),
        ("The first ship is to be delivered in 2028.", "The second ship will be delivered in 2029."),
    ],
)
def test_clauses_about_other_things_are_left_alone(one: str, other: str) -> None:
    found = verdict(paper("Courier", one, published_at=DAY), paper("Herald", other, published_at=DAY))
    assert found.relation not in ("contradicts", "updates")


def test_nobody_hurt_against_two_hurt_is_a_contradiction_and_later_an_update() -> None:
    none = paper("Courier", "A ferry ran aground off Velmora.", "Nobody was hurt.", published_at=DAY)
    two = "Two passengers were slightly injured when a ferry ran aground off Velmora."
    assert verdict(none, paper("Herald", two, published_at=DAY), 1).relation == "contradicts"
    assert verdict(none, paper("Herald", two, published_at=date(2026, 3, 3)), 1).relation == "updates"


def test_tolls_in_both_leads_are_of_the_event_but_not_those_of_other_years() -> None:
    lead = paper("Courier", "Heavy rain brought death to Hallby: 3 people drowned.", published_at=DAY)
    same = paper("Herald", "Five people drowned.", published_at=DAY)
    past = paper("Post", "Floods in 2013 killed 14 people.", published_at=DAY)
    assert verdict(lead, same).relation == "contradicts"
    assert verdict(lead, past).relation == "unrelated"
    late = paper("Echo", "It rained.", "It poured.", "It hailed.", "Five people drowned.", published_at=DAY)
    assert verdict(lead, late, 0, 3).relation == "unrelated"


def test_shares_of_two_places_do_not_agree() -> None:
    one = paper("Courier", "Turnout was 71 percent, up from 66 percent in 2021.")
    other = paper("Herald", "In Hallby turnout was 59 percent, up from 38 percent.")
    assert verdict(one, other).relation == "unrelated"


def test_two_clashes_in_one_pair_are_both_told() -> None:
    one = paper("Courier", "The fire at the Hallby mill killed 3 people and injured 12.", published_at=DAY)
    other = paper("Herald", "The fire at the Hallby mill killed 4 people and injured 20.", published_at=DAY)
    assert {"3 is not 4", "12 is not 20"} <= set(verdict(one, other).evidence)

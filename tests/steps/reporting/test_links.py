"""Each shape of cue with what it reports, in invented news: the verbs and frames that scopes alone do not show."""

import pytest

from tests.speeches import Said, said
from tests.steps.reporting.test_scopes import one, several

LINKS = [
    one("The bus was going too fast, the inquest was told.", "The bus was going too fast", "was told", None),
    one("Lights were off, the court was told on Monday.", "Lights were off", "was told", None),
    one("Lea Stern called that “a joke”.", "a joke", "called", "Lea Stern", mode="direct"),
    one("Not so, says Dahl: “We got no letter.”", "We got no letter.", "says", "Dahl", mode="direct"),
    one("Built in 1910, the pier is lost, says Lind.", "Built in 1910, the pier is lost", "says", "Lind"),
    one("At first police spoke of one fire.", "one fire", "spoke of", "police"),
    several(
        "The chief disagreed: the alarm, Berg said, had been off.",
        Said("the alarm", "said", "Berg"),
        Said("had been off", "said", "Berg"),
    ),
    several(
        "The owners say it pays; staff say it does not.",
        Said("it pays", "say", "owners"),
        Said("it does not", "say", "staff"),
    ),
    several(
        "Police spoke of one fire. Later they said there were two.",
        Said("one fire", "spoke of", "Police"),
        Said("there were two", "said", "Police"),
    ),
    several(
        "A passenger said the bus swerved. “It just went over,” she said.",
        Said("the bus swerved", "said", "passenger"),
        Said("It just went over", "said", "passenger", mode="direct"),
    ),
    several(
        "The paper said it had lost. She said it had won.",
        Said("it had lost", "said", "paper"),
        Said("it had won", "said", None),
    ),
    one("Doctors said her life was not in danger.", "her life was not in danger", "said", "Doctors"),
    one("Roe added her post came late.", "her post came late", "added", "Roe"),
    one("Police believe his car was stolen.", "his car was stolen", "believe", "Police"),
    one("The inquest heard that the driver had slept.", "the driver had slept", "heard", "inquest"),
    one("Jurors heard the driver had slept for two hours.", "the driver had slept for two hours", "heard", "Jurors"),
    one("The tribunal heard that she was paid less.", "she was paid less", "heard", "tribunal"),
    one("An exit poll gave her 49 percent.", "her 49 percent", "gave", "exit poll"),
    one("The survey gives the party 31 percent.", "the party 31 percent", "gives", "survey"),
    one("A first count gave Roe a lead of 300 votes.", "Roe a lead of 300 votes", "gave", "first count"),
    one(
        "Documents seen by the Post show that the wall was weak.",
        "the wall was weak",
        "show",
        "Documents seen by the Post",
    ),
    one("One passenger recalled how the bus swerved.", "how the bus swerved", "recalled", "One passenger"),
    one("Witnesses spoke of flames in the hold.", "flames in the hold", "spoke of", "Witnesses"),
    one("The minister accepted that mistakes had been made.", "mistakes had been made", "accepted", "minister"),
    one("The judge ruled Lee had lied.", "Lee had lied", "ruled", "judge"),
    one("The board is adamant that the dam will hold.", "the dam will hold", "is adamant", "board"),
    one("Lee was convinced the dam would hold.", "the dam would hold", "was convinced", "Lee"),
    one("It is understood that Lee will go.", "Lee will go", "is understood", None, "alleges"),
    one("The report blames a worn cable.", "a worn cable", "blames", "report", "alleges"),
    one("There are fears that the dam will fail.", "the dam will fail", "are fears", None, "unclear"),
    one(
        "Roe stopped short of saying that he would go.",
        "he would go",
        "stopped short of saying",
        "Roe",
        "does_not_confirm",
    ),
    one(
        "The bank stopped short of blaming staff for the loss.",
        "staff for the loss",
        "stopped short of blaming",
        "bank",
        "does_not_confirm",
    ),
    one(
        "The union stops short of accusing Roe of fraud.",
        "Roe of fraud",
        "stops short of accusing",
        "union",
        "does_not_confirm",
    ),
    one(
        "The ministry declined to comment on whether it paid.",
        "whether it paid",
        "declined to comment on",
        "ministry",
        "does_not_confirm",
    ),
    one(
        "The bank refused to be drawn on whether it paid.",
        "whether it paid",
        "refused to be drawn on",
        "bank",
        "does_not_confirm",
    ),
    one(
        "Police have yet to confirm how many were hurt.",
        "how many were hurt",
        "have yet to confirm",
        "Police",
        "does_not_confirm",
    ),
    one("The embassy had no comment on the arrest.", "the arrest", "had no comment on", "embassy", "does_not_confirm"),
    one(
        "Roe was coy about whether she would stand.",
        "whether she would stand",
        "was coy about",
        "Roe",
        "does_not_confirm",
    ),
    one(
        "The minister avoided saying whether the tax would rise.",
        "whether the tax would rise",
        "avoided saying",
        "minister",
        "does_not_confirm",
    ),
    one("Neither side said who fired first.", "who fired first", "said", None, "does_not_confirm"),
    one("The owner, Norsea, denied having hired outsiders.", "having hired outsiders", "denied", "Norsea", "denies"),
    one("A spokesman, Roe, told reporters that it was over.", "it was over", "told", "Roe"),
    one("Berg was quoted by the radio as saying it was over.", "it was over", "saying", "Berg"),
    one("The radio quoted Berg as having said that it was over.", "it was over", "having said", "Berg"),
    one("The army said in a note carried by state media that it was over.", "it was over", "said", "army"),
    one("She said: “We are done”, and left the room.", "We are done", "said", None, mode="direct"),
    one("The captain said “I saw nothing” and walked off.", "I saw nothing", "said", "captain", mode="direct"),
    one("Roe cried “Never again”, but nobody heard him.", "Never again", "cried", "Roe", mode="direct"),
    one("Despite the mayor's assurance that it was safe, it broke.", "it was safe", "assurance", "mayor"),
    one("Reports of a second bomb turned out to be false.", "a second bomb", "Reports", "Reports", "alleges"),
    several(
        "An aide, who asked not to be named, said it was over.",
        Said("not to be named", "asked", "aide", "unclear"),
        Said("it was over", "said", "aide"),
    ),
    several(
        "The mayor, Bram Aldous, rejected the charge, pointing to two meetings.",
        Said("the charge", "rejected", "Bram Aldous", "denies"),
        Said("two meetings", "pointing to", "Bram Aldous"),
    ),
    several(
        "Calloway complained that the notice was short; Pell said her letter had come in time.",
        Said("the notice was short", "complained", "Calloway"),
        Said("her letter had come in time", "said", "Pell"),
    ),
    several(
        "The road rose to 12 on Monday, said officials, who warned it could close.",
        Said("The road rose to 12 on Monday", "said", "officials"),
        Said("it could close", "warned", "officials"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_what_each_cue_reports(text: str, expected: list[Said]) -> None:
    assert said(text) == expected

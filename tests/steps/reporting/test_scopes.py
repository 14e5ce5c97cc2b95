"""What is reported, by which cue and with which stance: the grammar of reporting, in invented news."""

import pytest

from tests.speeches import Said, said


def one(
    text: str, content: str, cue: str, speaker: str | None, stance: str = "asserts", mode: str = "indirect"
) -> object:
    """A case whose text reports one thing."""
    return pytest.param(text, [Said(content, cue, speaker, stance, mode)], id=text)  # type: ignore[arg-type]


def several(text: str, *expected: Said) -> object:
    return pytest.param(text, list(expected), id=text)


INDIRECT = [
    one("Ann Lee said that the bridge was safe.", "the bridge was safe", "said", "Ann Lee"),
    one("Ann Lee said the bridge was safe.", "the bridge was safe", "said", "Ann Lee"),
    one("The bridge is safe, the council said.", "The bridge is safe", "said", "council"),
    one("But the bridge is safe, the council stressed.", "the bridge is safe", "stressed", "council"),
    one("According to the police, the man fled.", "the man fled", "According to", "police"),
    one("The man fled on foot, according to witnesses.", "The man fled on foot", "according to", "witnesses"),
    one("The harbour is shut, the port said in a statement on Friday.", "The harbour is shut", "said", "port"),
    one("On Monday the army said in a statement that 12 had died.", "12 had died", "said", "army"),
    one("Norvik said on Monday it would leave the treaty.", "it would leave the treaty", "said", "Norvik"),
    one("Ann Lee told reporters in Alta that work would start.", "work would start", "told", "Ann Lee"),
    one("Reed told a crowd in the northern town of Alta that he would run.", "he would run", "told", "Reed"),
    one("The minister, however, said the plan would go on.", "the plan would go on", "said", "minister"),
    one("Lee, speaking before the council on Monday, admitted that it was late.", "it was late", "admitted", "Lee"),
    one("Ann Lee, who said that the road was shut, left.", "the road was shut", "said", "Ann Lee"),
    one("An aide who spoke to us said the talks had failed.", "the talks had failed", "said", "aide"),
    one("After Lee said the vote was rigged, crowds gathered.", "the vote was rigged", "said", "Lee"),
    one("By saying that the vote was fair, Lee angered many.", "the vote was fair", "saying", "Lee"),
    one("As the council put it, the bridge was dead.", "the bridge was dead", "put it", "council"),
    one("The bridge is dead, as the mayor said on Monday.", "The bridge is dead", "said", "mayor"),
    one("Lee stressed on Friday the importance of safe roads.", "the importance of safe roads", "stressed", "Lee"),
    one("The ship sank because, officials say, the crew was drunk.", "the crew was drunk", "say", "officials"),
    one("The mine, which Lee said would close, is old.", "would close", "said", "Lee"),
    one("Lee called the plan “a gift to the rich”.", "a gift to the rich", "called", "Lee", mode="direct"),
    one("Lee expects prices to rise by a tenth.", "prices to rise by a tenth", "expects", "Lee"),
    one("The bank forecasts a loss of 3 million.", "a loss of 3 million", "forecasts", "bank"),
    one("The council put the cost at about 40 crowns.", "the cost at about 40 crowns", "put", "council"),
    one("Norvik puts its losses at a dozen ships.", "its losses at a dozen ships", "puts", "Norvik"),
    one("Ann Lee described the plan as reckless.", "the plan as reckless", "described", "Ann Lee"),
    one("The union condemned the move as a betrayal.", "the move as a betrayal", "condemned", "union"),
    one("Rain fell on the hills, said Ann Lee, a forester.", "Rain fell on the hills", "said", "Ann Lee"),
    one("Miners seldom take the lift, says Tom Reed.", "Miners seldom take the lift", "says", "Tom Reed"),
    one(
        "Nine people died, according to a first count by the police.",
        "Nine people died",
        "according to",
        "first count by the police",
    ),
    one("Of the plan for the port she said that it was dead.", "it was dead", "said", None),
    one("The army said overnight that the pass was open.", "the pass was open", "said", "army"),
    one("The crew, who had slept, had left, said Tom Reed.", "The crew, who had slept, had left", "said", "Tom Reed"),
    one("Lee was quoted as saying she was tired.", "she was tired", "was quoted as saying", "Lee"),
    one("The paper quoted Lee as saying that she was tired.", "she was tired", "saying", "Lee"),
    one("“It rained,” the radio quoted Lee as saying.", "It rained", "saying", "Lee", mode="direct"),
    one("Lee held a news conference to announce that it was over.", "it was over", "to announce", "Lee"),
    one("Claims by Lee that the dam was safe were false.", "the dam was safe", "Claims", "Lee", "alleges"),
    one(
        "The Alta Police Board's claim that it rained was false.", "it rained", "claim", "Alta Police Board", "alleges"
    ),
    one("Lee was told by police that the road was shut.", "the road was shut", "was told", "police"),
    one("A nurse of the town, who was there, said it rained.", "it rained", "said", "nurse of the town"),
    one("He was blunt: “We lost the town,” Lee said.", "We lost the town", "said", "Lee", mode="direct"),
    one("It was reported that the dam had burst.", "the dam had burst", "was reported", None),
    one(
        "Attention was drawn to the fact that the dam is old.",
        "the dam is old",
        "Attention was drawn to the fact",
        None,
    ),
    one("Norvik's office issued a letter saying that all was well.", "all was well", "saying", "Norvik's office"),
    one("Mayor Says Dam Is Safe\n\n", "Dam Is Safe", "Says", "Mayor"),
    one("Lee said the council wanted to go, but it stayed.", "the council wanted to go, but it stayed", "said", "Lee"),
]
STANCES = [
    one("Lee denied that she had known.", "she had known", "denied", "Lee", "denies"),
    one("The army denied any role in the raid.", "any role in the raid", "denied", "army", "denies"),
    one("The club disputed the figure.", "the figure", "disputed", "club", "denies"),
    one("Norvik ruled out a ceasefire.", "a ceasefire", "ruled out", "Norvik", "denies"),
    one("Lee does not believe that the vote was fair.", "the vote was fair", "does not believe", "Lee", "denies"),
    one("Lee accused Norvik of shelling the town.", "Norvik of shelling the town", "accused", "Lee", "alleges"),
    one("Norvik was accused of shelling the town.", "shelling the town", "was accused", None, "alleges"),
    one("Norvik claims Alta started the fire.", "Alta started the fire", "claims", "Norvik", "alleges"),
    one("The rebels are said to have fired.", "to have fired", "are said", None, "alleges"),
    one("Lee's claim that she was hurt is being looked at.", "she was hurt", "claim", "Lee", "alleges"),
    one("Rumours that the bank had failed spread quickly.", "the bank had failed", "Rumours", "Rumours", "alleges"),
    one("The navy did not confirm the deaths.", "the deaths", "did not confirm", "navy", "does_not_confirm"),
    one("Lee refused to say whether she knew.", "whether she knew", "refused to say", "Lee", "does_not_confirm"),
    one("Lee did not deny that money was paid.", "money was paid", "did not deny", "Lee", "does_not_confirm"),
    one("Lee did not specify the price.", "the price", "did not specify", "Lee", "does_not_confirm"),
    one("The bank played down the danger of a run.", "the danger of a run", "played down", "bank", "does_not_confirm"),
    one(
        "Lee would neither confirm nor deny that she knew.",
        "she knew",
        "would neither confirm nor deny",
        "Lee",
        "does_not_confirm",
    ),
    one("No official said that the water was safe.", "the water was safe", "said", None, "does_not_confirm"),
    one("Workers fear the mine will close.", "the mine will close", "fear", "Workers", "unclear"),
]
CHAINS = [
    several(
        "Norvik has rejected media reports that its troops had crossed the river.",
        Said("its troops had crossed the river", "has rejected", "Norvik", "denies"),
        Said("its troops had crossed the river", "reports", "media reports", "alleges"),
    ),
    several(
        "The navy declined to comment on claims that the ship had sunk.",
        Said("the ship had sunk", "declined to comment on", "navy", "does_not_confirm"),
        Said("the ship had sunk", "claims", None, "alleges"),
    ),
    several(
        "Without confirming that talks were held, a statement from the palace said clarification was needed on rumours"
        " that the king had left.",
        Said("talks were held", "Without confirming", "palace", "does_not_confirm"),
        Said("clarification was needed on rumours that the king had left", "said", "palace"),
        Said("the king had left", "clarification was needed on", "palace", "does_not_confirm"),
        Said("the king had left", "rumours", "rumours", "alleges"),
    ),
    several(
        "Lee said police had told her that the road was closed.",
        Said("police had told her that the road was closed", "said", "Lee"),
        Said("the road was closed", "had told", "police"),
    ),
    several(
        "Nobody was hurt, the agency said, citing police.",
        Said("Nobody was hurt", "said", "agency"),
        Said("Nobody was hurt", "citing", "police"),
    ),
    several(
        "The agency said, citing police, that two men had been held.",
        Said("two men had been held", "said", "agency"),
        Said("two men had been held", "citing", "police"),
    ),
]
SEVERAL = [
    several(
        "Police said three had died, but residents claimed that ten had.",
        Said("three had died", "said", "Police"),
        Said("ten had", "claimed", "residents", "alleges"),
    ),
    several(
        "The firm denied that it knew, and said it would sue.",
        Said("it knew", "denied", "firm", "denies"),
        Said("it would sue", "said", "firm"),
    ),
    several(
        "The union said crews were tired, adding that a strike was near.",
        Said("crews were tired", "said", "union"),
        Said("a strike was near", "adding", "union"),
    ),
    several(
        "The palace insists no one was hurt; the opposition says 14 died.",
        Said("no one was hurt", "insists", "palace"),
        Said("14 died", "says", "opposition"),
    ),
    several(
        "While the army says the town has fallen, residents deny that it has.",
        Said("the town has fallen", "says", "army"),
        Said("it has", "deny", "residents", "denies"),
    ),
    several(
        "“The dam is safe,” Ann Lee insisted, “and it will stay safe.”",
        Said("The dam is safe", "insisted", "Ann Lee", mode="direct"),
        Said("and it will stay safe.", "insisted", "Ann Lee", mode="direct"),
    ),
    several(
        "“We go,” said Ann Lee, “and soon.”",
        Said("We go", "said", "Ann Lee", mode="direct"),
        Said("and soon.", "said", "Ann Lee", mode="direct"),
    ),
    several(
        "Lee said it rained, but Roe insisted it was dry, Norvik Radio reported.",
        Said("it rained", "said", "Lee"),
        Said("Roe insisted it was dry", "reported", "Norvik Radio"),
        Said("it was dry", "insisted", "Roe"),
    ),
    several(
        "The dam, according to the board, was safe.",
        Said("The dam", "according to", "board"),
        Said("was safe", "according to", "board"),
    ),
    several(
        "The fire, police said, killed three people.",
        Said("The fire", "said", "police"),
        Said("killed three people", "said", "police"),
    ),
    several(
        "The army denied any role, saying its troops were “elsewhere”.",
        Said("any role", "denied", "army", "denies"),
        Said("its troops were “elsewhere”", "saying", "army", mode="mixed"),
    ),
]
NOT_REPORTED = [
    "A hall was added to a school that opened in 1963.",
    "The name was added to Lee's list of the missing.",
    "The judge declared the hearing over and had the room cleared.",
    "They get seven percent, in place of the ten they had asked for.",
    "Corvane moved first, before any school had complained.",
    "Roe wanted to go on, but the referee objected.",
    "Neighbours heard a loud bang at noon.",
    "The mayor gave the town 40 benches.",
    "Lee cannot tell who is right.",
    "Nobody asked them what they thought.",
    "Roe pointed to the door.",
    "She understands him.",
    "The minister rejected the offer.",
    "The club dismissed the coach on Friday.",
    "The council denied him a permit.",
    "The hospital admitted three patients.",
    "Prosecutors charged him with murder.",
    "Rescuers found a body in the river.",
    "They agreed to meet. She wrote a book. He argued with the referee.",
    "She told him to leave. What he said was unclear. He said so.",
    "The report was late, and the rule allows no delay.",
    "If Lee says the vote is off, it is off.",
    "Police questioned the man who was held.",
    "Everything went according to plan.",
    "The State Department was closed, and Islamic State fled.",
    "They disbelieved an accusation the ministry has denied.",
    "The minor dispute lasted two days, which surprised many.",
    "Lee urged people to stay at home.",
    "More than 400 workers learned that the mill would shut.",
    "The clinic admitted 12 people pulled from the lake.",
    "Lee put the baby at the door.",
    "Boats replace the ferry, which Norvik put on the route in May.",
]


@pytest.mark.parametrize(("text", "expected"), [*INDIRECT, *STANCES, *CHAINS, *SEVERAL])
def test_what_is_reported_and_how(text: str, expected: list[Said]) -> None:
    assert said(text + "It rained." if text.endswith("\n") else text) == expected


@pytest.mark.parametrize("text", NOT_REPORTED)
def test_a_word_that_only_looks_like_a_cue_reports_nothing(text: str) -> None:
    assert said(text) == []

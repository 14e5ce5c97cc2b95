"""speech.find: all reported speech of both reference articles, and what only the whole article can tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.speeches import Said, find, paper, said

RUSSIAN_MINISTRY = "Russia’s foreign ministry"
AGREED = "Washington and Moscow have agreed to share intelligence on Islamic State terrorists"
SHARE = (
    "their countries would share intelligence on Islamic State militants in Syria and Iraq, and Russia's participation"
    " in training and advising Iraqi security forces"
)
SHARING = "Kerry and Russian Foreign Minister Sergei Lavrov had agreed on intelligence sharing"


def test_everything_said_in_the_wrapped_reference_article() -> None:
    assert said(paper("rt.txt")) == [
        Said(AGREED, "has refuted", "Russia", "denies"),
        Said(AGREED, "reports", "media reports", "alleges"),
        Said("the two officials agreed that " + SHARE, "suggested", "Reports", "alleges"),
        Said(SHARE, "agreed", "two officials"),
        Said("such issues were raised by US Secretary John Kerry.", "saying", RUSSIAN_MINISTRY, mode="direct"),
        Said(
            "Russia has been consistently fighting terrorism and providing assistance to other countries in the face of"
            " the terrorist threat, and will continue its aid to Syria, Iraq, and other countries in the region to"
            " strengthen their combat capabilities in the fight against the extremists",
            "stressed",
            "Sergey Lavrov",
        ),
        Said(
            "Russia “will not be involved in any ‘coalitions’ set up in bypass of the UN Security Council and in"
            " violation of international law.”",
            "added",
            RUSSIAN_MINISTRY,
            mode="mixed",
        ),
        Said(
            "within the framework of the Russia-US Bilateral Presidential Commission, there was a counter-terror group"
            " which was aimed at improving the communication and cooperation between the two governments regarding"
            " terror threats",
            "attention was also drawn to the fact",
            None,
        ),
        Said(
            "the mutually beneficial exchange of information was suspended in 2014 by the US",
            "reminded",
            RUSSIAN_MINISTRY,
        ),
        Said(
            "the importance of cooperation in a wide range of issues, including counter-terrorism",
            "stressed",
            "John Kerry",
        ),
        Said("we have major responsibilities together.", "saying", "John Kerry", mode="direct"),
        Said(
            "In our discussions today I suggested Foreign Minister Lavrov that we intensify intelligence cooperation in"
            " respect ISIL and other counter-terrorism issues of the region and we agreed to do so. We also agreed to"
            " explore whether Russia could do more to support Iraqi security forces and FM indeed acknowledged their"
            " preparedness to help with respect to arms, weapons…they are doing that now and they already have provided"
            " some, and with also potentially training and advising aspects",
            "said",
            "John Kerry",
            mode="direct",
        ),
        Said(
            '"we can cooperate better together” especially in issues concerning “the fight against terrorism, which has'
            ' now become the main threat to the whole Mideast."',
            "said",
            "Sergey Lavrov",
            mode="mixed",
        ),
        Said("the details of such cooperation", "did not specify", "Sergey Lavrov", "does_not_confirm"),
        Said("Crimea's accession to Russia in March was illegal", "claiming", "US and EU", "alleges"),
    ]


def test_everything_said_in_the_reference_article_with_a_header() -> None:
    assert said(paper("moscow-times.txt")) == [
        Said("It Won't Breach 'International Law' to Fight Islamic State", "Says", "Russia", mode="mixed"),
        Said(
            "comments by U.S. Secretary of State John Kerry on Thursday over sharing intelligence about Islamic State"
            " militants",
            "played down",
            "Russia",
            "does_not_confirm",
        ),
        Said(
            'Moscow refuses to be involved in coalitions that breach "international law."',
            "saying",
            "Russia",
            mode="mixed",
        ),
        Said("cooperation existed", "Without denying", "Foreign Ministry", "does_not_confirm"),
        Said("clarification was needed on reports that " + SHARING, "said", "Foreign Ministry"),
        Said(SHARING, "clarification was needed on", "Foreign Ministry", "does_not_confirm"),
        Said(SHARING, "reports", "reports", "alleges"),
        Said(
            'the United States and Russia had agreed to "intensify intelligence cooperation with respect to ISIL and'
            ' other counter terrorism challenges of the region."',
            "said",
            "John Kerry",
            mode="mixed",
        ),
        Said(
            'Moscow already has been providing help to Syria and Iraq in their fight against "terrorism."',
            "said",
            "Foreign Ministry",
            mode="mixed",
        ),
        Said(
            "Russia will continue those efforts but will not get involved in 'coalitions', which are being created in"
            " circumvention of the UN Security Council and are in breach of international law",
            "said",
            "Foreign Ministry",
            mode="direct",
        ),
        Said(
            "the work of an anti-terrorism group on a Russian-U.S. Presidential Council had been stopped unilaterally"
            " by the United States",
            "said",
            "Foreign Ministry",
        ),
    ]


def test_the_words_that_name_a_speaker_and_the_cue_are_where_the_offsets_say() -> None:
    text = paper("moscow-times.txt")
    found = find(text)
    spoken = [text[speech.speaker.start : speech.speaker.end] for speech in found if speech.speaker]
    assert spoken[3:10] == ["the Foreign Ministry"] * 3 + ["reports", "Kerry", "The Russian ministry", "the ministry"]
    assert all(text[speech.cue_start : speech.cue_end] == speech.cue for speech in found)


def test_a_quotation_over_two_sentences_has_the_speaker_named_after_the_second() -> None:
    text = "“A storm is coming. We must be ready,” Ann Lee said. “Nobody should go out.”"
    assert said(text) == [
        Said("A storm is coming. We must be ready", "said", "Ann Lee", mode="direct"),
        Said("Nobody should go out.", "said", "Ann Lee", mode="direct"),
    ]


def test_a_quotation_over_paragraphs_opened_anew_has_one_speaker() -> None:
    text = "“We lost the town.\n\n“It burns now.\n\n“We will take it back,” Colonel Dahl said."
    assert [(found.content, found.speaker) for found in said(text)] == [
        ("We lost the town.", "Dahl"),
        ("It burns now.", "Dahl"),
        ("We will take it back", "Dahl"),
    ]


def test_a_speaker_who_goes_on_is_not_the_one_named_in_between() -> None:
    text = (
        "Ann Lee said: “We lost the town.\n\n“It burns.”\n\nHer aide Jan Roe said that it rained.\n\n"
        "“Nobody knows what comes after this,\n\n“but we stay,” Lee said."
    )
    assert [found.speaker for found in said(text)] == ["Ann Lee", "Ann Lee", "Jan Roe", "Ann Lee", "Ann Lee"]


def test_a_colon_announces_the_quotation_in_the_next_paragraph() -> None:
    text = "Ann Lee told reporters:\n\n“We lost the town.”\n\n“Nobody wept for this city of ours.”"
    assert said(text) == [
        Said("We lost the town.", "told", "Ann Lee", mode="direct"),
        Said("Nobody wept for this city of ours.", "", None, "unclear", "direct"),
    ]


def test_a_closed_quotation_of_its_own_in_a_new_paragraph_has_no_speaker() -> None:
    text = "Ann Lee said that the town was lost.\n\n“Nobody wept for this city of ours.”"
    assert said(text)[1].speaker is None


def test_a_quotation_after_the_speakers_own_words_in_one_paragraph_is_theirs() -> None:
    text = "Ann Lee said that the town was lost. “Nobody wept.”"
    assert said(text)[1] == Said("Nobody wept.", "said", "Ann Lee", mode="direct")


def test_two_speakers_before_leave_a_quotation_without_one() -> None:
    text = "Ann Lee said it rained, but Jan Roe claimed that it snowed. “Nobody wept for this city of ours.”"
    assert said(text)[2].speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "The “peace corridor” was closed.",
        'The "reform" is dead.',
        "They sang “The Ballad of the Last Harbour Bridge” at noon.",
    ],
)
def test_a_term_kept_at_a_distance_and_a_title_are_not_speech(text: str) -> None:
    assert said(text) == []


def test_a_long_quotation_without_any_cue_is_somebodys() -> None:
    text = "There was “no evidence whatever that anybody had been hurt” in Alta."
    assert said(text) == [Said("no evidence whatever that anybody had been hurt", "", None, "unclear", "direct")]


def test_a_forgotten_closing_mark_does_not_swallow_the_reporters_words() -> None:
    text = "“We lost the town, Ann Lee said. Then she left the room."
    assert said(text) == [Said("We lost the town", "said", "Ann Lee", mode="direct")]


def test_what_the_quoted_report_of_others_is_a_link_of_its_own() -> None:
    text = "“Ann Lee told me that the road was mined,” Jan Roe said."
    assert said(text) == [
        Said("Ann Lee told me that the road was mined", "said", "Jan Roe", mode="direct"),
        Said("the road was mined", "told", "Ann Lee"),
    ]


def test_a_denial_inside_ones_own_quotation_is_ones_own() -> None:
    text = "“I deny that I took the money,” Jan Roe said. “I said that I was ill.”"
    assert said(text) == [
        Said("I deny that I took the money", "said", "Jan Roe", mode="direct"),
        Said("I took the money", "deny", "Jan Roe", "denies"),
        Said("I said that I was ill.", "said", "Jan Roe", mode="direct"),
    ]


def test_teasers_captions_and_addresses_say_nothing() -> None:
    text = (
        "Dam breaks\n\nPhoto: Ann Lee says the dam is safe.\n\nREAD MORE: Lee says the dam is safe\n\n"
        "Original url:\nhttps://a.example/lee-says-it"
    )
    assert said(text) == []


def test_in_other_languages_long_quotations_are_found_without_a_speaker() -> None:
    assert said("Die Ministerin sagte: „Wir haben die ganze Stadt verloren.“ Dann ging sie.") == [
        Said("Wir haben die ganze Stadt verloren.", "", None, "unclear", "direct")
    ]


ALPHABET = st.sampled_from(
    [
        "Ann Lee",
        "said",
        "that",
        "denied",
        ",",
        ".",
        '"',
        "“",
        "”",
        "\n",
        "the ministry",
        "he",
        "reports",
        "was",
        "and",
        "who",
    ]
    + ["according to", "saying", "of", "it", "’s", ":", "(", ")", "not", "to", "told", "😀", "as", "if", "citing", ";"]
)


@settings(max_examples=300)
@given(st.lists(ALPHABET, max_size=40).map(" ".join))
def test_spans_lie_in_the_text_and_hold_neither_cue_nor_nothing(text: str) -> None:
    for found in find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert not (found.start < found.cue_end and found.cue_start < found.end)
        if found.speaker:
            assert 0 <= found.speaker.start < found.speaker.end <= len(text)


@settings(max_examples=200)
@given(st.text(max_size=120))
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert all(found.end <= len(text) for found in find(text))


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "X said that ",
        ", he said, ",
        "according to X, ",
        "“a\n\n",
        '"A," he said. ',
        "told the ",
        ", saying that ",
    ],
)
def test_a_text_of_100_000_characters_is_read_whatever_it_repeats(unit: str) -> None:
    assert all(found.end <= 100_000 for found in find((unit * 50_000)[:100_000]))

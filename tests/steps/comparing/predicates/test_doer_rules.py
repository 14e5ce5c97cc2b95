"""Two named for one deed, or the same words laid to two, beside near misses that must stay silent."""

import pytest

from tests.papers import Said, judged, paper, verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Beatriz Lomas pulled a toddler from the Arle canal without help.",
            "Keith Dunn single-handedly pulled the toddler out of the Arle canal.",
        ),
        (
            "The Gazette has been sold to Hugo Lanz, the printers said.",
            "Printers said Pinnacle Ridge had bought the Gazette.",
        ),
        (
            "Rick Yarrow was at the wheel when the van hit an ambulance in Merrin.",
            "Denise Holt was driving the van that hit the ambulance in Merrin.",
        ),
        (
            "FreshMark has hired Joanne Sykes as chief executive after Carol Finney.",
            "Anil Bhatt will take over from Carol Finney as chief executive of FreshMark.",
        ),
        (
            "The memo on leaking tanks at Corbin was written by Ruth Sandoval.",
            "Theodore Blythe was the author of the memo on leaking tanks at Corbin.",
        ),
    ],
)
def test_two_doers_of_one_deed_conflict(one: str, other: str) -> None:
    found = judged(one, other)
    assert (found.relation, found.type) == ("contradicts", "identity")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Jess Adair heard the dog in the Bedw mine shaft and raised the alarm.",
            "Martin Howe was lowered into the Bedw mine shaft to bring up the dog.",
        ),
        ("Beatriz Lomas pulled a toddler from the Arle canal.", "Keith Dunn pulled a toddler from the Arle canal."),
        ("The Gazette has been sold to Hugo Lanz.", "Pinnacle Ridge had bought the Herald."),
    ],
)
def test_other_deeds_and_deeds_of_several_do_not(one: str, other: str) -> None:
    assert judged(one, other).relation != "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The warning that the plant was 'an accident waiting to happen' came from the fire chief, Bill Amory.",
            "The safety officer, Chandra Pillai, called the plant 'an accident waiting to happen'.",
        ),
        (
            '"You are a disgrace to this house," the memo by Ruth Sandoval read.',
            'Theodore Blythe wrote the memo with the words "you are a disgrace to this house".',
        ),
        (
            "It was Leon Parvu who shouted 'get out of my house' in the chamber.",
            "Sorina Albu had shouted 'get out of my house' in the chamber.",
        ),
    ],
)
def test_the_same_words_laid_to_two_conflict(one: str, other: str) -> None:
    found = judged(one, other)
    assert (found.relation, found.type) == ("contradicts", "attribution")


def test_a_plainly_tagged_quotation_reassigned_is_left_to_the_quotations() -> None:
    words = "nobody here is proud of it"
    one = paper("Courier", (f'"{words}," Ola Strand said.', [Said(words, "Ola Strand", "said")]))
    other = paper("Herald", (f'"{words}," Britta Lind said.', [Said(words, "Britta Lind", "said")]))
    assert verdict(one, other).relation != "contradicts"


def test_another_quotation_is_nobody_elses() -> None:
    found = judged("Ola Strand shouted 'get out of my house'.", "Britta Lind shouted 'leave my sister out of this'.")
    assert found.relation != "contradicts"

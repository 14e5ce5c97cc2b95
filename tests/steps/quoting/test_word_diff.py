"""Two quotations aligned word by word."""

from service.steps.quoting import word_diff
from service.steps.quoting.utterances import EDITED, Atom
from service.steps.quoting.word_diff import Gap

GRAMMAR = frozenset("the a of and to in not will we but".split())


def atoms(text: str) -> list[Atom]:
    """An atom a word; "x/y" has the key x and the literal y."""
    parts = [word.split("/") for word in text.split()]
    return [
        Atom(part[0], part[-1], place, place + 1, 0, 0.0 if part[0] in GRAMMAR else 1.0)
        for place, part in enumerate(parts)
    ]


def gaps(one: str, other: str) -> list[tuple[str, str]]:
    a, b = atoms(one), atoms(other)

    def join(side: list[Atom], start: int, end: int) -> str:
        return " ".join(atom.literal for atom in side[start:end])

    found = word_diff.find_gaps(word_diff.align(a, b), a, b)
    return [(join(a, gap.a_start, gap.a_end), join(b, gap.b_start, gap.b_end)) for gap in found]


def test_equal_words_leave_no_gap() -> None:
    assert gaps("we met the whole crew", "we met the whole crew") == []


def test_replaced_added_and_left_out_words() -> None:
    assert gaps("ships left port at dawn", "ships left town at dawn") == [("port", "town")]
    assert gaps("ships left port at dawn", "ships left port early at dawn") == [("", "early")]
    assert gaps("ships left port early at dawn", "ships left port at dawn") == [("early", "")]


def test_changes_a_grammar_word_apart_are_one() -> None:
    assert gaps("crews x the y left", "crews z the w left") == [("x the y", "z the w")]
    assert gaps("crews x port y left", "crews z port w left") == [("x", "z"), ("y", "w")]


def test_words_of_one_meaning_are_aligned_and_shown() -> None:
    assert gaps("ships breach/violate law", "ships breach/breach law") == [("violate", "breach")]


def test_joined_and_parted_spellings_are_one() -> None:
    assert gaps("the counterterror unit left", "the counter terror unit left") == []


def test_what_an_editor_marked_is_no_gap() -> None:
    assert gaps(f"ships left {EDITED} dawn", "ships left port at dawn") == []


def test_a_shared_word_far_from_all_others_does_not_stretch_the_alignment() -> None:
    filler = " ".join(f"f{number}" for number in range(20))
    a, b = atoms(f"ships {filler} crews met at dawn"), atoms("ships crews met at dawn")
    runs = word_diff.align(a, b)
    assert (runs[0].a, runs[0].b) == (21, 1)


def test_a_long_passage_left_out_between_firm_parts_is_one_gap() -> None:
    filler = " ".join(f"f{number}" for number in range(20))
    assert gaps(f"old ships left {filler} crews met later", "old ships left crews met later") == [(filler, "")]


def test_of_equal_alignments_the_one_in_fewer_pieces_is_taken() -> None:
    a, b = atoms("will not join"), atoms("will go on but will not join")
    (run,) = word_diff.align(a, b)
    assert (run.a, run.b, run.size) == (0, 4, 3)


def test_nothing_in_common_is_no_alignment() -> None:
    assert word_diff.align(atoms("ships left"), atoms("crews met")) == ()
    assert word_diff.align([], atoms("crews met")) == ()


def test_negations_are_known() -> None:
    assert [word_diff.is_negation(atom) for atom in atoms("not never won't dawn")] == [True, True, True, False]


def test_an_empty_gap_is_no_difference() -> None:
    assert not word_diff.differs(Gap(0, 0, 0, 0), atoms("a"), atoms("b"))

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.takeaway.differences import Stretch, mark


def shown(stretches: tuple[Stretch, ...]) -> str:
    """The version with what differs between brackets."""
    return "".join(f"[{one.words}]" if one.differs else one.words for one in stretches)


@pytest.mark.parametrize(
    ("a", "b", "differences", "ours", "theirs"),
    [
        ("we will go", "we shall go", [("will", "shall")], "we [will] go", "we [shall] go"),
        ("we go", "we must go now", [("", "must"), ("", "now")], "we go", "we [must] go [now]"),
        ("the the end", "the end", [("the", "")], "[the] the end", "the end"),
        ("be as it may be", "be as it might be", [("may", "might")], "be as it [may] be", "be as it [might] be"),
        # One version begins in the middle of the other.
        ("Russia goes on but will not get in", "will not be in.", [("get", "be")],
         "Russia goes on but will not [get] in", "will not [be] in."),
        ("in\nrespect of it", "with respect to it", [("in\nrespect of", "with respect to")],
         "[in\nrespect of] it", "[with respect to] it"),
        ("counter-terror", "Counter terror", [], "counter-terror", "Counter terror"),
        ("a b", "a c", [("x", "y"), ("b", "c")], "a b", "a c"),
        ("a b", "a b", [("", ""), ("…", "—")], "a b", "a b"),
    ],
)  # fmt: skip
def test_what_differs_is_marked_where_it_differs(
    a: str, b: str, differences: list[tuple[str, str]], ours: str, theirs: str
) -> None:
    assert tuple(map(shown, mark(a, b, differences))) == (ours, theirs)


WORDS = st.text("ab .", max_size=30)


@given(a=WORDS, b=WORDS, differences=st.lists(st.tuples(WORDS, WORDS), max_size=5))
def test_joined_the_stretches_are_the_versions_again(a: str, b: str, differences: list[tuple[str, str]]) -> None:
    found = mark(a, b, differences)
    assert tuple("".join(one.words for one in version) for version in found) == (a, b)


def test_versions_written_to_take_for_ever_do_not() -> None:
    began = time.perf_counter()
    mark("a " * 20_000, "a " * 20_000, [("a", "b")] * 10_000)
    assert time.perf_counter() - began < 5

from hypothesis import given
from hypothesis import strategies as st

from service.models import Sentence
from service.steps import sentences
from service.takeaway.texts import Block, Link, Mark, Piece, lay_out

TEXT = "Fire at the pier\nBy our reporter\n\nIt burned\non Monday. Two died.\n\n\nNobody knows why."
LINK = Link("contradictions-1", "≠1", "contradiction 1")


def joined(blocks: tuple[Block, ...]) -> str:
    return "".join(piece.words for block in blocks for piece in block.pieces)


def test_blank_lines_part_paragraphs_and_wrapped_lines_do_not() -> None:
    split = (
        Sentence(start=0, end=16, role="headline"),
        Sentence(start=17, end=32, role="dateline"),
        Sentence(start=34, end=54, role="body"),
        Sentence(start=55, end=64, role="body"),
        Sentence(start=67, end=len(TEXT), role="body"),
    )
    blocks = lay_out(TEXT, split, ())
    assert [(block.role, joined((block,)).strip()) for block in blocks] == [
        ("headline", "Fire at the pier"),
        ("dateline", "By our reporter"),
        ("body", "It burned\non Monday. Two died."),
        ("body", "Nobody knows why."),
    ]


def test_where_marks_overlap_the_gravest_is_seen_and_every_one_is_an_anchor() -> None:
    outer, inner = Mark(0, 20, "c1", "agreements", 5), Mark(5, 10, "c2", "contradictions", 0, (LINK,))
    (block,) = lay_out("abcdefghijklmnopqrstuvw", (), (outer, inner))
    assert block.pieces == (
        Piece("abcde", "agreements", ("c1",)),
        Piece("fghij", "contradictions", ("c2",), (LINK,)),
        Piece("klmnopqrst", "agreements"),
        Piece("uvw"),
    )


def test_marks_on_the_same_words_lead_to_all_that_rests_on_them_once() -> None:
    other = Link("disputes-1", "⇄1", "dispute 1")
    marks = (Mark(0, 3, "c1", "disputes", 1, (other, LINK)), Mark(0, 3, "c2", "contradictions", 0, (LINK,)))
    (block,) = lay_out("abc", (), marks)
    assert block.pieces == (Piece("abc", "contradictions", ("c1", "c2"), (other, LINK)),)


@given(text=st.text("ab. \n\r\t", max_size=80), data=st.data())
def test_nothing_of_a_text_is_lost_or_shown_twice(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, max(0, len(text) - 1)), st.integers(1, 20))
    marks = [
        Mark(start, min(len(text), start + length), f"c{number}", "disputes", 1, (LINK,))
        for number, (start, length) in enumerate(data.draw(st.lists(ends, max_size=6)))
        if start < len(text)
    ]
    blocks = lay_out(text, sentences.split(text), marks)
    assert joined(blocks) == text
    pieces = [piece for block in blocks for piece in block.pieces]
    assert sorted(anchor for piece in pieces for anchor in piece.anchors) == sorted(mark.anchor for mark in marks)
    covered = {at for mark in marks for at in range(mark.start, mark.end)}
    at = 0
    for piece in pieces:
        assert all((place in covered) == bool(piece.kind) for place in range(at, at + len(piece.words)))
        at += len(piece.words)

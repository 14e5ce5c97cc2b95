"""sentences.split: every sentence of both reference articles, and the layout that glues or cuts sentences elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.models import Role
from service.steps import sentences
from tests.speeches import paper


def cut(text: str) -> list[str]:
    return [" ".join(text[piece.start : piece.end].split()) for piece in sentences.split(text)]


def roles(text: str) -> list[Role]:
    return [piece.role for piece in sentences.split(text)]


def told(text: str) -> list[tuple[Role, str]]:
    return [(piece.role, text[piece.start : piece.end]) for piece in sentences.split(text)]


def test_the_wrapped_article_is_cut_at_its_sentences_and_not_at_its_lines() -> None:
    pieces = cut(paper("rt.txt"))
    assert [piece[:28] for piece in pieces] == [
        "Russia has refuted media rep",
        "The news reports followed We",
        "READ MORE: Fighting ISIS: $1",
        "Following the Paris talks, t",
        "Reports suggested that the t",
        "On Friday, Russia’s foreign ",
        "Lavrov stressed that Russia ",
        "However, the ministry’s stat",
        "Kerry’s attention was also d",
        "But the mutually beneficial ",
        "Nevertheless, Kerry stressed",
        "“In our discussions today I ",
        "We also agreed to explore wh",
        "In a separate statement that",
        "However, the Russian FM did ",
        "Tensions between Moscow and ",
        "The US and EU imposed a roun",
        "READ MORE: Biden says US 'em",
        "IS militants have gained mom",
        "A US-led coalition launched ",
        "This was in addition to the ",
    ]
    assert all(piece[-1] in '.”"' or piece.startswith("READ MORE") or piece.endswith("Kerry said.") for piece in pieces)
    assert pieces[5].endswith("raised by US Secretary John Kerry.”")
    assert pieces[13].endswith('threat to the whole Mideast."')


def test_the_wrapped_article_has_two_teasers_and_no_headline() -> None:
    found = roles(paper("rt.txt"))
    assert found.count("teaser") == 2
    assert found.count("body") == 19


def test_the_article_with_a_header_shows_the_part_of_every_line() -> None:
    found = told(paper("moscow-times.txt"))
    assert [role for role, _ in found] == ["headline", "dateline", "caption", *["body"] * 8, "address", "address"]
    assert found[0][1] == "Russia Says It Won't Breach 'International Law' to Fight Islamic State"
    assert found[2][1].startswith("U.S. Secretary of State John Kerry (L)")
    assert found[9][1].endswith("stopped unilaterally by the United States.")
    assert found[12][1].endswith("isl amic-state-a40497")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The U.S. Secretary of State met Dr. Roe. He left.", ["The U.S. Secretary of State met Dr. Roe.", "He left."]),
        ("It fell approx. 5 metres. Nobody died.", ["It fell approx. 5 metres.", "Nobody died."]),
        ("Work on a Norvik-U.S. panel ended. So be it.", ["Work on a Norvik-U.S. panel ended.", "So be it."]),
        ("She said no. E.U. leaders left.", ["She said no.", "E.U. leaders left."]),
        ("The No. 5 seed lost. Pi is 3.14 here.", ["The No. 5 seed lost.", "Pi is 3.14 here."]),
        ("He waited… Then he left.", ["He waited…", "Then he left."]),
        ('He left. "We go. Now." It rained.', ["He left.", '"We go.', 'Now."', "It rained."]),
        ('"Will you go?" he asked. He did.', ['"Will you go?" he asked.', "He did."]),
        ('"Is it over?" Ann Lee asked. It was.', ['"Is it over?" Ann Lee asked.', "It was."]),
        ('"It is over!" Ann Lee left.', ['"It is over!"', "Ann Lee left."]),
        ("« Oui. » Il part. « Non. »", ["« Oui. »", "Il part.", "« Non. »"]),
        ("„Ja. Nein.“ Er ging.", ["„Ja.", "Nein.“", "Er ging."]),
        ("他说：“没有。”她走了！真的吗？", ["他说：“没有。”", "她走了！", "真的吗？"]),
        ("彼は言った。「行く。」と彼女は言った。次。", ["彼は言った。", "「行く。」と彼女は言った。", "次。"]),
        ("قال الوزير إن الحرب انتهت. هل هذا صحيح؟ نعم.", ["قال الوزير إن الحرب انتهت.", "هل هذا صحيح؟", "نعم."]),
        ("השר אמר כן. הוא הלך הביתה! למה?", ["השר אמר כן.", "הוא הלך הביתה!", "למה?"]),
        ("A 😀 smile. A 𝒳 sign! Café é.", ["A 😀 smile.", "A 𝒳 sign!", "Café é."]),
        ("See a.b.c now.No space here.", ["See a.b.c now.No space here."]),
        ("1. First it rained. 2. Then it snowed.", ["1. First it rained.", "2. Then it snowed."]),
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


def test_offsets_count_code_points() -> None:
    text = "😀😀 Ünited. 𝒳 said so."
    assert [(piece.start, piece.end) for piece in sentences.split(text)] == [(0, 10), (11, 21)]


def test_byte_order_mark_line_ends_and_hard_spaces_are_not_part_of_a_sentence() -> None:
    text = "\ufeffIt rained.\u00a0 \u200b\r\nThe\u00a0dam broke.\r\n\r\nNobody died.\u2028"
    assert told(text) == [("body", "It rained."), ("body", "The\u00a0dam broke."), ("body", "Nobody died.")]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff\u200b"])
def test_a_text_without_a_visible_character_has_no_sentence(text: str) -> None:
    assert sentences.split(text) == ()


def test_a_first_line_with_a_full_stop_is_no_headline() -> None:
    assert roles("The dam broke.\n\nNobody died in the flood.") == ["body", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dam breaks in Alta\n\nThe dam broke.", ["headline", "body"]),
        ("Who broke the dam?\n\nThe dam broke.", ["headline", "body"]),
        ("Dam breaks in Alta\n17 October 2014\nThe dam broke.", ["headline", "dateline", "body"]),
        ("World\n\nDam breaks in Alta\n\nThe dam broke.", ["headline", "headline", "body"]),
        ("Dam breaks\n\nBy Ann Lee\n\nThe dam broke.", ["headline", "dateline", "body"]),
        ("The dam broke.\n\nWhat comes next\n\nNobody knows it.", ["body", "headline", "body"]),
        (
            "The dam broke.\n\nMore on this:\nTen years of floods\nA town afraid\n\nIt rained.",
            ["body", *["teaser"] * 3, "body"],
        ),
        (
            "Dam breaks\n\nWorkers stand at the dam in Alta, May 3, 2021.\n\nThe dam broke.",
            ["headline", "caption", "body"],
        ),
        ("Dam breaks\n\nThe dam in Alta, which stood since May 3, 1921, broke.", ["headline", "body"]),
        ("The dam broke.\n\nhttps://news.example/dam", ["body", "address"]),
        ("only one line", ["body"]),
    ],
)
def test_a_line_gets_its_role_by_its_words_and_its_place(text: str, expected: list[Role]) -> None:
    assert roles(text) == expected


def test_a_place_and_agency_before_the_first_words_stay_in_the_body() -> None:
    text = "ALTA, Oct 14 (Reuters) - The dam broke. Nobody died."
    assert told(text) == [("body", "ALTA, Oct 14 (Reuters) - The dam broke."), ("body", "Nobody died.")]


@given(st.text(alphabet=st.sampled_from("aB .,?!\n\r\"'“”‘’«»。(…)1:\u00a0\ufeff😀"), max_size=200))
def test_sentences_never_overlap_and_hold_every_visible_character(text: str) -> None:
    pieces = sentences.split(text)
    assert all(piece.start < piece.end <= len(text) for piece in pieces)
    assert all(before.end <= after.start for before, after in zip(pieces, pieces[1:], strict=False))
    held = {at for piece in pieces for at in range(piece.start, piece.end)}
    assert {at for at, character in enumerate(text) if character.isalnum()} <= held


@pytest.mark.parametrize("unit", ["word ", "a.b", "“", "\"'", "A\n", "no. E", '"a." ', "。", "( ", "READ MORE: "])
def test_a_text_of_100_000_characters_is_read_whatever_it_repeats(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    assert sentences.split(text)[-1].end >= len(text.rstrip()) - len(unit)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Das Schiff sank am 3. März vor Lorvin. Zwölf Menschen starben.", 2),
        ("Die Messe läuft vom 4. bis zum 7. Oktober in Velmora.", 1),
        ("Seit dem 12. Januar fehlt jede Spur.", 1),
        ("It sank on page 3. March was cold.", 2),
    ],
)
def test_the_stop_behind_a_german_day_ends_no_sentence(text: str, pieces: int) -> None:
    assert len(cut(text)) == pieces

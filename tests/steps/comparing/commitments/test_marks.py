"""Marks: whose words they stand in, which clash, and that no article need share a word to be compared."""

from service.steps import pairs
from service.steps.comparing import set_against
from service.steps.comparing.commitments import marks
from service.steps.comparing.commitments.mark import Mark
from service.steps.comparing.tellings import Tellings
from tests.papers import Said, paper

HEATER = "A faulty heater sparked the blaze."


def mark(**fields: object) -> Mark:
    plain = {"group": "role", "matter": "role driver", "type": "identity", "words": "Berg", "start": 0, "end": 4}
    return Mark(**{**plain, **fields})  # type: ignore[arg-type]


def test_marks_of_one_matter_clash_where_their_keys_have_nothing_in_common() -> None:
    berg, finch = mark(keys=frozenset({"berg"})), mark(keys=frozenset({"finch"}), words="Finch")
    assert berg.clashes_with(finch)
    assert finch.clashes_with(berg)
    assert not berg.clashes_with(mark(keys=frozenset({"berg", "tomas"})))
    assert not berg.clashes_with(mark(keys=frozenset({"finch"}), matter="role pilot"))


def test_what_one_side_narrows_may_be_another() -> None:
    berg = mark(keys=frozenset({"berg"}), about=frozenset({"bus"}))
    finch = mark(keys=frozenset({"finch"}), words="Finch")
    assert not berg.clashes_with(finch)
    assert not berg.clashes_with(mark(keys=frozenset({"finch"}), words="Finch", about=frozenset({"lorry"})))
    assert berg.clashes_with(mark(keys=frozenset({"finch"}), words="Finch", about=frozenset({"bus"})))


def test_a_mark_belongs_to_the_claim_that_holds_its_words() -> None:
    line = "A faulty heater sparked the blaze, and nine families sleep in a gym."
    read = paper("Courier", line, parts={0: ["A faulty heater sparked the blaze", "nine families sleep in a gym"]})
    tellings = Tellings([read])
    assert [len(marks.of_claim(tellings.of(claim), tellings)) for claim in read.claims] == [1, 0]


def test_claims_whose_marks_clash_are_compared_though_they_share_no_word() -> None:
    one, other = paper("Courier", HEATER), paper("Herald", "A cigarette caused the fire.")
    tellings = Tellings([one, other])
    assert set(set_against.pairs([one, other], tellings)) == {(one.claims[0].id, other.claims[0].id)}


def test_a_retort_is_compared_inside_its_article() -> None:
    said = Said("the mill had no alarm", "Ana Orr", "said")
    denied = Said("that", "Tom Hale", "denied", "denies")
    read = paper("Courier", ("Ana Orr said the mill had no alarm.", [said]), ("Tom Hale denied that.", [denied]))
    chosen = pairs.choose([read]).pairs
    assert {(pair.a, pair.b) for pair in chosen} & {
        (read.claims[0].id, read.claims[1].id),
        (read.claims[1].id, read.claims[0].id),
    }


def test_an_article_gives_what_any_of_its_sentences_says() -> None:
    read = paper("Courier", "It was cold.", HEATER)
    other = paper("Herald", "An old heater caused the blaze.")
    tellings = Tellings([read, other])
    (version,) = marks.of(other, tellings)
    assert marks.gives(read, version, tellings)

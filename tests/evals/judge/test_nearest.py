"""The sentence that shares most with a statement, rare words first."""

from evals.judge import nearest

TEXT = "The ferry sailed at dawn. The ferry sank off Holm. The ferry company said nothing."


def test_rare_words_count_more_than_words_every_sentence_has() -> None:
    assert nearest.pick("The ferry, the ferry company: nothing", nearest.split(TEXT)).startswith("The ferry company")
    assert nearest.pick("It sank at Holm", nearest.split(TEXT)) == "The ferry sank off Holm."


def test_where_nothing_is_shared_the_first_is_taken() -> None:
    assert nearest.pick("xyz", nearest.split(TEXT)) == "The ferry sailed at dawn."

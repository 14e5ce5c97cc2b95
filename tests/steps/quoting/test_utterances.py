"""What an article quotes, word by word."""

from service.models import ReadArticle
from service.steps.quoting import utterances
from service.steps.quoting.utterances import LONGEST, Utterance
from service.steps.vocabulary.content_words import Lexicon
from tests.quoted import mixed, quoting, read


def collect(article: ReadArticle) -> tuple[Utterance, ...]:
    return utterances.collect(article, 0, Lexicon.learn([article]))


def quoted(article: ReadArticle) -> list[tuple[str, str | None]]:
    return [(article.article.text[found.start : found.end], found.speaker) for found in collect(article)]


def test_each_quotation_has_its_words_and_speaker() -> None:
    paper = quoting("Daily", ("Ines Moreau", "The dam held."), (None, "Nobody slept."))
    assert quoted(paper) == [("The dam held.", "Ines Moreau"), ("Nobody slept.", None)]


def test_in_mixed_speech_only_the_quoted_words_count() -> None:
    text = "Moreau said they were “very tired” and “ready to go” home."
    assert quoted(read("Daily", text, mixed(text, text[12:], "Moreau"))) == [
        ("very tired", "Moreau"),
        ("ready to go", "Moreau"),
    ]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    paper = quoting("Daily", ("Ines Moreau", "They shouted ‘stop the pumps’ and ran."))
    assert [words for words, _ in quoted(paper)] == ["They shouted ‘stop the pumps’ and ran."]


def test_words_in_marks_that_nobody_says_are_no_utterance() -> None:
    assert quoted(read("Daily", "The so-called “reform of the century” failed.")) == []


def test_indirect_speech_is_no_utterance() -> None:
    text = "Moreau said that the dam held."
    speech = mixed(text, "the dam held", "Moreau").model_copy(update={"mode": "indirect"})
    assert quoted(read("Daily", text, speech)) == []


def test_the_innermost_speech_names_the_speaker() -> None:
    text = "The agency said Moreau said “the old dam held”."
    paper = read("Daily", text, mixed(text, text[16:], "The agency"), mixed(text, text[28:], "Moreau"))
    assert quoted(paper) == [("the old dam held", "Moreau")]


def test_an_utterance_goes_on_past_its_own_cue() -> None:
    text = "“The dam held,” Moreau said, “and nobody slept.”"
    paper = read("Daily", text, mixed(text, "The dam held,", "Moreau"), mixed(text, "and nobody slept.", "Moreau"))
    (utterance,) = collect(paper)
    assert [atom.literal for atom in utterance.atoms] == ["the", "dam", "held", "and", "nobody", "slept"]


def test_a_new_sentence_behind_the_cue_is_another_utterance() -> None:
    text = "“The dam held,” Moreau said. “Nobody slept.”"
    paper = read("Daily", text, mixed(text, "The dam held,", "Moreau"), mixed(text, "Nobody slept.", "Moreau"))
    assert len(collect(paper)) == 2


def test_square_brackets_are_one_unknown_word() -> None:
    (utterance,) = collect(quoting("Daily", ("Ines Moreau", "We told [the prime minister] to wait.")))
    assert [atom.literal for atom in utterance.atoms] == ["we", "told", "[]", "to", "wait"]


def test_a_very_long_quotation_is_cut_at_sentences() -> None:
    sentence = "The old dam above the village held through another night of heavy rain."
    parts = collect(quoting("Daily", ("Ines Moreau", " ".join([sentence] * 60))))
    assert len(parts) > 1
    assert all(len(part.atoms) <= LONGEST for part in parts)
    assert all(part.atoms[0].literal == "the" for part in parts)

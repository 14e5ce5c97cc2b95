"""Loaded words are seen in the summary's own voice, not in quotation."""

from service.steps.vocabulary.loaded_words import outside_quotation_marks


def test_judging_verbs_labels_and_intensifiers_are_seen() -> None:
    text = "The regime refuted the shocking report on the accession and the terrorists."
    assert outside_quotation_marks(text) == ["regime", "refuted", "shocking", "accession", "terrorists"]


def test_words_in_quotation_marks_belong_to_who_wrote_them() -> None:
    assert outside_quotation_marks('The paper writes “the regime” and "terrorists".') == []


def test_plain_reporting_has_none() -> None:
    assert outside_quotation_marks("The ministry denied the report and said talks would go on.") == []

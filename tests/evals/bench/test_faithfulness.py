import pytest

from evals.bench import faithfulness
from evals.bench.rows import SummaryRow

DOCUMENT = (
    "Good morning. We sold 140 boats in the spring, up from 95 a year ago.\n"
    "Our yard in Port Sorrel has not closed a single day.\n"
    "Ines Vale joins the board in June."
)
FAITHFUL = "The yard in Port Sorrel sold 140 boats in the spring."
EDITS = {
    "number_mismatch": "The yard in Port Sorrel sold 170 boats in the spring.",
    "name_mismatch": "The yard in Port Tolme sold 140 boats in the spring.",
    "unsupported": "The spring brought sizeable dividends after volatile quarterly earnings.",
}


def row(summary: str, label: str, document: str = DOCUMENT) -> SummaryRow:
    return SummaryRow.model_validate({"id": summary, "summary": summary, "document_text": document, "label": label})


def test_a_faithful_summary_passes_without_naming_paper_or_speaker() -> None:
    (checked,) = faithfulness.check([row(FAITHFUL, "consistent")])
    assert checked.refused is None


@pytest.mark.parametrize("reason", EDITS)
def test_an_edit_is_refused_for_what_it_is(reason: str) -> None:
    (checked,) = faithfulness.check([row(EDITS[reason], "inconsistent")])
    assert checked.refused == reason


def test_one_bad_sentence_refuses_the_summary() -> None:
    (checked,) = faithfulness.check([row(f"{FAITHFUL} {EDITS['number_mismatch']}", "inconsistent")])
    assert checked.refused == "number_mismatch"


def test_a_document_of_nothing_but_speech_asks_for_no_speaker() -> None:
    document = "Ines Vale said that the yard in Port Sorrel sold 140 boats in the spring."
    (checked,) = faithfulness.check([row(FAITHFUL, "consistent", document)])
    assert checked.refused is None


def test_domains_are_scored_apart_and_together_on_their_second_half() -> None:
    tuned_on = row("The boats were sold.", "inconsistent", "We sold boats.")
    told: list[tuple[int, int]] = []
    good = [tuned_on, row(FAITHFUL, "consistent"), row(EDITS["name_mismatch"], "inconsistent")]
    bad = [tuned_on, row(FAITHFUL, "inconsistent"), row(EDITS["name_mismatch"], "consistent")]
    figures = faithfulness.measure({"yards": good, "quays": bad}, lambda done, total: told.append((done, total)))
    values = {figure.name: figure.value for figure in figures}
    assert values["balanced accuracy, yards"] == 1.0
    assert values["balanced accuracy, quays"] == 0.0
    assert values["balanced accuracy, all domains"] == 0.5
    assert (values["edits caught"], values["falsely refused"]) == (0.5, 0.5)
    assert told == [(1, 2), (2, 2)]
    assert figures[0].rows == 4
    assert figures[0].published

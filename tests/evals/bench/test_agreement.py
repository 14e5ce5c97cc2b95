from evals.bench import agreement
from evals.bench.rows import AgreementRow

ARTICLE = (
    "The Marlin ferry sank off Port Sorrel on Sunday, and 12 passengers drowned. "
    "The harbour master of Port Sorrel closed the northern quay after the Marlin sank."
)
SANK = "The Marlin ferry sank off Port Sorrel on Sunday, the owner's third ship to be lost."
QUAY = "The harbour master of Port Sorrel closed the northern quay after the Marlin sank, and bakers went on strike."
TOLL = "The Marlin ferry sank off Port Sorrel on Sunday, and 19 passengers drowned."


def row(sentence: str, words: str, label: str, article: str = ARTICLE) -> AgreementRow:
    start = sentence.index(words)
    return AgreementRow.model_validate(
        {
            "id": words,
            "claim_sentence": sentence,
            "claim_spans": [[start, start + len(words)]],
            "claim_text": words,
            "article_text": article,
            "label": label,
        }
    )


AGREED = row(SANK, "The Marlin ferry sank off Port Sorrel on Sunday", "agrees")
ALSO_AGREED = row(QUAY, "The harbour master of Port Sorrel closed the northern quay after the Marlin sank", "agrees")
UNSTATED = row(QUAY, "bakers went on strike", "not_stated")
OPPOSED = row(TOLL, TOLL, "contradicts")


def test_a_claim_the_article_states_agrees_and_one_it_does_not_state_does_not() -> None:
    found = agreement.compare([AGREED, ALSO_AGREED, UNSTATED])
    assert [one.agrees for one in found] == [True, True, False]
    assert [one.conflicts for one in found] == [False, False, False]
    assert all(one.is_one_event for one in found)


def test_a_claim_the_article_contradicts_stands_in_a_conflict() -> None:
    (found,) = agreement.compare([OPPOSED])
    assert (found.agrees, found.conflicts) == (False, True)


def test_a_claim_on_the_article_s_own_side_of_a_conflict_is_not_in_conflict_with_it() -> None:
    found = agreement.compare([AGREED, OPPOSED])
    assert [one.conflicts for one in found] == [False, True]


def test_two_rows_on_the_same_words_get_the_same_answer() -> None:
    first, second = agreement.compare([AGREED, AGREED])
    assert first == second
    assert first.agrees


def test_papers_that_seem_to_tell_two_events_agree_on_nothing() -> None:
    elsewhere = "Bakers in Tolme raised the price of rye bread. Tolme's mayor Ora Quint welcomed it."
    (found,) = agreement.compare([row(SANK, SANK, "agrees", elsewhere)])
    assert (found.agrees, found.is_one_event) == (False, False)


def test_only_the_documents_of_the_second_half_are_reported() -> None:
    other = "Bakers in Tolme raised the price of rye bread, and the Tolme mills closed."
    tuned_on = row("Tolme bakers spoke.", "Tolme bakers spoke", "not_stated", other)
    told: list[tuple[int, int]] = []
    rows = [tuned_on, AGREED, UNSTATED, OPPOSED]
    figures = agreement.measure(rows, lambda done, total: told.append((done, total)))
    by_name = {figure.name: figure for figure in figures}
    assert by_name["accuracy"].rows == 3
    assert by_name["accuracy"].value == 1.0
    assert told == [(1, 1)]
    assert by_name["accuracy"].used == "second half, 3 rows of 1 articles"


def test_false_alarms_are_counted_on_rows_without_a_conflict_alone() -> None:
    filler = row("Tolme bakers spoke.", "Tolme bakers spoke", "not_stated", "Bakers in Tolme spoke of bread.")
    mislabelled = OPPOSED.model_copy(update={"label": "not_stated"})
    figures = agreement.measure([filler, AGREED, mislabelled], lambda done, total: None)
    by_name = {figure.name: figure for figure in figures}
    assert (by_name["false alarms"].rows, by_name["false alarms"].value) == (2, 0.5)
    assert by_name["conflicts found"].value is None

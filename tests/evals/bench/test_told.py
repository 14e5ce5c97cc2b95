from evals.bench import told


def test_every_line_is_a_body_sentence_at_its_own_place() -> None:
    texts = ["Quay closed", "The harbour master\nspoke."]
    read = told.lines("Courier", texts)
    assert [read.sentence_text(index) for index in range(2)] == texts
    assert {sentence.role for sentence in read.sentences} == {"body"}
    assert (read.article.id, read.article.outlet, read.claims) == ("courier", "Courier", ())


def test_a_document_is_cut_into_sentences_and_its_first_line_is_no_headline() -> None:
    read = told.document("Herald", "Quay Closed\n\nThe quay is closed. Two ships wait outside.")
    assert {sentence.role for sentence in read.sentences} == {"body"}
    assert [claim.quote for claim in read.claims] == ["Quay Closed", "The quay is closed.", "Two ships wait outside."]


def test_what_somebody_says_is_that_speaker_s_claim() -> None:
    read = told.with_claims(told.lines("Courier", ["Harbour master Ines Vale said that the quay was closed."]))
    (claim,) = read.claims
    assert claim.voice == "source"
    assert claim.speaker is not None
    assert "Vale" in claim.speaker.name

"""The lexicon: large enough, well inflected, without a verb in two places or a frame nobody reads."""

from collections import Counter

from service.steps.reporting import cues

FORMS = [form for forms in cues.VERB_FORMS.values() for form in forms]


def forms_of(lemma: str) -> set[str]:
    return {" ".join(form.words) for form in FORMS if form.verb.lemma == lemma}


def test_more_than_150_verbs_and_phrases_are_known() -> None:
    assert len({form.verb.lemma for form in FORMS}) > 150


def test_every_verb_stands_in_the_table_once() -> None:
    counted = Counter(form.verb.lemma for form in FORMS if form.form == "base")
    assert {lemma for lemma, times in counted.items() if times > 1} == set()


def test_every_frame_is_one_that_is_read() -> None:
    assert {frame for form in FORMS for frame in form.verb.frames} <= set("tznsaiowxcNfdpegh")


def test_verbs_are_inflected_as_english_does() -> None:
    assert forms_of("deny") == {"deny", "denies", "denied", "denying"}
    assert forms_of("stress") == {"stress", "stresses", "stressed", "stressing"}
    assert forms_of("admit") == {"admit", "admits", "admited", "admitted", "admiting", "admitting"}
    assert forms_of("tell") == {"tell", "tells", "told", "telling"}
    assert forms_of("play down") == {"play down", "plays down", "played down", "playing down"}


def test_the_longest_form_of_a_word_comes_first() -> None:
    lengths = [[len(form.words) for form in forms] for forms in cues.VERB_FORMS.values()]
    assert all(found == sorted(found, reverse=True) for found in lengths)


def test_stances_of_the_verbs_that_matter_most() -> None:
    stances = {form.verb.lemma: form.verb.stance for form in FORMS}
    assert {stances[lemma] for lemma in ("say", "stress", "confirm", "announce", "remind")} == {"asserts"}
    assert {stances[lemma] for lemma in ("deny", "refute", "reject", "dismiss", "dispute", "rule out")} == {"denies"}
    assert {stances[lemma] for lemma in ("claim", "allege", "accuse", "suggest")} == {"alleges"}
    assert {stances[lemma] for lemma in ("play down", "doubt", "cast doubt on")} == {"does_not_confirm"}

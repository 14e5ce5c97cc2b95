"""Reported speech in French: who says what, with which stance; and what nobody says."""

import pytest

from service.models import Speech
from service.steps import sentences, speech


def spoken(text: str) -> list[tuple[str | None, str, str, str]]:
    found = speech.find(text, sentences.split(text), "fr")
    return [
        (one.speaker.name if one.speaker else None, one.stance, one.mode, text[one.start : one.end]) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "stance", "said"),
    [
        ("Le maire a indiqué mardi que le pont était fermé.", "maire", "asserts", "le pont était fermé"),
        ("La mairie précise que trois rues sont barrées.", "mairie", "asserts", "trois rues sont barrées"),
        ("Selon la préfecture, douze maisons ont brûlé.", "préfecture", "asserts", "douze maisons ont brûlé"),
        ("D'après Anne Leroy, la digue a cédé.", "Anne Leroy", "asserts", "la digue a cédé"),
        ("Douze maisons ont brûlé, selon les pompiers.", "pompiers", "asserts", "Douze maisons ont brûlé"),
        ("« Le pont est fermé », a déclaré Luc Petit.", "Luc Petit", "asserts", "Le pont est fermé"),
        ("M. Petit a assuré : « Le pont sera rouvert. »", "Petit", "asserts", "Le pont sera rouvert."),
        ("Le syndicat prétend que la paie est en retard.", "syndicat", "alleges", "la paie est en retard"),
        ("La direction dément que le site ferme.", "direction", "denies", "le site ferme"),
        ("L'entreprise nie avoir payé le ministre.", "entreprise", "denies", "avoir payé le ministre"),
        ("Le site va fermer, ce que dément la direction.", "direction", "denies", "Le site va fermer"),
        ("Le parquet a refusé de confirmer cette version.", "parquet", "does_not_confirm", "cette version"),
        ("La police ne confirme pas le bilan.", "police", "does_not_confirm", "le bilan"),
        (
            "Le préfet de Lorvin, Luc Petit, a annoncé que la route rouvrait.",
            "Luc Petit",
            "asserts",
            "la route rouvrait",
        ),
    ],
)
def test_a_cue_gives_speaker_stance_and_words(text: str, speaker: str, stance: str, said: str) -> None:
    assert (speaker, stance, said) in [(name, how, words) for name, how, _, words in spoken(text)]


def test_an_incise_parts_a_quotation() -> None:
    text = "Le maire de Lorvin, Luc Petit, est venu. « Rien n'est perdu, a déclaré le maire. Nous reconstruirons. »"
    assert spoken(text) == [
        ("Luc Petit", "asserts", "direct", "Rien n'est perdu"),
        ("Luc Petit", "asserts", "direct", "Nous reconstruirons"),
    ]


def test_a_pronoun_goes_back_to_the_last_speaker() -> None:
    text = "« C'est un drame », a déclaré Luc Petit. « Nous reconstruirons », a-t-il ajouté."
    assert [name for name, *_ in spoken(text)] == ["Luc Petit", "Luc Petit"]


def test_a_surname_is_followed_to_the_full_name() -> None:
    text = "Anne Leroy dirige le port. Selon Mme Leroy, le quai est sûr."
    assert spoken(text) == [("Anne Leroy", "asserts", "indirect", "le quai est sûr")]


def test_a_cue_in_the_middle_parts_what_is_said() -> None:
    text = "Le pont, a précisé la mairie, restera fermé jusqu'à vendredi."
    assert [words for *_, words in spoken(text)] == ["Le pont", "restera fermé jusqu'à vendredi"]


@pytest.mark.parametrize(
    "text",
    [
        "Les travaux avancent selon le calendrier prévu.",
        "Le maire a annoncé la fermeture du pont.",
        "La ministre qualifie la mesure de « honteuse ».",
        "Les habitants ont vu l'eau monter dans la rue.",
        "Le pont que la mairie a fermé reste debout.",
    ],
)
def test_what_nobody_is_said_to_say_is_no_speech(text: str) -> None:
    assert spoken(text) == []


def test_a_long_quotation_without_a_cue_is_nobodys_in_particular() -> None:
    (one,) = spoken("Une lettre circule : « Nous ne quitterons jamais cette vallée, quoi qu'il arrive. »")
    assert one[:2] == (None, "unclear")


def test_spans_always_slice_to_words() -> None:
    text = "Selon l'AFP, « le pont est fermé », a dit Luc Petit ; la mairie dément toute faute, a-t-il ajouté."
    found: tuple[Speech, ...] = speech.find(text, sentences.split(text), "fr")
    assert all(0 <= one.start <= one.end <= len(text) and text[one.cue_start : one.cue_end] for one in found)

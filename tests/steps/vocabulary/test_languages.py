"""Whether an article is in a language that is covered whole."""

import pytest

from service.models import Article
from service.steps.vocabulary import languages


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Le maire de la ville a déclaré que le pont est fermé pour des travaux.", None, "fr"),
        ("L'incendie n'a fait aucun blessé, selon les pompiers de Lorvin.", None, "fr"),
        ("Il a dit non.", "fr-CA", "fr"),
        ("El alcalde de la ciudad ha dicho que el puente está cerrado por obras.", None, None),
        ("Il sindaco della città ha detto che il ponte è chiuso per lavori.", None, None),
        ("O prefeito da cidade disse que a ponte foi fechada para obras.", None, None),
        ("The mayor of the town has said that the bridge is closed.", None, "en"),
        ("Le maire a parlé aux habitants.", "de", None),
    ],
)
def test_french_is_told_from_its_kin(text: str, language: str | None, found: str | None) -> None:
    assert languages.of(Article(id="a", text=text, language=language)) == found


def test_articles_are_read_together_in_french_only_where_all_are_french() -> None:
    french, german = (Article(id=one, text="x", language=one) for one in ("fr", "de"))
    assert languages.shared([french, french]) == "fr"
    assert languages.shared([french, german]) == languages.shared([]) == "en"


@pytest.mark.parametrize(
    ("text", "language", "covered"),
    [
        ("The mayor of the town has said that the bridge is closed for repairs.", None, True),
        ("Le maire de la ville a déclaré que le pont est fermé pour des travaux.", None, False),
        ("Der Bürgermeister hat gesagt, dass die Brücke gesperrt ist und bleibt.", None, False),
        ("市長は橋が閉鎖されたと述べた。", None, False),
        ("12.10.2014 *** 44", None, False),
        ("Le maire a parlé.", "en-GB", True),
        ("Le quai a 12 places.", None, False),
        ("Il a dit non.", None, False),
        ("Was ist das für ein Zug?", None, False),
        ("El tren es de la villa.", None, False),
        ("The dock has 12 berths.", None, True),
        ("The Le Monde reporter in La Paz was freed.", None, True),
        ("Two die in fire at mill.", None, True),
        ("The mayor spoke to the town.", "fr", False),
    ],
)
def test_english_is_told_by_the_caller_or_by_its_function_words(text: str, language: str | None, covered: bool) -> None:
    assert languages.is_covered(Article(id="a", text=text, language=language)) is covered

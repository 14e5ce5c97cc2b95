"""Whether an article is in a language that is covered whole."""

import pytest

from service.models import Article
from service.steps.vocabulary import languages


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

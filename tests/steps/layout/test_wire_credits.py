"""Which agency an article credits for its own text, and what is no credit."""

import pytest

from service.models import Article, ReadArticle
from service.steps import sentences
from service.steps.layout import wire_credits

STORY = "Rescuers pulled eleven miners from the flooded shaft on Monday evening. Families had waited since dawn."


def credits(text: str, **fields: str) -> set[str]:
    article = Article.model_validate({"id": "a", "text": text, **fields})
    return set(wire_credits.find(ReadArticle(article=article, sentences=sentences.split(text), speeches=())))


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        (f"LONDON (Reuters) - {STORY}", {"Reuters"}),
        (f"LONDON, Oct 14 (AP) – {STORY}", {"AP"}),
        (f"MOSCOW, October 17. /TASS/. {STORY}", {"TASS"}),
        (f"By Jo Doe, Associated Press\n\n{STORY}", {"AP"}),
        (f"{STORY} (AFP)", {"AFP"}),
        (f"{STORY}\n\n- Xinhua", {"Xinhua"}),
        (f"{STORY}\n\nSource: Interfax", {"Interfax"}),
        (f"{STORY}\n\nAFP contributed to this report.", {"AFP"}),
        (f"{STORY}\n\nWith inputs from PTI and ANI", {"PTI", "ANI"}),
        (f"{STORY}\n\n(Reporting by Jo Doe in London; Editing by Al Roe)", {"Reuters"}),
        (f"LONDON (AP) {STORY}", {"AP"}),
        (f"Paris, AFP - {STORY}", {"AFP"}),
        (f"{STORY}\n\n© AFP", {"AFP"}),
        (f"{STORY}\n\n© 2026 Agence France-Presse", {"AFP"}),
        (f"By JANE DOE\nAssociated Press\n\n{STORY}", {"AP"}),
        (f"By PA Reporter\n\n{STORY}", {"PA"}),
        (f"By Reuters Staff\n\n{STORY}", {"Reuters"}),
        (f"Reuters\n\n{STORY}", {"Reuters"}),
        (f"Agence France-Presse in Paris\n\n{STORY}", {"AFP"}),
        (f"{STORY}\n\nWith Reuters", {"Reuters"}),
        (f"{STORY}\n\n(with AFP and Reuters)", {"AFP", "Reuters"}),
        (f"Daily with AFP\n\n{STORY}", {"AFP"}),
        (f"{STORY}\n\nAAP with Daily staff", {"AAP"}),
        (f"{STORY}\n\nFrom AP and AFP reports", {"AP", "AFP"}),
        (f"Compiled from Associated Press reports\n\n{STORY}", {"AP"}),
        (f"Agencies: AFP\n\n{STORY}", {"AFP"}),
        (f"{STORY}\n\nThis story was produced by AFP.", {"AFP"}),
        (f"{STORY}\n\nThis article was first published by Reuters.", {"Reuters"}),
        (f"{STORY}\n\nAssociated Press writers Jo Doe and Al Roe contributed to this report.", {"AP"}),
        (f"{STORY}\n\nOur Standards: The Thomson Reuters Trust Principles.", {"Reuters"}),
    ],
)
def test_credits(text: str, agencies: set[str]) -> None:
    assert credits(text) == agencies


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY} The owner told Reuters that pumps would run. Reuters reported the same.",
        f"{STORY}\n\n(with agency reports)",
        f"{STORY}\n\nPhoto: Reuters",
        f"Image by AFP/Getty\n\n{STORY}",
        f"Jo Doe/AFP/File\n\n{STORY}",
        f"{STORY} Figures from Bloomberg show a rise.",
        f"The AP-12 valve broke. {STORY}",
        f"From wire reports\n\n{STORY}",
        f"{STORY}\n\nwith agencies",
        f"{STORY} He spoke with Reuters.",
        f"{STORY} Reuters could not reach the owner.",
        f"{STORY} The AP reported that he sold the mine, a report he contributed to this week.",
        f"Miners leave the shaft. (AP Photo/Jo Doe)\n\n{STORY}",
        f"Miners leave the shaft. © Reuters\n\n{STORY}",
        f"Jo Doe / AFP via Getty Images\n\n{STORY}",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert credits(text) == set()


def test_an_agency_credits_itself() -> None:
    assert credits(STORY, outlet="Reuters") == {"Reuters"}
    assert credits(STORY, publisher="The Associated Press") == {"AP"}
    assert credits(STORY, outlet="Reuters Plus Holidays") == set()


def test_a_credit_in_the_middle_of_a_long_story_is_not_looked_for() -> None:
    middle = "It happened before. " * 20
    assert credits(f"{middle}(AFP) was here once. {middle}") == set()

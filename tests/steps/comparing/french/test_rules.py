"""The rules on French claims: what contradicts, what agrees, and the near misses that must stay silent."""

import pytest

from service.models import ReadArticle, Verdict
from service.steps import speech
from tests.papers import paper, verdict
from tests.told import told


def article(name: str, text: str) -> ReadArticle:
    return paper(name, text, language="fr", published_at="2025-03-06")


def judged(one: str, other: str) -> Verdict:
    found = verdict(article("Courrier", one), article("Dépêche", other))
    back = verdict(article("Dépêche", other), article("Courrier", one))
    assert (found.relation, found.type, found.confidence) == (back.relation, back.type, back.confidence)
    return found


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("L'incendie de l'usine Mercor a fait 12 morts.", "L'incendie de l'usine Mercor a fait 15 morts.", "number"),
        (
            "Le ferry Astrid transportait 212 passagers vers Velmora.",
            "Le ferry Astrid transportait 184 passagers vers Velmora.",
            "number",
        ),
        (
            "Le chantier du pont de Lorvin coûtera 3 millions d'euros.",
            "Le chantier du pont de Lorvin coûtera 5 millions d'euros.",
            "number",
        ),
        ("Le train a déraillé près de Lorvin à 14 h 30.", "Le train a déraillé près de Lorvin à 17 h 10.", "date"),
        ("Le ferry Astrid a coulé à Velmora mardi.", "Le ferry Astrid a coulé à Velmora lundi.", "date"),
        (
            "Le conducteur du train portait sa ceinture.",
            "Le conducteur du train ne portait pas sa ceinture.",
            "negation",
        ),
        (
            "Les alarmes de l'usine Mercor ont fonctionné.",
            "Les alarmes de l'usine Mercor n'ont jamais fonctionné.",
            "negation",
        ),
        ("Le quai de Lorvin est ouvert aux piétons.", "Le quai de Lorvin est fermé aux piétons.", "other"),
        ("L'explosion a blessé 3 ouvriers à Lorvin.", "L'explosion n'a fait aucun blessé à Lorvin.", "number"),
        (
            "La rivière a atteint 4,80 mètres à 3 h 15, un record depuis 1976.",
            "La rivière a atteint 4,80 mètres à 5 h 40.",
            "date",
        ),
    ],
)
def test_what_cannot_both_be_right_contradicts(one: str, other: str, kind: str) -> None:
    found = judged(one, other)
    assert (found.relation, found.type) == ("contradicts", kind)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'incendie de l'usine Mercor a fait 12 morts.", "L'incendie de l'usine Mercor a fait 30 blessés."),
        ("L'incendie de l'usine Mercor a fait 12 morts.", "L'incendie de l'usine Mercor a fait au moins 10 morts."),
        (
            "Les dégâts de la crue atteignent 18 millions d'euros.",
            "Les dégâts de la crue dépassent 11 millions d'euros.",
        ),
        ("L'hôpital de Ternay compte 35 infirmières de nuit.", "L'hôpital de Ternay emploie 210 infirmières."),
        ("Le musée de Cerva est fermé le lundi.", "Le musée de Cerva est ouvert le dimanche."),
        ("Le chantier a coûté 3 millions d'euros en 2023.", "Le chantier a coûté 5 millions d'euros en 2024."),
        ("Le quai de Lorvin n'est ouvert qu'aux piétons.", "Le quai de Lorvin est ouvert aux piétons."),
        ("Si le quai n'était pas ouvert, la foule passerait.", "Le quai était ouvert, la foule passe."),
        ("Le pont de Lorvin n'a pas encore rouvert.", "Le pont de Lorvin a rouvert."),
        ("Le pont pourrait fermer aux camions.", "Le pont ne va pas fermer aux camions."),
        ("Le maire de Lorvin a signé 12 contrats.", "Le maire de Velmora a signé 15 contrats."),
        ("Le feu a pris mardi et le toit a cédé.", "La réunion a eu lieu jeudi."),
        ("Le train transportait 3 enfants parmi les blessés.", "Le train transportait 12 blessés."),
    ],
)
def test_a_near_miss_does_not_contradict(one: str, other: str) -> None:
    assert judged(one, other).relation not in ("contradicts", "disputes", "updates", "differs_in_scope")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le ferry Astrid transportait 212 passagers.", "À bord du ferry Astrid, 212 passagers étaient transportés."),
        ("Une centaine de pompiers ont lutté contre le feu.", "104 pompiers ont lutté contre le feu."),
        ("Le chantier du pont coûtera 1,5 million d'euros.", "Le chantier du pont coûtera 1 500 000 euros."),
        ("Ouverte en 1987, l'usine emploie 620 personnes.", "L'usine emploie 620 personnes, dont 45 intérimaires."),
    ],
)
def test_one_figure_of_one_thing_is_an_agreement(one: str, other: str) -> None:
    assert judged(one, other).relation == "agrees"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le quai de Lorvin compte plus de 5 grues.", "Le quai de Lorvin compte moins de 50 grues."),
        ("Le ferry Astrid transportait 212 passagers.", "Le train de Lorvin transportait 212 moutons."),
        ("Le maire a vendu 40 maisons.", "Le préfet a inspecté 40 bateaux."),
    ],
)
def test_figures_of_other_things_agree_on_nothing(one: str, other: str) -> None:
    assert judged(one, other).relation == "unrelated"


def test_a_later_higher_toll_is_an_update() -> None:
    first = paper("Courrier", "L'incendie de Lorvin a fait 12 morts.", language="fr", published_at="2025-03-05")
    later = paper("Dépêche", "L'incendie de Lorvin a fait 15 morts.", language="fr", published_at="2025-03-06")
    assert verdict(first, later).relation == "updates"


def test_a_denial_against_an_assertion_of_the_same_is_a_conflict() -> None:
    one = paper("Courrier", "La société Mercor a versé de l'argent au ministre.", language="fr")
    text = "La société Mercor dément avoir versé de l'argent au ministre."
    other = told(text, speech.find(text, told(text).sentences, "fr"), id="depeche", outlet="Dépêche", language="fr")
    other = other.model_copy(update={"claims": paper("Dépêche", text, language="fr", id="depeche").claims})
    assert verdict(one, other).type == "denial"


def test_a_french_article_is_not_read_as_english() -> None:
    one = paper("Courrier", "Le quai de Lorvin compte 12 places.", language="fr")
    other = paper("Herald", "The Lorvin quay has 15 berths.", language="en")
    assert verdict(one, other).relation == "unrelated"

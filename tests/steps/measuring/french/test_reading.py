"""French figures, written out: what each sentence gives, and what must stay silent."""

from datetime import date

import pytest

from service.models import Figure
from service.steps import figures

PUBLISHED = date(2025, 3, 6)


def found(text: str) -> list[Figure]:
    return list(figures.find(text, published_at=PUBLISHED, language="fr"))


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "measured"),
    [
        ("Il a fallu 1 234,5 tonnes de sable.", "count", 1234.5, 1234.5, "tonne"),
        ("Quelque 12\u202f000 personnes ont défilé.", "count", 12000, 12000, "personne"),
        ("Le pont a coûté 3\u00a0500\u00a0000 euros.", "money", 3.5e6, 3.5e6, "EUR"),
        ("Soixante-dix maisons ont brûlé.", "count", 70, 70, "maison"),
        ("Soixante et onze élèves sont absents.", "count", 71, 71, "élève"),
        ("Quatre-vingt-douze passagers étaient à bord.", "count", 92, 92, "passager"),
        ("Quatre-vingts arbres sont tombés.", "count", 80, 80, "arbre"),
        ("Quatre-vingt-dix-sept arbres sont tombés.", "count", 97, 97, "arbre"),
        ("Septante-deux logements seront construits.", "count", 72, 72, "logement"),
        ("Vingt et un morts ont été comptés.", "count", 21, 21, "mort"),
        ("Deux mille trois cents habitants votent.", "count", 2300, 2300, "personne"),
        ("Deux cent trente-quatre soldats sont partis.", "count", 234, 234, "soldat"),
        ("Une centaine de pompiers luttent.", "count", 100, 100, "pompier"),
        ("Une vingtaine de journaux ont paru.", "count", 20, 20, "journal"),
        ("Des dizaines de voitures sont bloquées.", "count", 20, None, "voiture"),
        ("Plusieurs centaines de milliers de bouteilles.", "count", 200000, None, "bouteille"),
        ("Au moins 12 personnes sont mortes.", "count", 12, None, "personne"),
        ("Plus de 300 blessés sont soignés.", "count", 300, None, "blessé"),
        ("Moins de 40 agents sont présents.", "count", None, 40, "agent"),
        ("Un mort et trois blessés.", "count", 1, 1, "mort"),
        ("Entre 10 et 12 bateaux ont coulé.", "count", 10, 12, "bateau"),
        ("Un homme de 28 ans est mort.", "count", 28, 28, "age"),
        ("Paul Petit, 45 ans, a été élu.", "count", 45, 45, "age"),
        ("Le taux atteint 7,2 %.", "percent", 7.2, 7.2, "%"),
        ("Le taux atteint sept pour cent.", "percent", 7, 7, "%"),
        ("Il baisse de 1,5 point de pourcentage.", "points", 1.5, 1.5, "points"),
        ("Le projet vaut 1,5 million d'euros.", "money", 1.5e6, 1.5e6, "EUR"),
        ("Il doit 3 milliards de dollars.", "money", 3e9, 3e9, "USD"),
        ("Le col est à 4,5 km.", "length", 4500, 4500, "m"),
        ("La panne a duré une heure et demie.", "duration", 5400, 5400, "s"),
        ("Il a passé deux ans en prison.", "duration", 2 * 365.25 * 86400, 2 * 365.25 * 86400, "s"),
        ("Le train a eu 2 h 30 de retard.", "duration", 9000, 9000, "s"),
        ("Le feu a pris à 14 h 30.", "time", 870, 870, ""),
        ("Le feu a pris à 14h30.", "time", 870, 870, ""),
        ("Le feu a pris à 8 heures du soir.", "time", 1200, 1200, ""),
        ("Le feu a pris vers midi.", "time", 720, 720, ""),
        ("Le quai ferme jusqu'à 18h30.", "time", 1110, 1110, ""),
        ("Il vit là depuis 1998.", "year", 1998, 1998, ""),
        ("C'est la 3e victime.", "ordinal", 3, 3, "victime"),
    ],
)
def test_a_french_figure_has_its_value_and_what_it_measures(
    text: str, kind: str, low: float | None, high: float | None, measured: str
) -> None:
    figure = found(text)[0]
    assert (figure.kind, figure.low, figure.high, figure.noun or figure.unit) == (kind, low, high, measured)
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("Le vote a lieu lundi 3 mars.", "date", date(2025, 3, 3), date(2025, 3, 3)),
        ("Il est né le 1er mai 1990.", "date", date(1990, 5, 1), date(1990, 5, 1)),
        ("La foire va du 3 au 5 mars.", "date", date(2025, 3, 3), date(2025, 3, 5)),
        ("Le pont a fermé en février.", "date", date(2025, 2, 1), date(2025, 2, 28)),
        ("Le pont a fermé le 03.02.2025 au soir.", "date", date(2025, 2, 3), date(2025, 2, 3)),
        ("Le pont a fermé mardi.", "weekday", date(2025, 3, 4), date(2025, 3, 4)),
    ],
)
def test_a_french_day_is_resolved(text: str, kind: str, first: date, last: date) -> None:
    (figure,) = found(text)
    assert (figure.kind, figure.low, figure.high) == (kind, first.toordinal(), last.toordinal())


def test_a_weekday_to_come_is_not_resolved() -> None:
    (figure,) = found("Les travaux seront finis mercredi.")
    assert (figure.kind, figure.low) == ("weekday", None)


@pytest.mark.parametrize(
    "text",
    [
        "La ligne 4 et l'A6 sont fermées.",
        "L'article 49 le permet.",
        "Ils ont gagné 3-1.",
        "Le vol 17 est parti.",
        "Une personne est venue.",
        "Trois d'entre eux sont venus.",
        "Il est venu trois fois.",
        "C'est une première.",
        "Il vaut 1.200 ou rien.",
    ],
)
def test_a_number_that_measures_nothing_has_no_value(text: str) -> None:
    assert [figure for figure in found(text) if figure.low is not None] == []


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("12 morts", "douze morts", "compatible"),
        ("12 morts", "15 morts", "conflicting"),
        ("au moins 12 morts", "15 morts", "compatible"),
        ("une centaine de pompiers", "104 pompiers", "compatible"),
        ("une centaine de pompiers", "300 pompiers", "conflicting"),
        ("1,5 million d'euros", "1 500 000 euros", "compatible"),
        ("1,5 million d'euros", "2,5 millions d'euros", "conflicting"),
        ("à 14 h 30", "à 14h30", "compatible"),
        ("à 14 h 30", "à 16 h 10", "conflicting"),
        ("lundi 3 mars", "le 3 mars 2025", "compatible"),
        ("le 3 mars", "le 5 mars", "conflicting"),
        ("mardi", "jeudi", "conflicting"),
        ("40 %", "40 euros", "incomparable"),
        ("plus de 43 blessés", "43 blessés", "incomparable"),
    ],
)
def test_two_french_figures_are_compared(one: str, other: str, outcome: str) -> None:
    assert figures.compare(found(one)[0], found(other)[0]).outcome == outcome
    assert figures.compare(found(other)[0], found(one)[0]).outcome == outcome

"""Finds what a French number counts: "26 soldats irakiens" counts "soldat". Knows no grammar beyond plurals.

A French noun stands right behind its number; only a few adjectives come between. What is no plural there is no noun,
and the number then counts nothing that can be told.
"""

from service.steps.measuring.tokens import Tokens

_BEFORE_NOUNS = frozenset("jeunes grands grandes petits petites gros grosses bons bonnes vieux vieilles".split())
_OTHERS = frozenset("autres nouveaux nouvelles supplémentaires".split())
_SAME_IN_PLURAL = frozenset(
    "mois fois pays corps gens cas avis repas bus virus colis parcours concours procès succès accès fils "
    "voix prix".split()
)
# No nouns, though they end in s or x.
_STOPS = frozenset(
    "dans sans sous plus moins très puis depuis ces ses mes tes des les aux nous vous ils elles pas jours alors après "
    "dès vers hors entre lors mais dont sont deux trois six dix eux ceux celles plusieurs tous toutes près".split()
)
# Words of one person or thing, and of people as one: nouns though no plural.
_SINGLES = frozenset(
    "mort morte blessé blessée disparu disparue victime personne homme femme enfant garçon fille soldat policier "
    "policière gendarme pompier pompière civil passager passagère pilote élève étudiant étudiante journaliste médecin "
    "suspect otage habitant habitante ouvrier ouvrière salarié salariée salariés décès blessés interpellation "
    "arrestation véhicule voiture camion bus train avion hélicoptère bateau navire maison bâtiment immeuble".split()
)
_PEOPLE = frozenset({"personne", "gens", "individu", "victime", "habitant", "people"})


def find(tokens: Tokens, end: int) -> str:
    """What the number that ends before token `end` counts, as a singular in lower case; "" if nothing shows it."""
    place = end + 1 if tokens.at(end).lower in ("de", "d'") else end
    adds = False
    while tokens.at(place).lower in _BEFORE_NOUNS | _OTHERS:
        adds = adds or tokens[place].lower in _OTHERS
        place += 1
    word = tokens.at(place)
    noun = singular(word.lower) if word.is_word and tokens.gap(place) <= 1 else ""
    adds = adds or (bool(noun) and tokens.at(place + 1).lower in _OTHERS)
    return f"autre {noun}" if noun and adds else noun


def is_single(word: str) -> bool:
    """Whether a bare "un" is a number before `word`, not an article: "un mort et trois blessés"."""
    return word in ("mort", "morte", "blessé", "blessée", "disparu", "disparue")


def singular(word: str) -> str:
    """The singular of a plural noun, "" if `word` is no plural and no known noun."""
    if word in _SINGLES or word in _SAME_IN_PLURAL:
        return _one(word)
    if word in _STOPS or len(word) < 4 or word[-1] not in "sx":
        return ""
    return _one(word[:-3] + "al" if word.endswith("aux") and not word.endswith("eaux") else word[:-1])


def _one(noun: str) -> str:
    """People are people, and men and women among the dead are dead alike."""
    if noun in _PEOPLE:
        return "personne"
    return {"blessée": "blessé", "blessés": "blessé", "morte": "mort", "disparue": "disparu", "tuée": "tué"}.get(
        noun, noun
    )

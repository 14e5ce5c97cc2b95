"""The words French news uses: which carry no content, which mean the same, and what is left without endings.

Knows nothing of articles. Words come folded: lower case, without accents ("tué" is "tue"). Endings are taken off
lightly, as in Savoy's light stemmer (1999), since a stem too short makes two words one.
"""

import re
from functools import lru_cache

# Function words, auxiliaries, light verbs and adverbs, and the words of reporting: who speaks is compared apart.
STOP_WORDS = frozenset(
    """
    a afin ai ainsi alors ans an annee annees apres au aucun aucune aujourd'hui aupres auquel aussi autant autour
    autre autres aux avaient avait avant avec avoir ayant c car ce ceci cela celle celles celui cent cents ces cet
    cette ceux chacun chacune chaque chez ci comme comment contre d dans de deja depuis derniere dernier dernieres
    derniers des desormais dessous dessus devant doit doivent donc dont du durant elle elles en encore enfin ensemble
    ensuite entre environ es est et etaient etait etant ete etre eu eux fait faire faisait faisaient fois font fut
    furent grace hier hors ici il ils indique j jamais je jour journee jours jusqu jusque l la laquelle le lequel les
    lesquels leur leurs lors lorsqu lorsque lui m ma mais malgre me meme memes mes mieux mille millier milliers
    million millions milliard milliards moins mois moment mon n ne ni nombre non nos notamment notre nous nul nulle on
    ont ou outre par parce parmi partir pas pendant peu peut peuvent plus plusieurs point pour pourtant pres presque
    puis puisque puisqu qu quand quant quasi que quel quelle quelles quelque quelques quels qui quoi rien s sa sans se
    selon semaine semaines sera seront ses seul seule seulement si sien soit son sont sous suite sur t ta tandis tant
    te tel telle tels tes toi ton toujours tous tout toute toutefois toutes tres trop tu un une vers via voici voila
    vont vos votre vous y avons avez etes sommes suis serait seraient aurait auraient aura auront declare declarer
    declaration indiquer precise preciser affirme affirmer assure assurer annonce annoncer explique expliquer ajoute
    ajouter dit dire disent rapporte rapporter estime estimer porte parole communique source sources dement dementi
    demenent nie nier refuse confirmer confirme zero deux trois quatre cinq six sept huit neuf dix onze douze treize
    quatorze quinze seize vingt trente quarante cinquante soixante dizaine dizaines vingtaine trentaine centaine
    centaines douzaine euro euros dollar dollars metre metres kilometre kilometres km heure heures h minute minutes
    pourcent personne personnes gens mme mm mlle dr lundi mardi mercredi jeudi vendredi samedi dimanche janvier
    fevrier mars avril mai juin juillet aout septembre octobre novembre decembre matin soir soiree apres-midi nuit
    demain
    """.split()
)
# Words of one meaning in news, verbs' forms among them. One line, one meaning.
_SAME_MEANING = """
mort morts morte mortes mortel mortelle mourir tue tues tuee tuees tuer deces decede decedes decedee decedees meurt
blesse blesses blessee blessees blesser blessure blessures
disparu disparus disparue disparues
arrete arretes arretee arretees arreter arrestation arrestations interpelle interpelles interpellee interpellation
incendie incendies feu feux
evacue evacues evacuee evacuees evacuer evacuation evacuations
ferme fermes fermee fermees fermer fermeture
ouvert ouverte ouverts ouvertes ouvrir ouverture rouvert rouverte rouvrir
detruit detruits detruite detruites detruire destruction
hausse augmentation augmente augmenter
baisse diminution diminue diminuer recul recule reculer
greve greves greviste grevistes
accord accords
vote votes voter voix
accident accidents collision
inondation inondations crue crues
debut debute debuter commence commencer demarre demarrer
fin termine terminer acheve achever
pompier pompiers sapeurs
gendarme gendarmes policier policiers police gendarmerie
prefet prefete prefecture
maire mairie municipalite
ministre ministere
procureur procureure parquet
manifestant manifestants manifestation manifestations manifester defile
"""
_ENDINGS = (
    "issements", "issement", "atrices", "atrice", "ateurs", "ateur", "ations", "ation", "itions", "ition", "ements",
    "ement", "euses", "euse", "eurs", "eur", "ives", "ive", "ifs", "if", "aient", "erent", "irent", "iques", "ique",
    "antes", "ante", "ants", "ant", "ents", "ees", "ait", "ent", "es", "ee", "er", "ir", "ez", "e", "s", "x",
)  # fmt: skip
_SHORTEST = 4
_DOUBLED = re.compile(r"([^\W\d_])\1$")


def stem(word: str) -> str:
    """The key of a folded word: of its meaning where that is listed, else its stem; "" for a word without content."""
    return _stem(word)


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    if word in STOP_WORDS or len(word) < 2:
        return ""
    return _GROUPS.get(word) or _strip(word)


def _strip(word: str) -> str:
    plain = word[:-3] + "al" if word.endswith("aux") and len(word) > 5 else word
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return _DOUBLED.sub(r"\1", plain[: -len(ending)])
    return plain


def _read_groups() -> dict[str, str]:
    lines = (line.split() for line in _SAME_MEANING.strip().splitlines())
    return {word: line[0] for line in lines for word in line}


_GROUPS = _read_groups()

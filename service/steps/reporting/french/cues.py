"""The French words that report: "a déclaré", "selon", "a-t-il dit", "dément", "refuse de confirmer". Knows no scopes.

A cue is matched in a sentence whose quotations were blanked, so that nothing quoted is taken for a cue.
"""

import re
from typing import NamedTuple

from service.models import Stance

# Verbs in -er by their stem; the others by their forms: present, participle, imperfect.
_REGULAR = (
    "déclar indiqu précis affirm assur annonc expliqu ajout rapport estim soulign racont insist confirm not regrett "
    "déplor martel lanc jug témoign relat signal confi observ détaill résum comment avanc évoqu raill dénonc"
).split()
_IRREGULAR = (
    "dit disent disait écrit écrivent reconnaît reconnaissent reconnu admet admettent admis promet promettent promis "
    "prévient prévenu répond répondent répondu soutient soutiennent soutenu conclut conclu avertit averti révèle "
    "révèlent révélé répète répètent répété rappelle rappellent rappelé poursuit poursuivi espère espèrent espéré "
    "maintient maintiennent maintenu complète complété"
).split()
_ALLEGING = "prétend prétendent prétendu".split()
_DENYING = (
    "dément démentent démenti nie nient nié conteste contestent contesté réfute réfutent réfuté démentait niait"
).split()
_FORMS = [stem + ending for stem in _REGULAR for ending in ("ent", "aient", "ait", "e", "é")]
_SAID = [*_FORMS, *_IRREGULAR, "fait savoir", "font savoir", "fait valoir"]
_ADVERB = (
    r"(?: (?:également|aussi|notamment|ensuite|toutefois|cependant|encore|ainsi|par ailleurs|simplement|vivement|"
    r"formellement|fermement|clairement|immédiatement|catégoriquement))?"
)
_AUXILIARY = r"(?:a|ont|avait|avaient)"


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_VERB = f"(?:{_any(_SAID + _ALLEGING)})"
_DENIAL = f"(?:{_any(_DENYING)})"
# "a déclaré", "déclare", "a-t-il déclaré", "a formellement démenti".
SAYING = re.compile(rf"\b(?:{_AUXILIARY}{_ADVERB} )?(?P<verb>{_VERB})\b(?!-)", re.IGNORECASE)
DENYING = re.compile(rf"\b(?:{_AUXILIARY}{_ADVERB} )?(?P<verb>{_DENIAL})\b(?!-){_ADVERB}", re.IGNORECASE)
INVERTED = re.compile(
    rf"(?:\b(?P<aux>{_AUXILIARY})(?:-t)?-(?P<pronoun>ils?|elles?|on){_ADVERB} (?P<pp>{_VERB}|{_DENIAL})\b"
    rf"|\b(?P<verb>{_VERB}|{_DENIAL})(?:-t)?-(?P<pronoun2>ils?|elles?|on)\b)",
    re.IGNORECASE,
)
ACCORDING = re.compile(r"\b(?:selon|d['’]après)\b", re.IGNORECASE)
# A "selon" of these is no word of anybody's: "selon le calendrier prévu".
NO_SOURCE = re.compile(
    r"\W*(?:l[ea]s? |l['’]|un |une |des |ce |cette |ces |leurs? |son |sa |ses )?"
    r"(?:calendrier|règle|règles|loi|cas|besoins?|modalités?|conditions?|plan|usage|principe|tarif|horaires?|critères?|"
    r"que|qu['’]|ordre|formule|âge|niveau|contrat|type|moyens)\b",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\b(?:(?:a|ont|avait)? ?refus(?:e|ent|é|ait) de (?:confirmer|commenter|dire|préciser|se prononcer|s['’]exprimer)"
    r"|n['’](?:a|ont|avait|avaient) (?:pas |ni )(?:encore )?(?:été en mesure de confirmer|"
    r"souhaité (?:confirmer|commenter|s['’]exprimer)|voulu (?:confirmer|commenter|dire)|confirmé)"
    r"(?: ni (?:démenti|infirmé))?"
    r"|ne confirme(?:nt)? (?:pas|ni)|se refuse(?:nt)? à (?:confirmer|commenter)|sans (?:la |le |les |l['’])?confirmer"
    r"|sans démentir)\b",
    re.IGNORECASE,
)
_ALLEGED = frozenset(_ALLEGING)
_DENIED = frozenset(_DENYING)


class Cue(NamedTuple):
    """A cue at `start:end` of the sentence; `pronoun` is the subject it carries ("a-t-il dit"), else ""."""

    start: int
    end: int
    stance: Stance
    pronoun: str = ""


def stance_of(verb: str) -> Stance:
    """What somebody does who is told with this verb."""
    word = verb.lower()
    return "denies" if word in _DENIED else "alleges" if word in _ALLEGED else "asserts"


def read_inverted(sentence: str) -> list[Cue]:
    """The cues with their subject behind them by a hyphen: "a-t-il dit", "ajoute-t-elle"."""
    found = []
    for match in INVERTED.finditer(sentence):
        pronoun = (match["pronoun"] or match["pronoun2"]).lower()
        found.append(Cue(match.start(), match.end(), stance_of(match["pp"] or match["verb"]), pronoun))
    return found

"""Which content words a French text negates, and which exclude each other. Knows nothing of claims.

As in polarity.py a negation counts for the first content word behind it in its clause, and one that is doubled, asked
or supposed does not count at all. "Ne ... que" and "ne ... plus" negate nothing that was.
"""

from collections.abc import Mapping

from service.steps.vocabulary.content_words import Content
from service.steps.vocabulary.french_words import stem
from service.steps.vocabulary.lexemes import fold_word

# The second half of a negation; without one "ne" may only be polite ("avant qu'il ne parte").
_SECOND = frozenset("pas point aucun aucune aucunement jamais rien personne nul nulle nullement ni".split())
# These negate by themselves before a noun: "aucun blessé n'est à déplorer" and "sans aucun blessé".
_NONE = frozenset("aucun aucune nul nulle".split())
_HARMLESS = frozenset("encore seulement uniquement tous toutes toujours forcement necessairement immediatement".split())
_ANY_NEGATION = _SECOND | frozenset("ne n sans non si sinon hormis excepte sauf faux fausse dementi infirme".split())
_UNREAL = frozenset("si sinon".split())
_MODALS: Mapping[str, str] = {
    **dict.fromkeys("sera seront va vont aura auront".split(), "will"),
    **dict.fromkeys(
        "peut peuvent pourrait pourraient aurait auraient serait seraient possiblement semble semblent".split(), "may"
    ),
    **dict.fromkeys("doit doivent devrait devraient faut faudrait".split(), "should"),
}
# Predicates that cannot both hold of one thing at one time; "ouvert" and "rouvert" are one.
_OPPOSITES = """
ouvert/ferme hausse/baisse adopte/rejete approuve/rejete accepte/rejete coupable/acquitte condamne/acquitte
vivant/mort survecu/mort indemne/blesse gagne/perdu autorise/interdit legal/illegal maintenu/annule suspendu/maintenu
volontaire/accidentel accidentel/criminel public/prive
"""
# How many words may stand between "ne" and its second half, and between the negation and what it negates.
REACH = 6


def negated(content: Content) -> frozenset[str]:
    """Keys of the content words that `content` negates; empty when its negations cannot be read with confidence."""
    words = [token.word for token in content.tokens]
    if _UNREAL & set(words) or any(
        one == "s" and two.startswith("il") for one, two in zip(words, words[1:], strict=False)
    ):
        return frozenset()
    places = [place for index in range(len(words)) if (place := _negation(content, index)) is not None]
    heads = [head for place in places if (head := _head(content, place))]
    return frozenset(head for head in heads if heads.count(head) == 1)


def has_negation(content: Content) -> bool:
    """Whether anything in `content` may negate, read or not: it then affirms nothing for sure."""
    return any(token.word in _ANY_NEGATION for token in content.tokens)


def modality(content: Content) -> frozenset[str]:
    """Which of "will", "may", "should" a text speaks in; "aurait" says that it is only said."""
    return frozenset(_MODALS[token.word] for token in content.tokens if token.word in _MODALS)


def opposed(a: Content, b: Content) -> tuple[str, str] | None:
    """The first pair of opposite predicates, one in each text and in that text alone; None if there is none."""
    only_a, only_b = a.stems - b.stems, b.stems - a.stems
    for key in sorted(only_a):
        meant = sorted(_OPPOSED.get(key, frozenset()) & only_b)
        if meant:
            return key, meant[0]
    return None


def _negation(content: Content, index: int) -> int | None:
    """Where the negation that begins at token `index` has its last word before what it negates, if it is one."""
    tokens, word = content.tokens, content.tokens[index].word
    if word in ("ne", "n"):
        following = tokens[index + 1 : index + 1 + REACH]
        second = next((t for t in following if t.word in _SECOND and t.clause == tokens[index].clause), None)
        if second is None:
            return None
        at = tokens.index(second)
        after = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if after in _HARMLESS or second.word in ("personne", "ni"):
            return None
        return index
    stands_alone = word in _NONE and not any(t.word in ("ne", "n") for t in tokens[max(0, index - REACH) : index])
    behind_without = index > 0 and tokens[index - 1].word == "sans"
    return index if stands_alone and not behind_without else None


def _head(content: Content, cue: int) -> str:
    clause = content.tokens[cue].clause
    behind = (t for t in content.terms if cue < t.first <= cue + REACH and content.tokens[t.first].clause == clause)
    return next((term.key for term in behind if not term.is_name), "")


def _read_opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _OPPOSITES.split():
        one, other = (stem(fold_word(word)) for word in pair.split("/"))
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {key: frozenset(values) for key, values in found.items()}


_OPPOSED = _read_opposites()

"""Conflicts over a word that one claim negates and the other does not, and over two words that are opposites.

Knows no language: what is negated and what is opposed is read by the language's own polarity.
"""

from collections.abc import Callable

from service.steps.comparing.alignment import Conflict, is_one_fact
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.vocabulary.content_words import Content


def negated_on_one_side(a: Telling, b: Telling) -> tuple[Telling, Telling, str] | None:
    """The claim that negates, the one that does not, and the word; None where neither or both negate one."""
    heads_a = a.negated & b.content.stems - b.negated
    heads_b = b.negated & a.content.stems - a.negated
    if bool(heads_a) == bool(heads_b):
        return None
    return (a, b, min(heads_a)) if heads_a else (b, a, min(heads_b))


def over_negation(
    negating: Telling, affirming: Telling, head: str, *, is_a: bool, negated: Callable[[Content], frozenset[str]]
) -> Conflict:
    """The conflict over `head`, which the first of the two claims negates where `is_a`; `negated` reads a content."""
    reason = f"{negating.name} negates “{word_for(negating.content, head)}”, {affirming.name} does not."

    def negates(content: Content, _: str) -> bool:
        return head in negated(content)

    def affirms(content: Content, _: str) -> bool:
        return head in content.stems and head not in negated(content)

    of_a, of_b = (negates, affirms) if is_a else (affirms, negates)
    return Conflict("negation", reason, "likely", of_a=of_a, of_b=of_b)


def over_opposites(a: Telling, b: Telling, pair: tuple[str, str] | None, tellings: Tellings) -> Conflict | None:
    """The same words around `pair`, one of each claim, which cannot both hold."""
    if not pair or set(pair) & (a.negated | b.negated):
        return None
    if not is_one_fact(a.content, b.content, tellings, apart=frozenset(pair)):
        return None
    one, other = pair
    words = word_for(a.content, one), word_for(b.content, other)
    reason = f"“{words[0]}” ({a.name}) and “{words[1]}” ({b.name}) exclude each other."
    return Conflict(
        "other",
        reason,
        "likely",
        of_a=lambda content, _: one in content.keys,
        of_b=lambda content, _: other in content.keys,
        apart=frozenset(pair),
    )


def word_for(content: Content, key: str) -> str:
    """The article's own word for a key."""
    words = (content.tokens[term.first : term.last] for term in content.terms if term.key == key)
    return next((" ".join(token.text for token in run) for run in words), key)

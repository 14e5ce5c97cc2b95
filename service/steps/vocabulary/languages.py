"""Tells which language an article is in, where its words are known. Knows only function words.

Deciding by the share of function words needs no model and no data: English prose has about 40 %, text in other Latin
scripts under 8 % by accident ("me", "an", "in"). A line or two can have more of them by accident ("a" is French as
well), so that the function words of other languages are held against them. French is told from its kin the same way.
"""

from collections.abc import Iterable
from functools import lru_cache

from service.models import Article, Language
from service.steps.vocabulary.folding import words

COVERED_SHARE = 0.15
FRENCH_SHARE = 0.2
LOOKED_AT_CHARACTERS = 4_000
_FUNCTION_WORDS = frozenset(
    "the of and to in a is was for on that with as by at from it be are were has have had not but this which or an "
    "will would its their they he she his her who said after been than more about into over".split()
)
# None that English has as well.
_FRENCH_WORDS = frozenset(
    "le la les des du au aux un une et est sont dans sur pour avec qui que quoi ne pas ce cette ces il"
    " elle ils elles ont été mais ou où par sa ses leur".split()
)
# Of Spanish, Portuguese, Italian, German, Dutch and the Scandinavian languages; none that English has as well.
_OTHER_WORDS = frozenset(
    "el los las del una y es con para su sus al lo se"
    " fue han pero más como muy ya o os da das em não um uma foi ao na nos di che gli della dei nel non è"
    " sono alla der dem und ist sind ein eine einen einem nicht mit von zu im auf für dass wurde wird"
    " haben hat sich auch bei nach het een van niet zijn dat voor werd og er det av til ikke och att som"
    " på inte".split()
)
_FOREIGN_WORDS = _FRENCH_WORDS | _OTHER_WORDS
# Words of French that English or its kin have too: they count once it is clear that the text is not English.
_MORE_FRENCH = frozenset("de en se à lors selon après avant depuis être avait sans sous entre".split())
# An elided word stands before its apostrophe: "l'eau", "qu'il".
_ELIDED = frozenset("l d qu n s c j".split())
_CODES: dict[str, Language] = {
    **dict.fromkeys(("en", "eng", "english"), "en"),
    **dict.fromkeys(("fr", "fra", "fre", "french", "français"), "fr"),
}


def of(article: Article) -> Language | None:
    """The language of an article, where its words are known: as the caller says, else by its function words."""
    if article.language:
        return _CODES.get(article.language.lower().split("-")[0].split("_")[0])
    return _guess(article.text[:LOOKED_AT_CHARACTERS])


def shared(articles: Iterable[Article]) -> Language:
    """French where all articles are (at least one), else English: the language to read them in together."""
    found = {of(article) for article in articles}
    return "fr" if found == {"fr"} else "en"


def is_covered(article: Article) -> bool:
    """Whether the article is English, which is covered whole."""
    return of(article) == "en"


@lru_cache(maxsize=256)
def _guess(text: str) -> Language | None:
    seen = words(text)
    english = sum(word in _FUNCTION_WORDS for word in seen)
    foreign = sum(word in _FOREIGN_WORDS for word in seen)
    if seen and english / len(seen) >= COVERED_SHARE and english > foreign:
        return "en"
    heads = [word.partition("'")[0] if "'" in word else word for word in seen]
    french = sum(
        head in _FRENCH_WORDS or (head in _ELIDED and head != word) for head, word in zip(heads, seen, strict=True)
    )
    other = sum(word in _OTHER_WORDS for word in seen)
    more = sum(word in _MORE_FRENCH for word in seen)
    is_french = bool(seen) and french > max(other, english) and (french + more) / len(seen) >= FRENCH_SHARE
    return "fr" if is_french else None

"""Head nouns, as far as plain word order tells them: "the road to the airport" is a road. Knows nothing of claims."""

import re

from service.steps.vocabulary.content_words import Content, Lexicon

# What follows these modifies the head before it.
_BEHIND_HEAD = frozenset(
    "at in of to on for from with by near off inside outside under over above below behind beside between which that "
    "who whose where when while as since after before during via along across around about than".split()
)
_INSERTED = re.compile(r",(?!\s*(?:and|but|or)\b)[^,;.]{1,90},\s*")
_CLAUSE_START = re.compile(
    r"[;:.]|,\s|\b(?:and|but|while|when|because|although|though|as|after|before|if|that)\b", re.I
)
_ARTICLES = frozenset("the a an its his her their this that these those our my".split())


def head(text: str, lexicon: Lexicon) -> str:
    """The key of the head noun of a noun phrase; "" if there is none."""
    terms = before_head_ends(lexicon.read(text))
    return terms[-1] if terms else ""


def before_head_ends(content: Content) -> list[str]:
    """Keys of the words up to the head noun, the head last."""
    clause = content.tokens[0].clause if content.tokens else 0
    stops = (
        i for i, token in enumerate(content.tokens) if (token.word in _BEHIND_HEAD and i > 0) or token.clause != clause
    )
    end = next(stops, len(content.tokens))
    return [term.key for term in content.terms if term.last <= end]


def subject_before(text: str, end: int) -> str:
    """The noun phrase that is the subject of the predicate at `end`: its clause up to there, without insertions."""
    before = _INSERTED.sub(" ", text[:end] + " ")
    starts = [match.end() for match in _CLAUSE_START.finditer(before)]
    return before[starts[-1] if starts else 0 :].strip(" ,")


def without_insertions(text: str) -> str:
    """`text` without what stands between two commas."""
    return _INSERTED.sub(" ", text)


def object_behind(text: str, start: int) -> str:
    """The noun phrase that follows a verb, as far as the next mark."""
    return re.split(r"[,;:.!?()]|\b(?:shortly|late|early|yesterday|today|and)\b", text[start:], maxsplit=1)[0].strip()


def is_pronoun(phrase: str) -> bool:
    """Whether a phrase names nothing by itself."""
    words = phrase.lower().split()
    return not words or all(word in _ARTICLES or word in _PRONOUNS for word in words)


_PRONOUNS = frozenset("it they he she we i you them him one both all some none".split())

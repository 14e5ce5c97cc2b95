"""What a word or figure inside a long claim is about: its own clause, and the subject that clause is of.

Knows nothing of other claims. "The Astrid, built in 1998, was freed by two tugs" tells two facts; held against another
paper's sentence as a whole, neither would be found.
"""

from service.steps.vocabulary.content_words import Content, Term

# Clauses end at marks (lexemes.py) and before these.
_OPENERS = frozenset(
    "and or but when while after before because as which who whom whose that where although though since until "
    # French; none of them is an English word.
    "mais tandis lorsque lorsqu dont qui puisque pendant".split()
)
# A clause that begins so is about what stands right before it.
_RELATIVES = frozenset("which who whom whose that where qui dont".split())
# Of the first clause, the names and so many other words are taken for its subject.
_SUBJECT_WORDS = 2


def read(content: Content, start: int, end: int) -> Content:
    """The terms of the clause that holds offsets `start:end`, and of its subject where that stands elsewhere."""
    clauses = _clauses(content)
    inside = next((clause for clause in clauses if _holds(content, clause, start, end)), range(0))
    own = [term for term in content.terms if term.first in inside]
    return Content(content.tokens, tuple(_subject(content, clauses, inside)) + tuple(own))


def split(content: Content) -> list[tuple[Content, int, int]]:
    """The clauses in order: the terms of each and of its subject where that stands elsewhere, and its offsets."""
    clauses = _clauses(content) if content.tokens else []
    found = []
    for clause in clauses:
        own = tuple(term for term in content.terms if term.first in clause)
        terms = tuple(_subject(content, clauses, clause)) + own
        first, last = content.tokens[clause.start], content.tokens[clause.stop - 1]
        found.append((Content(content.tokens, terms), first.start, last.end))
    return found


def is_aside(content: Content, start: int, end: int) -> bool:
    """Whether offsets `start:end` stand in a clause that tells something beside the main one: "built in 1998"."""
    inside = next((clause for clause in _clauses(content) if _holds(content, clause, start, end)), range(0))
    return bool(inside) and inside.start > 0 and _leans_back(content, inside)


def _clauses(content: Content) -> list[range]:
    """The token ranges of the clauses, in order."""
    starts = [
        index
        for index, token in enumerate(content.tokens)
        if index == 0 or token.clause != content.tokens[index - 1].clause or token.word in _OPENERS
    ]
    return [range(one, other) for one, other in zip(starts, [*starts[1:], len(content.tokens)], strict=True)]


def _holds(content: Content, clause: range, start: int, end: int) -> bool:
    return any(content.tokens[index].start < end and start < content.tokens[index].end for index in clause)


def _subject(content: Content, clauses: list[range], inside: range) -> list[Term]:
    if not inside or inside == clauses[0]:
        return []
    if _leans_back(content, inside):
        before = [term for term in content.terms if term.last <= inside.start]
        return before[-1:]
    first = [term for term in content.terms if term.first in clauses[0]]
    others = [term for term in first if not term.is_name][:_SUBJECT_WORDS]
    return [term for term in first if term.is_name or term in others]


def _leans_back(content: Content, inside: range) -> bool:
    """Whether a clause is a relative one or begins with a participle: "which was built", "built in 1998"."""
    word = content.tokens[inside.start].word
    return word in _RELATIVES or word.endswith(("ed", "ing")) or word in _PARTICIPLES


_PARTICIPLES = frozenset("built born held sent sold made known shot won lost led bought found struck hit".split())

"""Finds the words that name the one a cue belongs to: the subject before it or, inverted, after it. Resolves no names.

There is no parser behind it. A stretch counts as a name phrase only where its words leave little else; otherwise the
answer is None, since a wrong speaker is worse than none.
"""

from collections.abc import Container
from typing import NamedTuple

from service.steps.reporting.adverbials import pass_backward, pass_forward
from service.steps.reporting.cues import VERB_FORMS
from service.steps.reporting.name_phrases import (
    LONGEST_NAME,
    find_last_name,
    is_short_form,
    is_verb,
    pass_openers,
    trim_name,
)
from service.steps.reporting.people import TITLES
from service.steps.reporting.word_classes import (
    ARTICLES,
    COORDINATORS,
    MONTHS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

# A parenthesis of more words is not read as one.
LONGEST_PARENTHESIS = 45
# A quotation inside a name phrase has at most so many characters ('the "Desert Hawks" brigade').
LONGEST_NICKNAME = 40
_SPEAKING_PRONOUNS = frozenset("he she they we i".split())
_CLAUSE_MARKS = frozenset(',;:()[]—–-"|/…')


class Subject(NamedTuple):
    """The name phrase is `start:end`; the clause it begins, with conjunction or comma, starts at `clause`.

    `is_relative`: the cue stands in a clause with "who" or "which". `is_inherited`: there is no subject of its own
    here, the one of the clause before is meant ("and added that"); `start` and `end` are then equal.
    """

    start: int
    end: int
    clause: int
    is_relative: bool = False
    is_inherited: bool = False


def find_before(words: Words, index: int, lowest: int, starts: Container[int]) -> Subject | None:
    """The subject of a verb group that begins at `index`, within `lowest:index`; contents begin at `starts`."""
    end = pass_backward(words, index, lowest)
    if end == lowest or end in starts:
        return None
    before = words.low(end - 1)
    if before == "," or (before == ")" and not is_short_form(words, end - 1)):
        return _before_parenthesis(words, end - 1, lowest, starts)
    if before in RELATIVES or (before == "that" and end - 1 > lowest):
        return _antecedent(words, end - 1, lowest, starts)
    if before in COORDINATORS:
        clause = end - 2 if words.low(end - 2) == "," else end - 1
        return Subject(end, end, max(clause, lowest), is_inherited=True)
    start = _segment_start(words, end, lowest, starts)
    if start < end - 1 and before in _SPEAKING_PRONOUNS and words.low(end - 2) not in PREPOSITIONS:
        # "Of the levy on fuel she said": whatever stands before it, the pronoun speaks.
        return Subject(end - 1, end, clause=_opening_word(words, start, lowest, starts))
    return _from_segment(words, start, end, lowest, starts)


def find_after(words: Words, index: int) -> Subject | None:
    """The subject of an inverted cue ("said Ann Lee, a doctor"), which begins at `index`."""
    end = _phrase_end(words, index)
    name = trim_name(words, index, end)
    if name is None:
        return None
    subject = Subject(*name, clause=index)
    if words.low(name[1]) != ",":
        return subject
    close = name[1] + 1
    while words.at(close).is_capital:
        close += 1
    is_apart = close >= len(words) or not words[close].is_word
    return _prefer_appositive(words, subject, name[1] + 1, close) if is_apart else subject


def find_clause_subject(words: Words, lowest: int, end: int) -> Subject | None:
    """The subject of the main clause that begins at `lowest`: its first name phrase with a verb after it."""
    start = lowest
    for at in range(lowest, min(end, lowest + LONGEST_PARENTHESIS)):
        low = words.low(at)
        if low == ",":
            name = trim_name(words, start, at)
            if name and name[0] == start and _verb_follows(words, at, end):
                return Subject(*name, clause=lowest)
            start = at + 1
        elif at > start and (is_auxiliary(low) or is_verb(words, at)):
            name = trim_name(words, start, at)
            return Subject(*name, clause=lowest) if name else None
    return None


def _from_segment(words: Words, start: int, end: int, lowest: int, starts: Container[int]) -> Subject | None:
    if start > lowest and words.low(start - 1) in RELATIVES and _opens_with_verb(words, start):
        # "An official who spoke to us said"
        antecedent = _antecedent(words, start - 1, lowest, starts)
        if antecedent:
            clause = _opening_word(words, antecedent.start, lowest, starts)
            return antecedent._replace(clause=clause, is_relative=False)
    opened = pass_forward(words, start - 1) if start > lowest and words.low(start - 1) in PREPOSITIONS else start
    # "After the talks Lee said"
    name = trim_name(words, opened if start < opened < end else start, end)
    if not name:
        return None
    before = words.low(start - 1) if start > lowest and start not in starts else ""
    if before in COORDINATORS:
        left_end = start - 2 if words.low(start - 2) == "," else start - 1
        left_start = _segment_start(words, left_end, lowest, starts)
        left = trim_name(words, left_start, left_end) if before in ("and", "or") else None
        is_pair = left is not None and left[1] == left_end and left_end == start - 1
        if left and left_end == start - 2 and left == (left_start, left_end) and words.low(left_start - 1) == ",":
            # "Ann Lee, Tom Reed, and Jan Roe said"
            first = _segment_start(words, left_start - 1, lowest, starts)
            listed = trim_name(words, first, left_start - 1)
            is_pair = listed == (first, left_start - 1)
            left, left_start = listed or left, first
        if left and is_pair and name[0] == start:
            return Subject(left[0], name[1], clause=_opening_word(words, left_start, lowest, starts))
        return Subject(*name, clause=left_end)
    return Subject(*name, clause=_opening_word(words, start, lowest, starts))


def _opens_with_verb(words: Words, index: int) -> bool:
    low = words.low(index)
    return is_auxiliary(low) or is_past(low)


def _opening_word(words: Words, start: int, lowest: int, starts: Container[int]) -> int:
    """The comma, dash or subordinating word that a clause with the subject at `start` begins with, or `start`."""
    before = words.low(start - 1) if start > lowest and start not in starts else ""
    if before in SUBORDINATORS and words.low(start - 2) == ",":
        return max(start - 2, lowest)
    return start - 1 if before in (",", ";", "—", "–") or before in SUBORDINATORS else start


def _segment_start(words: Words, end: int, lowest: int, starts: Container[int]) -> int:
    start = end
    while start > lowest and start not in starts and not _is_boundary(words, start - 1, end):
        start -= 1
    return start


def _is_boundary(words: Words, index: int, end: int) -> bool:
    word = words[index]
    if word.quotation:
        return not _is_nickname(words, index) or index == end - 1
    if not word.is_word:
        return (word.low in _CLAUSE_MARKS and not is_short_form(words, index)) or word.low in "!?"
    return word.low in SUBORDINATORS or word.low in COORDINATORS


def _before_parenthesis(words: Words, comma: int, lowest: int, starts: Container[int]) -> Subject | None:
    """The name before a parenthesis that ends at `comma`: "Lee, who was there, said"; "the aide, Ann Lee, said"."""
    opening = "(" if words.low(comma) == ")" else ","
    holds_content = False
    for at in range(comma - 1, max(lowest, comma - LONGEST_PARENTHESIS), -1):
        holds_content = holds_content or at in starts
        if words.low(at) == ";":
            return None
        if words.low(at) != opening:
            continue
        if _is_clause(words, at + 1, comma):
            # "Insured for two million, the crown is lost, says Lee"
            return None
        if holds_content and words.low(at + 1) not in RELATIVES:
            # "An aide, who asked not to be named, said": only a clause about the name may tell of speech.
            return None
        start = _segment_start(words, at, lowest, starts)
        name = trim_name(words, start, at)
        # "The police, in a statement by the board, said": the board is part of the parenthesis.
        is_whole = name is not None and name[0] == pass_openers(words, start, at)
        if name and _verb_follows(words, at, comma):
            # "The brothers, aged 19 and 24, had come for a week, said": their verb came before.
            return None
        if name and is_whole and name[1] == at and not _is_list(words, start, lowest, at, comma):
            return _prefer_appositive(words, Subject(*name, clause=_clause_start(words, start, lowest)), at + 1, comma)
    return None


def _clause_start(words: Words, start: int, lowest: int) -> int:
    while start > lowest and (words.low(start - 1) in COORDINATORS or words.low(start - 1) == ","):
        start -= 1
    return start - (start > lowest and words.low(start - 1) == ";")


def _is_list(words: Words, start: int, lowest: int, at: int, comma: int) -> bool:
    """Whether commas here separate several names ("Lee, Roe, and Fox, said") or end an adverbial."""
    return words.low(at + 1) in COORDINATORS or (
        start > lowest and words.low(start - 1) in ("and", "or") and comma - at < 2
    )


def _prefer_appositive(words: Words, subject: Subject, start: int, end: int) -> Subject:
    """In "the aide, Ann Lee, said" the name stands in the parenthesis."""
    inside = [words[at] for at in range(start, end)]
    is_name = 1 <= len(inside) <= 4 and all(_may_name(words, at) for at in range(start, end))
    has_title = any(words.low(at) in TITLES for at in range(subject.start, subject.end))
    has_name = any(words[at].is_capital for at in range(subject.start + 1, subject.end))
    return subject._replace(start=start, end=end) if is_name and (has_title or not has_name) else subject


def _antecedent(words: Words, relative: int, lowest: int, starts: Container[int]) -> Subject | None:
    end = relative - 1 if words.low(relative - 1) == "," else relative
    start = _segment_start(words, end, lowest, starts)
    # "..., said officials in Dolvern, who warned"
    start += words.low(start) in VERB_FORMS and is_past(words.low(start)) and start < end - 1
    if start >= end:
        return None
    name = trim_name(words, start, end) or find_last_name(words, start, end)
    if name and words.low(name[0] - 1) == "," and words.low(relative) == "who":
        # "Ann Lee, the doctor who said": the name before the role.
        named = find_last_name(words, lowest, name[0] - 1)
        is_person = named is not None and all(_may_name(words, at) for at in range(*named))
        name = named if named and is_person else name
    return Subject(*name, clause=relative, is_relative=True) if name else None


def _is_clause(words: Words, start: int, end: int) -> bool:
    """Whether a clause of its own stands here rather than one about the name before it."""
    is_about = words.low(start) in RELATIVES or words.low(start) in SUBORDINATORS or words.low(start) in PREPOSITIONS
    return not is_about and any(is_auxiliary(words.low(at)) for at in range(start + 1, end))


def _may_name(words: Words, index: int) -> bool:
    return words[index].is_capital and words.low(index) not in WEEKDAYS | MONTHS


def _verb_follows(words: Words, comma: int, end: int) -> bool:
    """Whether the parenthesis that opens at `comma` closes before a verb: what stood before it was the subject."""
    for at in range(comma + 1, min(end, comma + LONGEST_PARENTHESIS)):
        if words.low(at) == ",":
            verb = at + 1
            while is_adverb(words.low(verb)):
                verb += 1
            low = words.low(verb)
            return is_auxiliary(low) or (is_past(low) and verb < end)
    return False


def _phrase_end(words: Words, index: int) -> int:
    """Where a name phrase that begins at `index` ends: at a mark, a verb, a time, or a word that opens a clause."""
    at = index
    while at < len(words) and at - index < LONGEST_NAME:
        low = words.low(at)
        is_in_clause = at > index and (is_auxiliary(low) or is_verb(words, at))
        # "A first count by the office": an adverb's form, but inside the phrase.
        is_adverbial = is_adverb(low) and words.low(at - 1) not in ARTICLES
        is_out = low in SUBORDINATORS or low in ("but", "yet") or is_in_clause or is_adverbial
        if (
            is_out
            or _is_boundary_mark(words, at)
            or (at > index and low in PREPOSITIONS and pass_forward(words, at) > at)
        ):
            break
        at += 1
    return at


def _is_nickname(words: Words, index: int) -> bool:
    """Whether a quotation belongs to a name phrase: short, no sentence by its marks, and a word after it."""
    text = words[index].text
    return len(text) <= LONGEST_NICKNAME and text[-2] not in ",.?!…;:" and words.at(index + 1).is_word


def _is_boundary_mark(words: Words, index: int) -> bool:
    word = words[index]
    if word.quotation:
        return not _is_nickname(words, index)
    return not word.is_word and word.low not in ("'", "&", "-", "’")

"""Passes over words that belong to the telling and not to what is told: "on Friday", "in a statement", "to reporters".

Knows nothing of cues or speakers; every function takes an index into Words and gives another one.
"""

from service.steps.reporting.word_classes import (
    CLAUSE_SUBJECTS,
    CONNECTIVES,
    DETERMINERS,
    MONTHS,
    OBJECT_PRONOUNS,
    OCCASIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_NOUNS,
    WEEKDAYS,
    is_adverb,
    is_auxiliary,
)
from service.steps.reporting.words import Words

# An adverbial or an addressee of more words than this is not read as one.
LONGEST_PHRASE = 10
_TELLING_PREPOSITIONS = frozenset("in on at during after following before via through to by over with from".split())
_DAYTIMES = frozenset("morning afternoon evening night".split())
_TIME_OPENERS = frozenset("this last next late early earlier later".split())
_HEARERS = frozenset(
    "reporters journalists lawmakers parliament parliamentarians supporters colleagues senators legislators mps"
    " viewers listeners readers investors analysts delegates officials investigators police detectives jurors"
    " people crowds".split()
)
_NEWS_OUTLETS = frozenset(
    "reuters afp ap bbc cnn tass interfax bloomberg cnbc nbc cbs abc npr rt itar-tass ria dpa ansa efe xinhua"
    " politico axios itv newsweek forbes".split()
)


def pass_forward(words: Words, index: int) -> int:
    """The index after all adverbials of telling that begin at `index`; `index` itself if none does."""
    while (after := _pass_one(words, index)) > index:
        index = after
    return index


def pass_backward(words: Words, index: int, lowest: int) -> int:
    """The index where the adverbs and times that end right before `index` begin; `index` itself if there are none."""
    while index > lowest:
        step = _time_before(words, index, lowest)
        if is_adverb(words.low(index - 1)):
            step = max(step, 1)
        if not step:
            break
        index -= step
    return index


def pass_addressee(words: Words, index: int) -> int:
    """The index after the one spoken to ("reporters", "the BBC", "her"), who begins at `index`; `index` if unclear."""
    low = words.low(index)
    if (low in OBJECT_PRONOUNS and low != "it") or low in _HEARERS or low in _NEWS_OUTLETS:
        return index + 1
    if low in CLAUSE_SUBJECTS or not words.at(index).is_word or low in PREPOSITIONS or low in SUBORDINATORS:
        return index
    after = index + 1 if low in DETERMINERS else index
    while after - index < LONGEST_PHRASE and _continues_phrase(words, index, after):
        after += 1
    # "told Reuters Kerry had": the last name before an auxiliary is the subject of what was told.
    if is_auxiliary(words.low(after)) and after - index > 1 and words.at(after - 1).is_capital:
        after -= 1
    return after


def _continues_phrase(words: Words, first: int, index: int) -> bool:
    word, before = words.at(index), words.at(index - 1)
    low = word.low
    if low in DETERMINERS and before.low in ("of", "for"):
        return True
    if not word.is_word or low in DETERMINERS or low in CLAUSE_SUBJECTS or low in SUBORDINATORS or is_auxiliary(low):
        return False
    if low in PREPOSITIONS:
        return low in ("of", "for")
    if index > first and word.is_capital and before.is_word and not before.is_capital:
        return before.low in DETERMINERS or before.low in ("of", "for")
    return True


def _pass_one(words: Words, index: int) -> int:
    low = words.low(index)
    if is_adverb(low) and low not in ("so", "all", "both", "only", "ever"):
        return index + 1
    if low == "at" and words.low(index + 1) in ("first", "last", "once"):
        return index + 2
    after = _pass_time(words, index)
    if after > index:
        return after
    if low == "by" and words.low(index + 1) in ("telephone", "phone", "email", "e-mail", "letter"):
        return index + 2
    return _pass_occasion(words, index) if low in _TELLING_PREPOSITIONS else index


def _pass_time(words: Words, index: int) -> int:
    """Passes "on Friday morning", "late on 14 October", "earlier this week", "in 2014", "last month"."""
    at = index
    while words.low(at) in ("late", "early", "earlier", "later"):
        at += 1
    at += words.low(at) in ("on", "in", "since", "by", "until")
    low = words.low(at)
    if low in WEEKDAYS:
        return at + 1 + (words.low(at + 1) in _DAYTIMES)
    if low in _TIME_OPENERS and words.low(at + 1) in TIME_NOUNS | WEEKDAYS | MONTHS | _DAYTIMES:
        return at + 2
    if low == "the" and words.low(at + 1) in TIME_NOUNS | frozenset(("past",)):
        return at + 2
    after = _pass_date(words, at)
    if after > at > index or (after > at and low.rstrip(".") in MONTHS):
        return after
    return index


def _pass_date(words: Words, at: int) -> int:
    low = words.low(at).rstrip(".")
    if low in MONTHS:
        at += 1
        at += words.low(at)[:1].isdecimal()
    elif low[:1].isdecimal() and words.low(at + 1).rstrip(".") in MONTHS:
        at += 2
    elif len(low) == 4 and low.isdecimal():
        return at + 1
    else:
        return at
    if words.low(at) == "," and len(words.low(at + 1)) == 4 and words.low(at + 1).isdecimal():
        at += 2
    elif len(words.low(at)) == 4 and words.low(at).isdecimal():
        at += 1
    return at


def _pass_occasion(words: Words, index: int) -> int:
    """Passes "in a statement on its website", "to the BBC", "in Paris", "after the talks"."""
    at = index + 1
    low = words.low(at)
    if words.low(index) == "to" and (low in _HEARERS or low in _NEWS_OUTLETS):
        return at + 1
    if words.low(index) in ("in", "at", "from", "with") and words.at(at).is_capital:
        return _pass_place(words, index)
    for step in range(at, min(at + 7, len(words))):
        low = words.low(step)
        if low in OCCASIONS and not (words.at(step + 1).is_word and words.low(step + 1) in OCCASIONS):
            return step + 1
        is_inside = words[step].is_word and low not in CLAUSE_SUBJECTS - {"this", "these"} and not is_auxiliary(low)
        if not is_inside or low in SUBORDINATORS or low in PREPOSITIONS or (low in DETERMINERS and step > at):
            return index
    return index


def _pass_place(words: Words, index: int) -> int:
    """Passes "in Paris" where a clause or "that" follows; "in Paris Kerry had" ends before the name with the verb."""
    at = index + 1
    while words.at(at).is_capital and at - index <= 4:
        at += 1
    if at - index > 2 and is_auxiliary(words.low(at)):
        at -= 1
    return at


def _time_before(words: Words, index: int, lowest: int) -> int:
    """How many words before `index` are one expression of time."""
    for length in (5, 4, 3, 2, 1):
        start = index - length
        if start >= lowest and _pass_time(words, start) == index and words.low(start) not in CONNECTIVES:
            return length
    return 0

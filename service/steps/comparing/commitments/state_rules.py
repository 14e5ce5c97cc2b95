"""States and events that exclude each other, said of one thing: closed and open, started and never started, found and
still missing, tested last month and not for years.

Knows nothing of other sentences. The subject is the head noun of what stands before the predicate (noun_phrases.py);
pronouns, and predicates in "if" or "may", are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.steps.comparing.commitments import noun_phrases
from service.steps.comparing.commitments.mark import Mark
from service.steps.vocabulary.content_words import Lexicon

_BE = r"(?:was|were|had been|has been|have been|is|are|remained|remains|stayed|stood)"
_NOT = r"(?:did not|didn['’]t|never|failed to|had not|hadn['’]t|would not|refused to)"
_RUN = "start|come on|kick in|cut in|switch on|take over|work|function|operate|sound|go off|activate|open"
_RAN = (
    "started|came on|kicked in|cut in|switched on|took over|worked|functioned|operated|sounded|went off|were activated|"
    "was activated|sprang into action|had started|had come on|had kicked in|had cut in|had worked|had sounded"
)
# "Did not start in the kitchen", "did not open until noon" deny the rest, not the starting.
_NARROWED = r"(?! (?:in|at|on|until|because|by|with|as|for|from|immediately|well|properly|before|there|again)\b)"


@dataclass(frozen=True)
class _State:
    """A predicate that puts its subject on `side` of `opposition`; `order` as in Mark, None where nothing follows."""

    opposition: str
    side: str
    predicate: re.Pattern[str]
    order: int | None = None
    takes_object: bool = False


def _state(opposition: str, side: str, words: str, order: int | None = None, *, takes_object: bool = False) -> _State:
    return _State(opposition, side, re.compile(words, re.I), order, takes_object)


_STATES = (
    _state(
        "open",
        "closed",
        r"\b(?:was|were|had been|stayed|remained) (?:already |still )?(?:closed|shut|sealed off|locked|barred)\b",
    ),
    _state("open", "open", r"\b(?:was|were|had been|stayed|remained) (?:still |wide )?(?:open|unlocked)\b(?! to\b)"),
    _state(
        "run",
        "ran",
        rf"(?<!never )(?<!ever )(?<!not )\b(?:{_RAN})\b"
        r"(?! (?:against|by|to|the|an?|its|his|her|their|on|off)\b)",
    ),
    _state("run", "did not", rf"\b{_NOT} (?:ever )?(?:{_RUN}|{_RAN})\b{_NARROWED}"),
    _state(
        "found",
        "found",
        r"\b(?:brought up|recovered|retrieved|found|located|salvaged|dug out|pulled up)\b"
        r"(?= (?:the|its|his|her|their)\b)",
        1,
        takes_object=True,
    ),
    _state(
        "found",
        "found",
        r"\b(?:was|were|has been|have been|had been) (?:recovered|retrieved|found|located|salvaged|brought up)\b",
        1,
    ),
    _state(
        "found",
        "missing",
        r"\b(?:has|have|had) (?:yet to be|not(?: yet)? been|never been|still not been) "
        r"(?:found|recovered|retrieved|located|brought up)\b",
        0,
    ),
    _state(
        "found", "missing", r"\b(?:was|were|is|are|remains?|remained) (?:still )?(?:missing|unaccounted for|lost)\b", 0
    ),
    _state("full", "full", rf"\b{_BE} (?:almost |nearly )?(?:full|packed|crowded)\b"),
    _state("full", "empty", rf"\b{_BE} (?:almost |nearly )?(?:empty|deserted)\b"),
    _state("lit", "lit", rf"\b{_BE} (?:lit|illuminated)\b"),
    _state("lit", "dark", rf"\b{_BE} (?:dark|unlit|in darkness|pitch dark|in the dark)\b"),
    _state("whole", "whole", rf"\b{_BE} (?:intact|undamaged|unscathed|in perfect order|in good order|sound)\b"),
    _state(
        "whole",
        "broken",
        rf"\b(?:{_BE} (?:broken|damaged|cracked|destroyed|wrecked|shattered|defective|faulty)|"
        r"had cracked|had snapped|had broken)\b",
    ),
    _state("insured", "insured", rf"\b{_BE} (?:fully )?insured\b"),
    _state("insured", "uninsured", rf"\b{_BE} (?:uninsured|not insured)\b"),
    _state("armed", "armed", rf"\b{_BE} (?:heavily )?armed\b"),
    _state("armed", "unarmed", rf"\b{_BE} (?:unarmed|not armed)\b"),
    _state("unanimous", "unanimous", rf"\b{_BE} unanimous\b"),
    _state("unanimous", "split", rf"\b{_BE} (?:split|divided)\b"),
)
_CHECK = "inspected|tested|serviced|checked|examined|maintained|overhauled"
_CHECKING = "inspection|test|testing|service|servicing|check|examination|maintenance|overhaul"
_LAST_CHECK = re.compile(
    rf"\b(?:was|were|had been) (?:last |most recently )?(?:{_CHECK}) (?:only )?"
    r"(?:last (?:week|month)|this (?:week|month|year)|"
    r"(?:[a-z]+|\d+) (?:days?|weeks?|months?) (?:ago|before|earlier))\b",
    re.I,
)
_NO_CHECK = re.compile(
    rf"\b(?:(?:has|have|had) (?:gone|been|stood|run) without (?:an? |any )?(?:{_CHECKING})s?|"
    rf"(?:has|have|had) not been (?:{_CHECK})|(?:was|were) (?:last|most recently) (?:{_CHECK})) "
    r"(?:since|in) (?:the )?(?P<year>(?:19|20)\d\d)s?\b",
    re.I,
)
_LOOKED = rf"(?:{_CHECK}|looked (?:at|over)|surveyed|gone over|been to see|seen|vetted)"
_CHECKER = (
    r"(?:engineer|inspector|surveyor|mechanic|technician|official|expert|electrician|diver|specialist|vet|doctor|"
    r"auditor|fitter)s?"
)
_LATELY = (
    r"(?:(?:only )?last (?:week|month|spring|summer|autumn|winter|year)|this (?:week|month|year|spring|summer|autumn)|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! (?:19|"
    r"20)\d\d)|"
    r"(?:only )?(?:[a-z]+|\d+) (?:days?|weeks?|months?) (?:ago|before|earlier))"
)
# The checker acts, and what is checked is the object.
_CHECKED = re.compile(
    rf"\b{_CHECKER} (?:from [\w ]{{2,30}} )?(?:had |has |have )?(?:{_CHECK}|looked (?:at|over)|surveyed) "
    rf"(?P<what>(?:the|its|their) [\w ]{{2,30}}?) {_LATELY}\b",
    re.I,
)
_UNCHECKED = re.compile(
    rf"\b(?:nobody|no one|no (?:\w+ )?{_CHECKER}) (?:had |has |have )?{_LOOKED} (?P<what>(?:the|its|"
    rf"their) [\w ]{{2,30}}?) "
    r"(?:since|after) (?:the )?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|(?-i:may)|might|could|would|should|not clear|unclear|allegedly|reportedly|"
    r"some|most|many|half|part|parts|partly|partially)\b",
    re.I,
)
# What happened once does not change from one day to the next.
_EVENTS = frozenset({"run", "found", "checked"})
_DATELINE = re.compile(r"^[^\W\d_][^-–—]{1,40} [-–—] ")
_DEFINITE = frozenset("the its his her their this that these those both all".split())
# What sets one of several of a kind apart: what only one side says may be another of them.
_APART = frozenset(
    "north south east west northern southern eastern western upper lower first second third left right "
    "old new main front back rear inner outer other".split()
)


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """The states a sentence puts things in."""
    if _UNREAL.search(noun_phrases.without_insertions(text)):
        return
    for state in _STATES:
        for match in state.predicate.finditer(text):
            mark = _of_thing(text, match, state, lexicon)
            if mark:
                yield mark
    for pattern, side in ((_LAST_CHECK, "lately"), (_NO_CHECK, "long ago")):
        for match in pattern.finditer(text):
            mark = _of_thing(text, match, _State("checked", side, pattern), lexicon)
            if mark:
                yield mark
    for pattern, side in ((_CHECKED, "lately"), (_UNCHECKED, "long ago")):
        for match in pattern.finditer(text):
            mark = _put(match, match["what"], _State("checked", side, pattern), lexicon)
            if mark:
                yield mark


def _without_dateline(phrase: str) -> str:
    """The phrase behind "TAMBER, Oct 9 - ", whose capital is then no name's."""
    behind = _DATELINE.sub("", phrase)
    return behind if behind == phrase else behind[:1].lower() + behind[1:]


def _of_thing(text: str, match: re.Match[str], state: _State, lexicon: Lexicon) -> Mark | None:
    if state.takes_object:
        phrase = noun_phrases.object_behind(text, match.end())
    else:
        phrase = _without_dateline(noun_phrases.subject_before(text, match.start()))
    return _put(match, phrase, state, lexicon)


def _put(match: re.Match[str], phrase: str, state: _State, lexicon: Lexicon) -> Mark | None:
    """The state that `match` puts the head of `phrase` in."""
    if noun_phrases.is_pronoun(phrase):
        return None
    content = lexicon.read(phrase)
    terms = noun_phrases.before_head_ends(content)
    if not terms:
        return None
    if not (content.names or content.tokens[0].word in _DEFINITE):
        # "Schools were closed", and elsewhere they were open.
        return None
    before_head = content.names & set(terms[:-1])
    apart = {token.word for token in content.tokens} & _APART
    return Mark(
        group=f"state {state.opposition}",
        matter=f"{state.opposition} {terms[-1]}",
        type="other",
        words=match[0],
        start=match.start(),
        end=match.end(),
        side=state.side,
        about=frozenset(content.names - {terms[-1]} | apart),
        is_loose=not (apart or before_head),
        order=state.order,
        may_change=state.opposition not in _EVENTS,
        before=int(match["year"]) if "year" in state.predicate.groupindex else None,
    )

"""Who did what one alone can have done: owns the ship, called the match off, found the lost, drew up the plan, was the
first to warn. Knows nothing of other sentences.

Who did not do it is told as well: "it was the envoy, and not her hosts, who walked out".
"""

import re
from collections.abc import Iterator

from service.steps.comparing.commitments import actors
from service.steps.comparing.commitments.mark import Mark
from service.steps.vocabulary.content_words import Lexicon

_WHO = r"(?P<who>[^,;:.!?\n]{2,80})"
_BE = r"(?:is|was|are|were|had been|has been|have been|being)"
_VESSEL = (
    r"(?:ship|vessel|tanker|ferry|boat|trawler|freighter|yacht|barge|liner|plane|aircraft|jet|mine|club|"
    r"painting)"
)
_GAME = (
    r"(?:match|game|race|tie|fixture|final|contest|concert|show|gig|festival|rally|march|parade|evening|night|"
    r"performance|play)"
)
_LOST = (
    r"(?:them|her|him|(?:the|all) (?:\w+ )?(?:lost|missing|stranded|trapped) \w+|the (?:\w+ )?(?:climbers?|hikers?|"
    r"walkers?|skiers?|boys?|girls?|child(?:ren)?|toddler|divers?|sailors?|survivors?|miners?|pair|couple|party|group|"
    r"trio|four|three|two))"
)
_SEEN = (
    r"(?:found|spotted|located|discovered|picked out|came (?:up)?on|came across|stumbled (?:up)?on|tracked down|"
    r"sighted)"
)
_PLAN = (
    r"(?:plan|plans|cuts|closure|scheme|proposals?|reform|merger|sale|takeover|redundanc(?:y|ies)|restructuring|"
    r"decision|move|strategy|overhaul|layoffs|lay-offs|job losses)"
)
_WARNING = (
    r"(?:warn(?:ed)?|alert(?:ed)?|told|tell|inform(?:ed)?|notif(?:y|ied)|report(?:ed)?|raised? the alarm|"
    r"call(?:ed)? (?:the )?(?:police|emergency services)|tipped off|rang|blew the whistle|sounded the alarm)"
)
_OUT = (
    r"(?:walked out(?! (?:with|alive|unhurt))|stormed out|(?:quit|left|abandoned|deserted) the (?:table|talks|"
    r"room|negotiations|chamber|"
    r"conference|summit|meeting)|broke off the talks|pulled out of the talks)"
)
_OFF = (
    rf"(?:called (?:the |its |that )?{_GAME} off|called off the {_GAME}|abandoned the {_GAME}|"
    rf"stopped the {_GAME}|cancell?ed the {_GAME}|declared (?:the |that )?(?:\w+ )?{_GAME} (?:over|finished|"
    rf"at an end)|ended the {_GAME}|pulled the plug on the {_GAME}|postponed the {_GAME}|halted the {_GAME})"
)
_IMPOSED = (
    r"(?:forced through|pushed through|drawn up|devised|ordered|imposed|thought up|conceived|dreamt up|dreamed up|"
    r"masterminded|designed|drafted|instigated|initiated)"
)
_BEHIND = tuple(
    (matter, re.compile(frame, re.I))
    for matter, frame in (
        (
            "own vessel",
            rf"\b{_VESSEL}\b[^;:.!?]{{0,90}}?\b(?:{_BE} (?:jointly )?owned by|belong(?:s|ed) to|is the property of|"
            rf"was the property of|(?:is|was) in the hands of) {_WHO}",
        ),
        (
            "call-off game",
            rf"\b{_GAME} (?:{_BE} )?(?:called off|abandoned|stopped|cancell?ed|halted|postponed) by {_WHO}",
        ),
        ("find lost", rf"\b{_LOST} {_BE} {_SEEN} by {_WHO}"),
        ("find lost", rf"\bled (?P<who>[^;:.!?\n]{{2,80}}?) to {_LOST}"),
        ("author plan", rf"\b{_PLAN} {_BE} {_IMPOSED} (?:[a-z ]{{0,20}})?by {_WHO}(?P<aside>, [^,;.]{{2,40}},)?"),
        (
            "author plan",
            rf"\b{_PLAN} {_BE} (?:(?:all )?the (?:work|idea|brainchild|invention|creation|handiwork) of|the doing of) "
            rf"{_WHO}",
        ),
        ("author plan", rf"\bthe architect of the {_PLAN},? {_BE} {_WHO}"),
        (
            "first warn",
            r"\b(?:knew|known|heard|suspected|been told) nothing(?: of (?:it|this))?,? (?:until|till|before) "
            rf"(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)\b(?:, [^,;.]{{2,60}},)? (?:had )?{_WARNING}",
        ),
        (
            "first warn",
            rf"\b[Ii]t was (?P<who>[^;:.!?\n]{{2,60}}?) (?:that|who) (?:had )?(?:first {_WARNING}|"
            rf"{_WARNING} \w+ first)",
        ),
    )
)
_BEFORE = tuple(
    (matter, re.compile(frame, re.I))
    for matter, frame in (
        ("own vessel", rf"\bowns the {_VESSEL}\b"),
        ("call-off game", rf"\b{_OFF}\b"),
        ("find lost", rf"\b(?:had )?{_SEEN} {_LOST}(?! (?:guilty|dead))\b|\bpicked {_LOST} out\b"),
        (
            "author plan",
            rf"\b(?:devised|drew up|forced through|pushed through|ordered|imposed|conceived) the {_PLAN}\b",
        ),
        ("first warn", rf"\bwas (?:the )?first to {_WARNING}\b|\bfirst {_WARNING} (?:the|it)\b"),
    )
)
_NOT_THEY = re.compile(
    r"\b(?:it was )?(?P<who>[^,;:.!?\n]{3,60}), (?:and )?not (?P<other>[^,;:.!?\n]{2,60}), "
    rf"(?:who |that )?(?:had |has )?(?P<deed>{_OUT})",
    re.I,
)
_WENT_OUT = re.compile(rf"(?<!never )(?<!not )\b(?P<deed>{_OUT})\b", re.I)
_DENIED_OUT = re.compile(
    r"\b(?:did not|didn['’]t|never|had not|at no point) (?:walk out|storm out|walked out|quit the (?:table|talks)|"
    r"leave the (?:table|talks|room)|left the (?:table|talks|room))\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|n['’]t)\b", re.I)
_WORTH_READING = re.compile(
    r"\b(?:own|belong|property|hands of|called|abandon|stop|cancel|halt|postpon|declar|ended|plug|found|spot|locat|"
    r"discover|picked|came|stumbl|track|sight|led|work|idea|brainchild|forced|pushed|drawn|drew|devis|order|impos|"
    r"conceiv|thought|dream|master|design|draft|instig|initi|architect|doing|invention|creation|first|nothing|walk|"
    r"storm|quit|left|leave|broke|pulled|handiwork)",
    re.I,
)


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """Whom a sentence names as the doer of what one alone can have done."""
    if not _WORTH_READING.search(text):
        return
    yield from _who_left(text, lexicon)
    for matter, pattern in _BEHIND:
        for match in pattern.finditer(text):
            who = match["who"] + (match.groupdict().get("aside") or "")
            if not _is_denied(text, match):
                yield from _mark(match, matter, actors.read(who, lexicon))
    for matter, pattern in _BEFORE:
        for match in pattern.finditer(text):
            if not _is_denied(text, match):
                yield from _mark(match, matter, actors.before(text, match.start(), lexicon))


def _is_denied(text: str, match: re.Match[str]) -> bool:
    """Whether the deed is negated, or only supposed; what follows upon it does not count."""
    return bool(_NOT.search(text[: match.end()])) or actors.is_supposed(text, match.start(), match.end())


def _who_left(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    contrast = _NOT_THEY.search(text)
    if contrast:
        yield from _mark(contrast, "leave talks", actors.read(contrast["who"], lexicon), "left")
        yield from _mark(contrast, "leave talks", actors.read(contrast["other"], lexicon), "stayed")
        return
    for match in _WENT_OUT.finditer(text):
        if not actors.is_supposed(text, match.start(), match.end()):
            yield from _mark(match, "leave talks", actors.before(text, match.start(), lexicon), "left")
    for match in _DENIED_OUT.finditer(text):
        yield from _mark(match, "leave talks", actors.before(text, match.start(), lexicon), "stayed")


def _mark(match: re.Match[str], matter: str, who: frozenset[str], side: str = "") -> Iterator[Mark]:
    """With a side, the doers are whom it is about; without, they are what two sentences may part over."""
    if who:
        yield Mark(
            group=f"deed {matter}",
            matter=matter,
            type="identity",
            words=match[0],
            start=match.start(),
            end=match.end(),
            side=side,
            keys=frozenset() if side else who,
            about=who if side else frozenset(),
        )

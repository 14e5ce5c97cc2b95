"""That there was none of a kind, or that there were some: "not one box was lifted", "four ships were unloaded".

Knows nothing of other sentences. Kinds and deeds are classes of words that stand for each other in the news. Deeds
that go on coming (arrests, deaths, finds) are left to the figures: none so far and three later are news, not conflict.
"""

import re
from collections.abc import Iterator

from service.steps.comparing.commitments.mark import Mark
from service.steps.vocabulary.content_words import Lexicon

# One line, one kind: its name, then its words.
_KINDS = """
cargo: box(?:es)?|containers?|crates?|(?:container |cargo )?ships?|freighters?|cargo(?:es)?|pallets?|barges?
operation: operations?|surger(?:y|ies)|procedures?
flight: flights?|planes?|departures?
train: trains?|services?|trams?|metros?
sailing: ferr(?:y|ies)|sailings?|crossings?
match: match(?:es)?|games?|fixtures?|races?
lesson: lessons?|class(?:es)?|lectures?|exams?
show: shows?|performances?|concerts?|screenings?
home: homes?|houses?|flats?|buildings?|properties
shop: shops?|stores?|restaurants?|cafes?|bars?
school: schools?|nurser(?:y|ies)|colleges?
shot: shots?|bullets?|rounds?|rockets?|missiles?|tear gas
warning: warnings?|alarms?|alerts?|sirens?
ballot: ballots?|votes?|ballot papers
weapon: weapons?|guns?|knives|pistols?|rifles?
tree: trees?|oaks?|limes?|elms?
tickets: tickets?|seats?|passes
job: jobs?|posts?|positions?
line: roads?|streets?|lines?|bridges?|stations?
person: people|persons?|patients?|bab(?:y|ies)|residents?|passengers?|child(?:ren)?|m[ae]n|wom[ae]n|workers?
"""
# Deeds done to one: "was lifted", "had been unloaded".
_DEEDS = """
handled: lifted|unloaded|loaded|handled|discharged|landed
called off: cancelled|canceled|postponed|put off|called off|abandoned|scrapped
damaged: damaged|destroyed|burned|burnt|flooded|hit|looted
closed: closed|shut
fired: fired|shot|launched
sounded: sounded|given|issued|sent out
invalid: spoiled|spoilt|rejected|disallowed|declared invalid
seized: seized|confiscated|taken away
felled: felled|cut down|uprooted
sold: sold
cut: cut|axed|shed
checked: searched|checked|screened
"""
_SOME = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several|dozens of|"
    r"scores of|hundreds of|a dozen|many|a few)"
)
_NO = r"(?:no|not one|not a single|none of the|no single)"
_BETWEEN = r"(?:[\w'’-]+ ){0,2}?"
_BE = r"(?:was|were|has been|have been|had been)"
_MOVED = "taken|driven|moved|transferred|flown|airlifted|transported|evacuated|sent|rushed|ferried"
_HOSPITAL = r"(?:General|Hospital|Infirmary|Clinic|Medical Cent(?:re|er))"
_UNREAL = re.compile(
    r"\b(?:if|whether|(?-i:may)|might|could|would|should|will|expect\w*|almost|nearly|yet|so far)\b", re.I
)

_Reading = tuple[str, str, re.Pattern[str]]


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """Of which kinds a sentence says there were none, or some."""
    if _UNREAL.search(text):
        return
    for match in _COUNTED.finditer(text):
        matter = f"{_class_of(match['kind'], _KIND_WORDS)} {_class_of(match['deed'], _DEED_WORDS)}"
        yield _mark(matter, "none" if match["none"] else "some", match)
    for matter, side, pattern in _READINGS:
        for match in pattern.finditer(text):
            yield _mark(matter, side, match)


def _mark(matter: str, side: str, match: re.Match[str]) -> Mark:
    return Mark(
        group=f"none {matter}",
        matter=matter,
        type="negation",
        words=match[0],
        start=match.start(),
        end=match.end(),
        side=side,
    )


def _class_of(word: str, classes: dict[str, re.Pattern[str]]) -> str:
    return next(name for name, words in classes.items() if words.fullmatch(word))


def _compile() -> Iterator[_Reading]:
    kinds = _table(_KINDS)
    for kind in ("operation", "flight", "train", "sailing", "match", "lesson", "show"):
        yield from _gone_ahead(f"{kind} called off", kinds[kind])
    yield from _treated(kinds["operation"], kinds["person"])
    yield from _moved(kinds["person"])


def _gone_ahead(matter: str, words: str) -> Iterator[_Reading]:
    """None called off, said the other way round."""
    stopping = r"(?:stop|cancel|postpone|delay|call off|put off|scrap)"
    yield (
        matter,
        "none",
        _fold(rf"\b(?:did not|didn['’]t|never) {stopping} (?:a single|one|any) {_BETWEEN}(?:{words})\b"),
    )
    yield (
        matter,
        "none",
        _fold(rf"\b(?:all|every)(?: of)?(?: the)? {_BETWEEN}(?:{words}) (?:went ahead|took place|ran|left) ?"),
    )


def _treated(operations: str, persons: str) -> Iterator[_Reading]:
    """Operations by those who were to have them."""
    matter = "operation called off"
    everybody = rf"(?:every(?:body|one)|all(?: the)? (?:{persons})|every (?:{persons}))"
    away = r"(?:sent home|turned away|sent away)"
    due = rf"(?:under the knife|operated on|for (?:an? )?(?:{operations}))"
    yield (
        matter,
        "none",
        _fold(rf"\b{everybody}\b[^,;.]{{0,60}}? (?:had|got|underwent) (?:their|the) (?:{operations})\b"),
    )
    yield (
        matter,
        "some",
        _fold(rf"\b{_SOME} {_BETWEEN}(?:{persons})\b[^;.]{{0,60}}?\b{due}\b[^;.]{{0,40}}? {_BE} {away}\b"),
    )
    yield (
        matter,
        "some",
        _fold(rf"\b{_SOME} {_BETWEEN}(?:{persons}) {_BE} {away} without (?:the|their|an?) (?:{operations})\b"),
    )


def _moved(persons: str) -> Iterator[_Reading]:
    """Patients taken from the hospital the story is about to another, which is named."""
    matter = "moved to another hospital"
    elsewhere = r"(?:(?:another|any other|a different) hospital|other hospitals)"
    nobody = rf"(?:nobody|no one|{_NO} (?:{persons}))"
    who = rf"(?:{_SOME}|one|the) {_BETWEEN}(?:{persons})"
    named = rf"(?:{elsewhere}|[A-Z][\w'’.]+(?: [A-Z][\w'’.]+){{0,3}}? {_HOSPITAL})"
    yield matter, "none", _fold(rf"\b{nobody} (?:else )?{_BE} (?:{_MOVED}) to {elsewhere}\b")
    yield matter, "some", re.compile(rf"\b(?i:{who} {_BE} (?:{_MOVED}) (?:[\w ]{{0,30}}? )?to) {named}\b")


def _fold(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def _table(lines: str) -> dict[str, str]:
    return dict(line.split(": ") for line in lines.strip().splitlines())


_KIND_WORDS = {name: _fold(words) for name, words in _table(_KINDS).items()}
_DEED_WORDS = {name: _fold(words) for name, words in _table(_DEEDS).items()}
_COUNTED = _fold(
    rf"\b(?:(?P<none>{_NO})|{_SOME}) {_BETWEEN}(?P<kind>{'|'.join(_table(_KINDS).values())}) {_BE} "
    rf"(?P<deed>{'|'.join(_table(_DEEDS).values())})\b"
)
_READINGS = tuple(_compile())

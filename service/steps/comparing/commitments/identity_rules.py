"""Who filled a part that one alone can fill: at the controls, first on the scene, builder of the bridge, what fell.

Knows nothing of other sentences. Offices that several hold, or that pass on, are not read.
"""

import re
from collections.abc import Iterator

from service.models import ConflictType
from service.steps.comparing.commitments import noun_phrases
from service.steps.comparing.commitments.mark import Mark
from service.steps.vocabulary.content_words import Lexicon

_NAME = r"(?P<name>[A-Z][\w'’.-]+(?: (?:van|von|de|der|da|al|bin|ten|le|la|di|du))*(?: [A-Z][\w'’.-]+){1,3})"
_ROLE = (
    r"(?P<role>driver|pilot|captain|skipper|helmsman|gunman|attacker|shooter|bomber|hijacker|winner|buyer|conductor)"
)
_OF = r"(?: of (?:the|a) (?P<of>[a-z][a-z -]{2,30}))?"
_AT_CONTROLS = r"(?:at the (?:controls|wheel|helm)|in the (?:driver['’]s|pilot['’]s) seat|behind the wheel)"
_BUILT = "built|erected|constructed|put up"
_MADE = {"built": "build", "erected": "build", "constructed": "build", "put up": "build", "work": "build"} | {
    word: word for word in ("designed", "founded", "invented", "discovered", "painted", "composed")
}
_NOUN_OF_NAME = r"Bridge|Tunnel|Dam|Tower|Hotel|Hall|Stadium|Pier|Viaduct|Mill|Church|School|Theatre|Arena|Crane|Mine"
_FELL = (
    r"collapsed|folded|fell|gave way|caved in|crumbled|came down|dropped into|plunged|crashed down|burned down|"
    r"burnt down|was destroyed|toppled|broke apart|snapped"
)
_ROLES = tuple(
    re.compile(frame)
    for frame in (
        rf"(?i:\b(?:its|the|their)) (?:(?P<kind>[a-z]+) )?{_ROLE}{_OF}, {_NAME}(?=,| was| had|$)",
        rf"(?i:\b{_AT_CONTROLS})(?:, [^,]{{1,40}},)? (?:was|sat|were) {_NAME}",
        rf"\b{_NAME}(?:, \d+,)? (?:was|had been|sat) (?:alone )?{_AT_CONTROLS}\b",
        rf"(?i:\bthe) (?:(?P<kind>[a-z]+) )?{_ROLE}{_OF} was (?:named (?:by [a-z ]+ )?as |identified as )?{_NAME}",
        rf"\b{_NAME}, the (?:(?P<kind>[a-z]+) )?{_ROLE}{_OF}\b",
    )
)
_FIRST = tuple(
    re.compile(frame)
    for frame in (
        # "The first ambulance to arrive" may come after the first neighbour.
        r"(?i:\bthe first) (?:(?:vessel|ship|boat|craft|person|people|one|rescuers?|help|helpers?|team|crew) )?"
        r"(?:to (?:reach|arrive|get|come)|on the scene|alongside|at the scene)\b[^,;.]{0,40}? "
        r"(?:was|were) (?P<who>[^,;.]{3,60})",
        r"(?:^|, |and |but )(?P<who>[A-Z]?[^,;.]{3,60}?) (?:was|were) (?:the )?first "
        r"(?:to (?:reach|arrive|get|come)|alongside|on the scene|at the scene|there)\b",
    )
)
_MAKERS = tuple(
    re.compile(frame)
    for frame in (
        rf"(?P<who>[A-Z][^,;.]{{2,60}}?) (?P<made>{_BUILT}|designed|founded) (?:the|this) "
        r"(?P<what>[a-z][a-z -]{2,30}?)"
        r"(?= (?:in|for|to|as|at|on|between|with)\b|[,.;]|$)",
        rf"(?i:\bthe) (?P<what>[a-z][a-z -]{{2,30}}?),? (?:which )?(?:was|had been|were) "
        rf"(?P<made>{_BUILT}|designed|founded)"
        r"(?: in \d{4})? by (?P<who>[^;.]{3,70}?)(?= (?:in|for|to|as|at|which|who)\b|[;.]|$)",
        r"(?i:\bthe) (?P<what>[a-z][a-z -]{2,30}?) (?:was|is) the (?P<made>work) of (?P<who>[^;.]{3,80}?)"
        r"(?=,? (?:in|for|to|as|at|which|who)\b|[;.]|$)",
    )
)
_FALLEN = re.compile(
    rf"(?i:\bthe) (?P<name>(?:[A-Z][\w'’-]+ ){{1,3}})(?P<what>{_NOUN_OF_NAME})\b"
    rf"(?P<aside>, [^,;.]{{1,80}},| (?:at|in|near|over|outside) [^,;.]{{2,40}}?)? (?:had |has )?(?:{_FELL})\b"
)
_UNSURE = re.compile(
    r"\b(?:not|never|n['’]t|(?-i:may)|might|could|would|if|whether|almost|nearly|claim\w*|one of)\b", re.I
)


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """Who or what fills the parts a sentence tells of."""
    if _UNSURE.search(text):
        return
    for frame in _ROLES:
        yield from (mark for m in frame.finditer(text) if (mark := _in_role(m, lexicon)))
    for frame in _FIRST:
        yield from (mark for m in frame.finditer(text) if (mark := _first(m, lexicon)))
    for frame in _MAKERS:
        yield from (mark for m in frame.finditer(text) if (mark := _maker(m, lexicon)))
    for match in _FALLEN.finditer(text):
        yield _fallen(match, lexicon)


def _in_role(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    groups = match.groupdict()
    role = groups.get("role") or "driver"
    narrowing = f"{groups.get('kind') or ''} {groups.get('of') or ''}"
    return _named(match, f"role {role}", match["name"], lexicon, lexicon.read(narrowing).stems)


def _first(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    return _named(match, "first", match["who"], lexicon, frozenset())


def _maker(match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    what = noun_phrases.head(match["what"], lexicon)
    made = _MADE[match["made"].lower()]
    return _named(match, f"{made} {what}", match["who"], lexicon, frozenset()) if what else None


def _fallen(match: re.Match[str], lexicon: Lexicon) -> Mark:
    """What fell goes by all the names the sentence gives it."""
    names = lexicon.read(f"{match['name']}{match['aside'] or ''}").names
    return _mark(match, f"fallen {match['what'].lower()}", (f"{match['name']}{match['what']}", names))


def _named(match: re.Match[str], matter: str, words: str, lexicon: Lexicon, about: frozenset[str]) -> Mark | None:
    content = lexicon.read(words)
    keys = content.keys
    return _mark(match, matter, (words.strip(), keys), about) if keys else None


def _mark(
    match: re.Match[str], matter: str, who: tuple[str, frozenset[str]], about: frozenset[str] = frozenset()
) -> Mark:
    type_: ConflictType = "identity"
    return Mark(
        group=f"identity {matter.split()[0]}",
        matter=matter,
        type=type_,
        words=who[0],
        start=match.start(),
        end=match.end(),
        keys=who[1],
        about=about,
    )

"""What became of somebody named by a part in the event: the driver is among the dead, or was questioned by the police.

Knows nothing of other sentences. Only parts that one alone fills are read. Dying of one's injuries later is no
contradiction of having been in hospital, so only what the dead cannot do counts as living.
"""

import re
from collections.abc import Iterator

from service.steps.comparing.commitments.mark import Mark
from service.steps.vocabulary.content_words import Lexicon

_ROLE = (
    r"(?P<role>driver|pilot|captain|skipper|conductor|gunman|attacker|cyclist|rider|climber|diver|"
    r"caretaker|helmsman|stewardess|co-pilot|lookout|guard)"
)
_KIND = r"(?:the|its|their) (?:(?P<kind>[a-z]+) )?"
_OF = r"(?: of (?:the|a|an|that) (?P<of>[a-z][a-z -]{2,30}?))?"
_ASIDE = r"(?:, [^,;.]{2,40},(?: \d+,)?)?"
_DOES_LIVE = (
    r"(?:got out|escaped|walked away(?! from (?:talks|negotiations|the (?:table|deal)|a deal))|walked free|"
    r"fled|survived(?! (?:a|an|the) (?:vote|challenge|bid|scandal|motion|purge))|crawled out|climbed out|swam ashore|"
    r"(?:was|has been|had been|is being|was being) (?:later |also )?(?:questioned|interviewed|arrested|detained|"
    r"released|rescued alive|pulled out alive|found alive))"
)
_DIED = r"(?:was (?:also )?(?:killed|found dead)|died|had died|lost (?:his|her) life)"
_BADLY = (
    r"broke (?:both|two|his|her|a|an|several)\b|broken (?:legs?|arms?|pelvis|back|neck|ribs?|bones?)|fractur\w+|"
    r"critical(?:ly)?\b|(?:seriously|badly|severely) (?:hurt|injured|burned|burnt)|in a coma|fighting for"
)
_LIGHTLY = (
    r"(?:escaped|got away|walked away|came away|got off) (?:unhurt|unharmed|uninjured|unscathed|without a scratch|"
    r"with (?:only |just |nothing worse than |no more than |a few )?"
    r"(?:bruises|scratches|cuts|minor|light|slight|shock))|"
    r"was (?:unhurt|unharmed|uninjured|unscathed|(?:slightly|lightly) (?:hurt|injured))"
)
_READINGS = tuple(
    (opposition, side, re.compile(pattern, re.I))
    for opposition, side, pattern in (
        (
            "alive",
            "dead",
            rf"\b(?:one|two|three|several) of (?:the|those) (?:dead|killed|victims)(?: was| were|,) {_KIND}{_ROLE}{_OF}"
            r"(?=[,.;]|$| who\b| in\b| on\b)",
        ),
        (
            "alive",
            "dead",
            rf"\b{_KIND}{_ROLE}{_OF}{_ASIDE} {_DIED}\b",
        ),
        ("alive", "alive", rf"\b{_KIND}{_ROLE}{_OF}{_ASIDE} {_DOES_LIVE}\b"),
        ("hurt", "badly", rf"\b(?P<kind>[a-z]+ )?{_ROLE}\b[^;.]{{0,80}}?\b(?:{_BADLY})"),
        ("hurt", "lightly", rf"\b(?P<kind>[a-z]+ )?{_ROLE}\b[^;.]{{0,80}}?\b(?:{_LIGHTLY})"),
    )
)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|(?-i:may)|might|could|would|not|never|n['’]t|almost|nearly|second|other|another)\b", re.I
)
# Words before a part that do not tell one of several from another.
_PLAIN = frozenset("a an the its their his her was were by of and with".split())


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """What a sentence says became of those who fill a part."""
    if _UNREAL.search(text):
        return
    for opposition, side, pattern in _READINGS:
        for match in pattern.finditer(text):
            yield _mark(match, opposition, side, lexicon)


def _mark(match: re.Match[str], opposition: str, side: str, lexicon: Lexicon) -> Mark:
    groups = match.groupdict()
    kind = (groups.get("kind") or "").strip().lower()
    narrowing = f"{'' if kind in _PLAIN else kind} {groups.get('of') or ''}"
    return Mark(
        group=f"fate {opposition}",
        matter=f"{opposition} {match['role'].lower()}",
        type="other",
        words=match[0],
        start=match.start(),
        end=match.end(),
        side=side,
        about=lexicon.read(narrowing).stems,
    )

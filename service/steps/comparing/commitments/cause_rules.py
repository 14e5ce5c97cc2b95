"""What a sentence names as the cause of the event: "a short circuit started the fire", "blamed on a broken rail".

Knows nothing of other sentences. What is supposed, denied or only likely is no cause named; nor is whom somebody
blames, or where a fire began.
"""

import re
from collections.abc import Iterator

from service.steps.comparing.commitments import noun_phrases
from service.steps.comparing.commitments.mark import Mark
from service.steps.vocabulary.content_words import Lexicon

# One line, one kind of event. "accident", "disaster" and the like fit any.
_EVENTS = """
fire blaze inferno wildfire
crash collision derailment pile-up crash-landing
explosion blast
collapse cave-in
outage blackout
flood flooding deluge
leak spill
avalanche landslide mudslide rockfall slide
sinking capsizing shipwreck
outbreak epidemic illness sickness poisoning
stampede crush
delay delays disruption
accident disaster tragedy incident catastrophe failure
"""
_ANY = "accident"
_KINDS = {word: line.split()[0] for line in _EVENTS.strip().splitlines() for word in line.split()}
_SET_FIRE = frozenset(("flames", "set fire to", "set ablaze", "set alight", "ablaze", "alight", "on fire"))
_EVENT = r"(?P<event>power (?:cut|failure)|" + "|".join(sorted(_KINDS, key=len, reverse=True)) + r")s?"
_CAUSE = r"(?P<cause>[^,;:.!?\n]{3,120}?)"
_TO = r"(?P<cause>[^,;:.!?\n]{3,120})"
_WAS = r"(?:was|were|is|had been|has been|being)"
_MADE = (
    "started|caused|sparked|triggered|ignited|provoked|set off|brought about|led to|kindled|unleashed|"
    "was behind|was to blame for|were to blame for|was responsible for|were responsible for|was the cause of|"
    "resulted in|touched off|released|brought on|accounted for"
)
# Deeds that are the event itself: "blacked out half the town", "made forty guests ill".
_DONE = {
    "outage": r"blacked out|knocked out (?:the )?(?:power|electricity)|cut (?:off )?(?:the )?(?:power|electricity)|"
    r"left [^,;:.]{3,60}? (?:without|with no) (?:power|electricity)|plunged [^,;:.]{3,60}? into darkness",
    "outbreak": r"made [^,;:.]{3,60}? (?:ill|sick|unwell)|sickened|poisoned|left [^,;:.]{3,60}? (?:ill|sick|vomiting)",
    "crash": r"derailed|brought down",
    "sinking": r"sank|capsized|holed",
    "flood": r"flooded|inundated",
}
# What happened, told by a verb: "crashed because of black ice".
_HAPPENED = {
    "collapse": r"collapsed|gave way|caved in|fell down",
    "crash": r"crashed|derailed|came off the (?:tracks|rails|road)|overturned|left the (?:rails|road|track)",
    "sinking": r"sank|capsized|went down",
    "explosion": r"exploded|blew up",
    "fire": r"burned down|burnt down|caught fire|went up in flames",
    "outbreak": r"fell ill|(?:was|were) taken ill|fell sick",
}
_BECAUSE = r"(?:because of|due to|owing to|as a result of|thanks to|on account of)"
_DIED = r"(?P<died>(?:had )?died (?:of|from)|(?:was|were|had been) killed by|succumbed to)"
_FAILS = (
    "overheated|failed|short-circuited|ignited|caught fire|burst|snapped|gave way|exploded|leaked|broke|cracked|"
    "malfunctioned|ruptured|jammed|seized|buckled|fractured|sheared|blew up|sparked|shorted|came loose|derailed"
)
_FRAMES = tuple(
    re.compile(frame, re.I)
    for frame in (
        rf"(?:^|[,;:]\s|\bthat\s){_CAUSE} (?:had |has |have )?(?:{_MADE}) (?:the |this |that |\w+['’]s )"
        rf"(?:[\w-]+ ){{0,3}}?{_EVENT}\b",
        rf"\b{_EVENT}\b[^,;:.!?\n]{{0,60}}? {_WAS} (?:caused|started|sparked|triggered|set off|"
        rf"ignited|brought about|touched off|provoked) by {_TO}",
        rf"\b{_EVENT}\b[^,;:.!?\n]{{0,60}}? {_WAS} (?:due to|down to|put down to|blamed on|traced to|"
        rf"attributed to|the result of|a result of) {_TO}",
        rf"\bcause of the (?:[\w-]+ ){{0,2}}?{_EVENT} (?:was|had been|is) {_TO}",
        rf"\b{_EVENT}\b[^,;:.!?\n]{{0,30}}? (?:had |has )?(?:started|began|begun|broke out|happened|occurred|erupted) "
        rf"(?:when|after|because|as) (?P<cause>[^,;:.!?\n]{{3,80}}? (?:had )?(?:{_FAILS})\b)",
        rf"\bblam(?:ed|es|ing) (?P<cause>[^,;:.!?\n]{{3,90}}?) for the (?:[\w-]+ ){{0,3}}?{_EVENT}\b",
        # "Lightning struck the tank, and the flames that followed ...": the event grew from the first.
        r"(?:^|[,;:–—-] )(?P<cause>[^,;:.!?\n]{3,120}?), (?:and|with|sending|setting|causing|sparking|igniting) "
        rf"(?:off )?(?:the |an? )(?:[\w-]+ ){{0,2}}?(?P<event>flames|{'|'.join(sorted(_KINDS))}) "
        r"(?:that|which) (?:followed|resulted|ensued)\b",
        r"(?:^|[,;:–—-] )(?P<cause>[^,;:.!?\n]{3,120}?), (?:setting off|causing|sparking|igniting|triggering|starting|"
        rf"unleashing) (?:the |an? )(?:[\w-]+ ){{0,3}}?{_EVENT}\b",
        rf"(?:^|[,;:]\s|\bthat\s){_CAUSE} (?:had |has )?(?P<event>set (?:fire to|ablaze|alight)) (?:the|this|its)\b",
        rf"(?:^|[,;:]\s|\bthat\s){_CAUSE} (?:had |has )?set (?:the|this|"
        rf"its) (?:[\w-]+ ){{1,4}}?(?P<event>ablaze|alight|on fire)\b",
        rf"(?:^|[,;:]\s|\bthat\s){_CAUSE} (?:had |has |have )?(?P<done>{'|'.join(_DONE.values())})\b",
        rf"\b(?P<happened>{'|'.join(_HAPPENED.values())})\b[^,;:.!?\n]{{0,40}}? {_BECAUSE} {_TO}",
        rf"\b{_EVENT}\b[^,;:.!?\n]{{0,60}}? {_BECAUSE} {_TO}",
        rf"\b(?:traced|attributed|put|ascribed) (?:the |this )?(?:[\w-]+ ){{0,2}}?{_EVENT}\b[^,;:.!?\n]{{0,80}}? "
        rf"(?:down )?to {_TO}",
        rf"(?:^|[,;:]\s|\bthat\s)(?P<who>[^;:.!?\n]{{3,120}}?) {_DIED} {_TO}",
        r"\bblam(?:ed|es|ing) (?P<cause>(?!.*\bfor\b)[^,;:.!?\n]{3,120})",
    )
)
# The words without which no frame fits; most sentences have none of them.
_WORTH_READING = re.compile(
    rf"\b(?:{_MADE}|blam|cause|due to|down to|traced|attributed|result|followed|ensued|setting|causing|"
    rf"sparking|igniting|triggering|starting|unleashing|set fire|ablaze|alight|on fire|{_FAILS}|"
    rf"{'|'.join(_DONE.values())}|{_BECAUSE}|ascribed|put|{_DIED.replace('?P<died>', '?:')})",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:(?-i:may)|might|could|would|possibl[ey]|probabl[ey]|perhaps|likely|suspect\w*|whether|if|suggest\w*|"
    r"theor\w+|"
    r"believed|thought|appear\w*|seem\w*|no|not|never|n['’]t|unclear|unknown|rul(?:ed|ing) out|investigat(?:e|ing)|"
    r"examin(?:e|es|ed|ing)|feared?|mystery|allegedly|reportedly|rumou?r\w*|said to)\b",
    re.I,
)
_REPORTING = re.compile(
    r"\b(?:(?:said|says|say|insisted|believes?|told \w+)(?: that)?|(?:concluded|found|established|determined|ruled|"
    r"reported|revealed|showed|discovered|decided) that)\b",
    re.I,
)
# What was struck is no part of what struck it.
_STRUCK = re.compile(
    r" (?:had |has )?(?:struck|hit|rammed|slammed into|crashed into|smashed into|ploughed into)\b.*", re.I
)
# Blame of somebody, or a name for any cause at all.
_SOMEBODY = frozenset(
    "government operator owner driver pilot crew police minister ministry council company authorities management "
    "union unions rivals opponents opposition predecessor others each other themselves himself herself him her them it "
    "staff officials state city mayor president army rebels protesters".split()
)
_VAGUE = frozenset(
    "error mistake negligence carelessness fault problem factor combination series accident incident something "
    "event what failing failings lack circumstances chance".split()
)


def read(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """The causes a sentence names as fact; offsets are those of `text`."""
    if not _WORTH_READING.search(text):
        return
    for frame in _FRAMES:
        for match in frame.finditer(text):
            mark = _mark(text, match, lexicon)
            if mark:
                yield mark


def _mark(text: str, match: re.Match[str], lexicon: Lexicon) -> Mark | None:
    start, end = match.span("cause")
    clause = re.split(r"[;]", text[: match.end()])[-1]
    if _UNSURE.search(clause) or _UNSURE.search(match["cause"]):
        return None
    words_said = _REPORTING.split(match["cause"])[-1].strip()
    content = lexicon.read(_STRUCK.sub("", words_said))
    words = [token.word for token in content.tokens]
    noun = [word for word in words if not word.isdigit()][:4]
    heads = noun_phrases.before_head_ends(content)
    if not heads or content.names & set(heads) or _SOMEBODY & set(noun) or _VAGUE & set(words):
        return None
    event, kind = _event(match)
    own = frozenset(lexicon.read(event).keys)
    return Mark(
        group="cause",
        matter="" if kind == _ANY else kind,
        type="cause",
        words=words_said,
        start=start,
        end=match.end(),
        keys=content.keys - own,
        about=lexicon.read(match.groupdict().get("who") or "").keys,
    )


def _event(match: re.Match[str]) -> tuple[str, str]:
    """The words for what was caused, and its kind."""
    groups = match.groupdict()
    if groups.get("died"):
        return "", "death"
    for name, table in (("done", _DONE), ("happened", _HAPPENED)):
        if groups.get(name):
            words = groups[name]
            return words, next(kind for kind, verbs in table.items() if re.fullmatch(verbs, words, re.I))
    event = groups.get("event") or ""
    word = event.lower().replace("power cut", "outage").replace("power failure", "outage")
    return event, "fire" if word in _SET_FIRE else _KINDS.get(word, _KINDS.get(word.removesuffix("s"), ""))

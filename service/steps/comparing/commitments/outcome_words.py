"""The words of outcomes that exclude each other (outcome_rules.py). Knows nothing of sentences."""

from typing import Literal, NamedTuple

from service.models import ConflictType

About = Literal["all", "actors", "names", "nouns"]


class Outcome(NamedTuple):
    """Words that put an event, or those they are about, on `side` of `matter`; `may_change` as in Mark.

    `about` tells whom: the whole event; those who act before the words (or in the group `who`); of them only the
    named, where bare "the company" may be any; the nouns beside, or in the group `place`. A group `thing` narrows the
    matter. What `may_be_old` may have been years before the event.
    """

    matter: str
    side: str
    words: str
    about: About = "all"
    type: ConflictType = "other"
    may_change: bool = False
    may_be_old: bool = False


_MANY = (
    r"(?:[2-9]|\d\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|[a-z]+ty(?:-[a-z]+)?|several|dozens of|scores of|hundreds of|thousands of|"
    r"a dozen|many)"
)
_BE = r"(?:was|were|had been|have been|has been)"
_WERE = r"(?:were|had been|have been)"
_NOBODY = r"(?:no one|nobody|no-one|not one of them|none of them)"
_TALKS = (
    r"(?:talks|negotiations|negotiators?|summit|delegations?|delegates|envoys?|mediators?|the two sides|both sides)"
)
_HOMES = r"(?:homes?|houses?|households?|flats|apartments|families|residents|villagers|people|inhabitants|tenants)"
_PEOPLE = (
    r"(?:people|children|pupils|students|workers|guests|passengers|visitors|worshippers|diners|shoppers|spectators|"
    r"patients|residents|staff|players|employees|men|women|teenagers|families|customers)"
)
_AT = r"(?:in|inside|at|on board|aboard|under|beneath|underneath|within|on)"
_LEFT = r"(?:moved out|evacuated|cleared|displaced|relocated|taken to safety|led to safety|made to leave|forced out)"
_DEAL = r"(?:an? )?(?:\w+ )?(?:agreement|deal|accord|settlement|pact|compromise|treaty|text)"
_CARED = (
    r"(?:hurt|injured|wounded|burned|burnt|treated|hospitali[sz]ed|(?:taken|rushed|flown|"
    r"brought) to (?:\w+ )?hospital)"
)
_THING = (
    r"(?P<thing>pilot|guard|lifeguard|doctor|nurse|conductor|watchman|teacher|midwife|paramedic|lookout|co-pilot|"
    r"sprinkler|smoke alarm|smoke detector|extinguisher|fence|barrier|lifeboat|interpreter|supervisor|warden|"
    r"steward)s?"
)
_POST = (
    r"(?:aboard|on board|on duty|on the bridge|present|in attendance|at the scene|on site|"
    r"in the (?:building|room))"
)
_WARNINGS = r"(?:warnings?|memos?|memoranda|memorandum|advice|alarms?|alerts?|recommendations|complaints?|concerns)"
_BODY = (
    r"(?:the|their|her|his) (?:\w+ ){0,2}?(?:council|company|ministry|landlord|operator|school|owners?|"
    r"authorit\w+|firm|board|police|government|town hall|regulator|agency|management)"
)
_FAVOUR = r"(?:in favou?r|for (?:it|the \w+|a \w+)|yes)"

OUTCOMES = (
    Outcome(
        "talks",
        "agreed",
        rf"\b{_TALKS}\b[^;.!?]{{0,60}}? (?:agreed (?:[a-z]+ ){{0,2}}?(?:on [A-Z]\w+ )?(?:to|on)\b|(?:reached|struck|"
        rf"signed|clinched|sealed) {_DEAL}|(?:ended|concluded|closed) (?:\w+ ){{0,3}}?(?:with|in) {_DEAL}|"
        rf"produced {_DEAL})",
        may_change=True,
    ),
    Outcome(
        "talks",
        "failed",
        rf"\b{_TALKS}\b[^;.!?]{{0,60}}? (?:broke (?:up|down|off)|collapsed|failed|fell apart|foundered|"
        r"ended in (?:failure|acrimony|deadlock|stalemate|disarray)|were (?:broken|called) off|"
        rf"(?:ended|closed|finished|parted|concluded|broke up|went home|left) (?:[\w ]{{0,25}}? )?(?:without|with no) "
        rf"(?:any )?{_DEAL}|went home empty-handed)",
        may_change=True,
    ),
    Outcome(
        "evacuated",
        "yes",
        rf"\b(?:cleared|evacuated|emptied) (?:some |about |around |nearly |more than |at least )?{_MANY} "
        rf"(?:\w+ ){{0,2}}?{_HOMES}\b|\b{_MANY} (?:\w+ ){{0,2}}?{_HOMES} {_BE} {_LEFT}",
        type="negation",
        may_change=True,
    ),
    Outcome(
        "evacuated",
        "no",
        rf"\b(?:no one|nobody|not one|not a single|no) (?:{_HOMES} )?(?:{_BE} |had to be )(?:moved\b|{_LEFT})|"
        rf"\b{_NOBODY} (?:had to|was told to|was made to) (?:leave|move out)\b|\bthere (?:was|"
        rf"had been) no evacuation\b",
        type="negation",
        may_change=True,
    ),
    Outcome(
        "within",
        "some",
        rf"\b(?:when|while|as|at the time)\b[^;.]{{0,60}}?\b{_MANY} (?:\w+ ){{0,2}}?{_PEOPLE} {_WERE} (?:still )?"
        rf"(?:{_AT}\b|\w+ing\b)|\b{_MANY} (?:\w+ ){{0,2}}?{_PEOPLE} {_WERE} (?:still )?(?:{_AT}\b|\w+ing\b)"
        r"(?=[^;.]{0,60}? (?:when|as|at the time)\b)",
        "nouns",
        "negation",
    ),
    Outcome(
        "within",
        "none",
        rf"\b(?:nobody|no one|no-one|no {_PEOPLE}|not a soul) (?:else )?{_BE} {_AT} "
        r"(?P<place>[\w -]{3,40}?)(?= (?:of|when|at|as|because|on)\b|[,.;]|$)",
        "nouns",
        "negation",
    ),
    Outcome(
        "within",
        "none",
        r"\b(?P<place>(?:the|its) [\w -]{3,30}) (?:was|were|had been|stood) (?:completely |all but )?empty "
        r"(?=(?:when|at the time|as)\b)",
        "nouns",
        "negation",
    ),
    Outcome(
        "hurt",
        "one",
        r"\bthe (?:only|sole) (?:person|one|man|woman|worker|passenger) (?:to be |who was )?(?:hurt|injured|"
        r"wounded)\b|"
        r"\bthe (?:only|sole|single) (?:injury|casualty|injured person)\b|\bonly one person was (?:hurt|injured)\b",
        may_change=True,
    ),
    Outcome(
        "hurt",
        "many",
        rf"\b{_MANY} (?:other )?(?:\w+ ){{0,2}}?(?:and an? \w+ )?{_WERE} (?:\w+ly )?{_CARED}\b",
        may_change=True,
    ),
    Outcome("hurt", "none", rf"\b{_NOBODY} {_BE} (?:\w+ly )?(?:hurt|injured)\b", may_change=True),
    Outcome(
        "survived",
        "all",
        rf"\b(?:all|every one) of (?:them|the \w+) (?:\w+ )?(?:survived|{_BE} (?:found |rescued |brought \w+ )?alive)|"
        rf"\ball (?:{_MANY} )?(?:\w+ )?(?:survived\b|{_BE} (?:\w+ ){{0,2}}?alive\b)|"
        rf"\balive [^;.]{{0,20}}?, every one of "
        r"them\b|\bevery(?:one|body) (?:survived|got out alive|came down alive)\b|\bnot a (?:single )?life was lost\b",
        may_change=True,
    ),
    Outcome(
        "survived",
        "not all",
        rf"\b(?:one|two|three|an? (?:wo)?man|an? \w+)\b[^;.]{{0,50}}? {_BE} (?:already )?(?:dead|lifeless) (?:when|by|"
        rf"before)|\bone of (?:them|the \w+),?[^;.]{{0,30}}? (?:died|{_BE} (?:found dead|killed))|"
        rf"\b(?:an?|one|two) (?:\w+ )?(?:hiker|climber|skier|miner|passenger|sailor|walker|diver|m[ae]n|"
        rf"wom[ae]n|boy|girl|"
        rf"child)s? {_BE} found dead\b",
        may_change=True,
    ),
    Outcome("on duty", "none", rf"\b(?:had|with|there was|carried) no (?:\w+ )?{_THING} {_POST}\b", type="negation"),
    Outcome("on duty", "none", rf"\bwithout an? (?:\w+ )?{_THING} {_POST}\b", type="negation"),
    Outcome("on duty", "some", rf"\b(?:with|had) an? (?:\w+ )?{_THING} {_POST}\b", type="negation"),
    Outcome("on duty", "some", rf"\b(?:an?|the) (?:\w+ )?{_THING} {_BE} {_POST}\b", type="negation"),
    Outcome(
        "sober",
        "drunk",
        r"\b(?:over the (?:\w+ ){0,2}?limit|(?:was|were|had been|been) (?:\w+ )?(?:drunk|intoxicated|drinking)\b|"
        r"failed (?:an? |the )?(?:breath|breathaly[sz]er|alcohol) test|reeked of|smelled of alcohol)",
        "actors",
    ),
    Outcome(
        "sober",
        "sober",
        r"\b(?:was|were|had been|been) (?:stone |completely |perfectly )?sober\b|\bhad (?:drunk nothing|"
        r"not been drinking|"
        r"drunk no alcohol|no alcohol in)\b|\bpassed (?:an? |the )?(?:breath|breathaly[sz]er|alcohol) test",
        "actors",
    ),
    Outcome(
        "refund",
        "none",
        r"\b(?:not an? (?:\w+ )?|no (?:money )?|nothing )(?:will|would) be (?:paid back|refunded|repaid|returned)\b|"
        r"\b(?:there will be |will get |offered |get )?no refunds?\b|\b(?:will|would) not (?:be refunded|"
        r"get (?:their|its|"
        r"any) money back|refund)\b",
    ),
    Outcome(
        "refund",
        "all",
        r"\b(?:every(?:one|body)|all)\b[^;.]{0,60}? (?:the (?:price|cost|money|fare) (?:of (?:it|them) )?back|"
        r"their money "
        r"back|a (?:full )?refund)\b|\b(?:tickets?|fares?|holders?|fans|customers|passengers) (?:will|"
        r"would) (?:all )?be "
        r"(?:fully )?(?:refunded|reimbursed|paid back)\b|\bfull refunds?\b",
    ),
    Outcome(
        "complaint",
        "none",
        r"\b(?:never|not) (?:had |received |heard |been sent )(?:an?|any|one|a single) (?:\w+ )?complaints?\b|"
        r"\b(?:received|had|heard) no complaints?\b|\bno complaints? (?:had|has|was|were) (?:ever )?(?:been )?"
        rf"(?:received|made|lodged)\b|\b{_NOBODY} (?:had |has )?(?:ever )?complained\b",
        type="negation",
        may_be_old=True,
    ),
    Outcome(
        "complaint",
        "made",
        rf"\b(?:complained|had complained|(?:wrote|written) (?:\w+ )?to {_BODY}|(?:lodged|filed|sent|"
        rf"made) (?:an? |\w+ )"
        rf"(?:\w+ )?complaints?\b)(?: to {_BODY})?[^;.]{{0,40}}?\b(?:about|that|of|to say|saying|warning)\b",
        type="negation",
        may_be_old=True,
    ),
    Outcome(
        "consulted",
        "no",
        rf"\b{_NOBODY} (?:had |has )?(?:ever )?(?:asked|consulted|spoke to|listened to) (?:them|us|him|her|the \w+)\b|"
        r"\b(?:was|were|had|been) (?:never|not) (?:been )?(?:consulted|asked|heard)\b|\bnot (?:one|"
        r"a single) \w+ (?:was|had "
        r"been) (?:heard|consulted|asked)\b|\bwithout (?:any )?consultation\b",
        type="negation",
    ),
    Outcome(
        "consulted",
        "yes",
        rf"\b(?:there (?:were|had been)|held|organi[sz]ed|pointing to|pointed to) (?:{_MANY} )?(?:public |open )?"
        rf"(?:hearings|meetings|consultations)\b|\b(?:was|were|had been) (?:fully |widely |duly )?consulted\b|"
        r"\b(?:\d+|[a-z]+ty|dozens) of them had (?:given|been) (?:evidence|heard)\b|\bhad (?:all )?been asked\b",
        type="negation",
    ),
    Outcome(
        "informed",
        "late",
        r"\b(?:learne?d|learnt|heard|found out|(?:was|were|had been) (?:told|informed))\b[^,;.]{0,40}?\b(?:only|"
        r"not until) "
        r"(?:on|when|hours|minutes|this|that|yesterday|after|the (?:day|morning))\b|\bonly (?:learne?d|learnt|"
        r"heard|found "
        r"out) (?:of|about)\b",
        "names",
    ),
    Outcome(
        "informed",
        "early",
        r"\b(?:sat in on|known|knew|been (?:told|briefed|informed|involved|consulted)|taken part|had a seat|"
        r"party to)\b"
        r"[^;.]{0,60}?\b(?:since|for (?:weeks|months|days|\w+ (?:weeks|months))|(?:weeks|months|days) "
        r"(?:before|earlier|in advance|ahead)|from the (?:start|beginning|outset))\b",
        "names",
    ),
    Outcome(
        "warnings",
        "ignored",
        r"\b(?:ignored|shelved|brushed aside|disregarded|dismissed|buried|sat on|failed to act on|took no notice of|"
        rf"did nothing about|overlooked|paid no heed to|suppressed|filed away|"
        rf"swept aside) (?:[\w']+ ){{0,3}}?{_WARNINGS}\b",
        "names",
        may_be_old=True,
    ),
    Outcome(
        "warnings",
        "heeded",
        r"\b(?:acted (?:up)?on|heeded|followed(?: up)?|responded to|dealt with|took seriously) "
        rf"(?:each|every|all|the|its|their|both)(?: of)? (?:[\w']+ ){{0,3}}?{_WARNINGS}\b",
        "names",
        may_be_old=True,
    ),
    Outcome(
        "fault",
        "theirs",
        r"\b(?:was|were|is|are) (?:chiefly |mainly |largely |solely |entirely |primarily )?(?:to blame|at fault|"
        r"responsible) for\b|\b(?:bears?|bore) (?:the|most of the|sole|full|the main) (?:responsibility|blame) for\b",
        "actors",
    ),
    Outcome(
        "fault",
        "not theirs",
        r"\b(?:was|were|is|are|has been|have been) (?:cleared of|absolved|exonerated|not to blame|blameless|"
        r"vindicated|"
        r"found blameless|not at fault|acquitted of)\b",
        "actors",
    ),
    Outcome("vote", "abstained", r"\b(?<!not )(?<!nobody )abstained\b", "names"),
    Outcome("vote", "against", r"\b(?:voted (?:against|no)|cast (?:\w+ )?votes? against)\b", "names"),
    Outcome("vote", "for", rf"\bvoted {_FAVOUR}\b", "names"),
    Outcome(
        "vote",
        "for",
        r"\bhands? that went up (?:in favou?r|for)\b[^;.]{0,40}? (?:that|those) of (?P<who>[^;.]{3,50})",
        "names",
    ),
    Outcome(
        "vote",
        "against",
        r"\bhands? that went up against\b[^;.]{0,40}? (?:that|those) of (?P<who>[^;.]{3,50})",
        "names",
    ),
)

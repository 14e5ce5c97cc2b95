"""The forms of an English verb: "turn" as turn, turns, turned, turning. Knows nothing of meanings."""

_IRREGULAR = {
    forms.split()[0]: frozenset(forms.split())
    for forms in """
be is are was were been being am
become becomes became becoming
begin begins began begun beginning
beat beats beaten beating
blow blows blew blown blowing
break breaks broke broken breaking
bring brings brought bringing
build builds built building
buy buys bought buying
catch catches caught catching
choose chooses chose chosen choosing
come comes came coming
cut cuts cutting
die dies died dying
do does did done doing
draw draws drew drawn drawing
drive drives drove driven driving
fall falls fell fallen falling
fight fights fought fighting
find finds found finding
flee flees fled fleeing
fly flies flew flown flying
forbid forbids forbade forbidden forbidding
freeze freezes froze frozen freezing
get gets got gotten getting
give gives gave given giving
go goes went gone going
grow grows grew grown growing
hold holds held holding
have has had having
hit hits hitting
keep keeps kept keeping
know knows knew known knowing
lay lays laid laying
lead leads led leading
leave leaves left leaving
let lets letting
lie lies lay lain lying
light lights lit lighting
lose loses lost losing
make makes made making
meet meets met meeting
pay pays paid paying
put puts putting
quit quits quitting
ride rides rode ridden riding
ring rings rang rung ringing
rise rises rose risen rising
run runs ran running
say says said saying
see sees saw seen seeing
sell sells sold selling
send sends sent sending
set sets setting
shoot shoots shot shooting
show shows showed shown showing
shut shuts shutting
sing sings sang sung singing
sink sinks sank sunk sinking
sit sits sat sitting
sleep sleeps slept sleeping
slide slides slid sliding
speak speaks spoke spoken speaking
spend spends spent spending
stand stands stood standing
steal steals stole stolen stealing
stick sticks stuck sticking
strike strikes struck striking
swim swims swam swum swimming
take takes took taken taking
tell tells told telling
think thinks thought thinking
throw throws threw thrown throwing
understand understands understood understanding
uphold upholds upheld upholding
wake wakes woke woken waking
wear wears wore worn wearing
win wins won winning
withdraw withdraws withdrew withdrawn withdrawing
write writes wrote written writing
""".strip().splitlines()
}
_VOWELS = "aeiou"


def of_verb(verb: str) -> frozenset[str]:
    """All forms of `verb`; where a consonant may be doubled, both spellings."""
    return _IRREGULAR.get(verb) or frozenset({verb, _third_person(verb)} | _past(verb) | _participle(verb))


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {f"{verb}d"}
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return {f"{verb[:-1]}ied"}
    return {f"{verb}ed", *_doubled(verb, "ed")}


def _participle(verb: str) -> set[str]:
    if verb.endswith("e") and not verb.endswith("ee"):
        return {f"{verb[:-1]}ing"}
    return {f"{verb}ing", *_doubled(verb, "ing")}


def _doubled(verb: str, ending: str) -> set[str]:
    ends_short = len(verb) > 2 and verb[-1] not in f"{_VOWELS}wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return {f"{verb}{verb[-1]}{ending}"} if ends_short else set()

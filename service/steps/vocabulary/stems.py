"""The words English news uses: which carry no content, which mean the same, and what is left without endings.

Knows nothing of articles. The lists are general and short on purpose: a synonym too many makes two facts one.
"""

from functools import lru_cache

# Function words, auxiliaries, light adverbs and the words of reporting: who speaks is compared apart from what is said.
STOP_WORDS = frozenset(
    """
    a about above according across actually add added adding adds after again against ago all almost along already also
    although always am among amid an and announced announcement another any anyone anything are around as at away back
    be became because become becomes been before began behind being below besides between beyond both but by came can
    claim claimed claims come comes coming could did do does doing done down during each earlier either else even ever
    every everyone everything far few following for former from further gave get gets getting give given gives giving go
    goes going gone got had has have having he her here hers herself him himself his how however i if in including
    indeed instead into is it its itself just keep kept know known last later latter least less let like likely made
    mainly make makes making many may me meanwhile might more moreover most much must my near nearby nearly need needs
    nevertheless new next nonetheless not now of off often on once one ones only onto or other others our out over own
    part per perhaps quite rather really recent recently regarding remark remarks report reported reportedly reporter
    reporters reporting reports respect said same say saying says seem several shall she should since so some
    someone something soon still such take taken takes taking tell telling than that the their theirs them themselves
    then there therefore these they thing things this those though through throughout thus to today together told too
    took toward towards under until up upon us very via was way we well went were what whatever when where whether which
    while who whom whose why will with within would yet you your spokesman spokeswoman spokesperson statement statements
    mr mrs ms dr sir currently around approximately roughly later ahead amid despite
    percent percentage cent cents euro euros dollar dollars pound pounds billion billions trillion metre metres meter
    meters kilometre kilometres kilometer kilometers mile miles tonne tonnes ton tons hour hours minute minutes
    two three four five six seven eight nine ten eleven twelve
    people person persons hundred hundreds thousand thousands dozen dozens million millions number numbers toll
    not no never none nobody nothing nor neither without cannot
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december yesterday tomorrow tonight week weeks month months year years day days
    """.split()
)
# Words of one meaning in news, the verb's irregular forms among them. One line, one meaning.
_SAME_MEANING = """
kill dead death deaths die died dies dying fatality fatalities fatal perish killing killed deadly slain drown drowned
injure injury hurt wound wounded casualty
stop halt suspend suspension cease discontinue cancel cancelled canceled
help aid assistance assist
share exchange swap sharing
agree agreement accord deal
talk meeting meet met negotiation
breach violation violate infringe contravene
bypass circumvention circumvent sidestep
militant fighter insurgent extremist jihadist gunman
airstrike airraid bombardment
begin start launch commence
end finish conclude
fire blaze wildfire inferno
quake earthquake tremor
crash collision collide
flood flooding floodwater
arrest detain detention custody apprehend
release liberate free freed
suspect suspected
evacuate evacuation evacuee
rise rose risen increase climb climbed grow grew grown surge jump
fall fell fallen drop decline decrease slump plunge
win won victory
lose lost loss defeat
hold held
shoot shot shooting
strike struck stricken
break broke broken
send sent
build built construction construct
buy bought purchase acquire acquisition
sell sold sale
lead led
see saw seen
pay paid payment
leave left departure depart
find found discover
company firm corporation
child children
woman women
man men
police officer policeman policemen
soldier troop troops
doctor physician
hospital clinic
protest demonstration demonstrate rally
vote ballot
election poll
law legislation
money fund funds funding
job jobs employment
resident inhabitant
car vehicle
plane aircraft jet airplane aeroplane
ship vessel
lorry truck
close shut closure
open reopen
approve approval endorse
reject refuse
ask request
plan scheme
try attempt sought seek
cut reduce reduction
cooperate cooperation collaboration collaborate
intensify strengthen boost
circumstance condition
security safety
inquiry enquiry investigation investigate probe
quit resign resignation
hire appoint appointment
sack dismiss
destroy destruction
home house
spend spent
bring brought
think thought
catch caught
teach taught
fight fought
speak spoke spoken
write wrote written
drive drove driven
ride rode ridden
fly flew flown
throw threw thrown
blow blew blown
steal stole stolen
freeze froze frozen
choose chose chosen
hide hid hidden
swear swore sworn
tear tore torn
wear wore worn
sink sank sunk
swim swam swum
sing sang sung
run ran
shake shook shaken
draw drew drawn
withdraw withdrew withdrawn
bear bore borne
sleep slept
sweep swept
feel felt
deal dealt
mean meant
burn burnt
spread spreading
feed fed
flee fled
bind bound
grind ground
eat ate eaten
forget forgot forgotten
forbid forbade forbidden
beat beaten
bite bit bitten
stand stood
understand understood
sit sat
stick stuck
swing swung
cling clung
light lit
slide slid
lay laid
dig dug
hang hung
wake woke woken
"""
_NOMINAL_ENDINGS = (
    ("ation", "at"),
    ("ition", "it"),
    ("tion", "t"),
    ("ment", ""),
    ("ism", ""),
    ("ist", ""),
    ("ly", ""),
)
_VOWELS = frozenset("aeiouy")
# "counter-terrorism" and "anti-terror" are one.
OPPOSING_PREFIXES = ("counter", "anti")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The meaning key of a folded word: its synonym group, else the word without inflection ("" for a stop word)."""
    if word in STOP_WORDS or word.endswith(("n't", "n’t")):
        return ""
    for prefix in OPPOSING_PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 5:
            return f"anti{strip_endings(word.removeprefix(prefix))}"
    bare = strip_endings(word)
    return _GROUPS.get(word) or _GROUPS.get(bare) or bare


def strip_endings(word: str) -> str:
    """`word` without plural, verbal and common nominal endings; equal for forms of one word, not itself a word."""
    if len(word) <= 3 or not word.isascii():
        return word
    word = _without_derivation(_without_verb_ending(_without_plural(word)))
    word = word.rstrip("e") if len(word) > 3 else word
    return word[:-1] + "i" if word.endswith("y") else word


def _without_plural(word: str) -> str:
    if word.endswith("men") and len(word) > 4:
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWELS & set(rest):
            return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
    if word.endswith("ied"):
        return word[:-3] + "y"
    return word


def _without_derivation(word: str) -> str:
    for ending, kept in _NOMINAL_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending) + kept
    return word


def _read_groups() -> dict[str, str]:
    lines = [line.split() for line in _SAME_MEANING.strip().splitlines()]
    groups = {form: words[0] for words in reversed(lines) for word in words for form in (f"{word}s", word)}
    for words in lines:
        for word in words:
            # "plan" is a word of its own, not what is left of "plane".
            groups.setdefault(strip_endings(word), words[0])
    return groups


_GROUPS = _read_groups()

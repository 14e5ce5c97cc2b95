"""What matters English news tells of: words that belong to one matter, related but not of one meaning.

Knows nothing of articles. Right for asking which two sentences might tell one fact ("wages", "paid"); wrong for saying
that they do, as "fire" and "smoke" are two things. Words of one meaning are in stems.py.
"""

from collections.abc import Iterable
from functools import lru_cache

from service.steps.vocabulary.lexemes import Lexeme
from service.steps.vocabulary.stems import stem, strip_endings

# One line, one matter, named by its first word. A word may belong to several.
_MATTERS = """
death die dead kill fatal toll body corpse mortality perish victim funeral mourn decease burial bury casket grave
death autopsy
survival survive alive safe unharmed unhurt unscathed rescue save accounted missing unaccounted survivor
survival whereabouts
injury injure hurt wound burn fracture bruise break leg bone pelvis treat treatment care hospital ambulance oxygen
injury inhalation intensive medical patient doctor nurse clinic paramedic critical stable admit discharge surgery
injury casualty
rescue save pull free bring lift winch haul surface trap strand search capsule lifeboat evacuate helicopter diver
fire burn flame smoke alight ignite engulf blaze extinguish firefighter fireman firefighting brigade sprinkler hose
fire hydrant
fire inferno arson smoulder spread gut scorch ash
collapse fall crumble cave buckle fold topple burst split rupture crack snap sink drop fail break plunge subside
collapse span
road lorry car vehicle van bus coach trailer tanker driver cab motorist motorway highway traffic street lane detour
road truck
rail train railway carriage track locomotive derail express rail platform conductor signal freight passenger
sea ship vessel ferry boat freighter tanker port harbour harbor dock quay deck aboard crew passenger sail anchor
sea berth
sea crane container coastguard captain voyage sailor docker dockworker longshoreman stevedore unload load cargo
sea pier
air plane flight pilot airport runway airline jet aircraft passenger helicopter cabin land crew
building house home block flat apartment depot warehouse store facility plant factory mill roof floor storey wall
building site
building structure tower bridge deck span premises property office room basement hall complex residential
cause blame reason trigger spark origin fault responsible establish investigate due fail failure attribute
cause determine lead
cause result trace suspect
inquiry investigate probe prosecutor suspicion charge detective examine commission evidence question suspect
inquiry witness
inquiry recorder finding file negligence manslaughter police
arrest detain custody suspect charge hold handcuff remand bail jail prison warrant seize
court judge trial verdict sentence convict prison appeal guilty acquit plead jury lawyer hear fine penalty rule sue
court lawsuit
fine penalty pay punish sanction breach fail fee
vote ballot poll elect election turnout count referendum cast approve majority constituency voter candidate seat
vote electorate
vote yes member assembly parliament pass reject motion
win victory lead ahead defeat majority beat champion triumph prevail margin
pay wage salary earn earnings income money bonus payment overtime compensation severance redundancy paycheque
job post worker work employ employee staff workforce redundancy layoff dismiss hire sack unemployment position
job recruit
job workman labourer labour personnel member colleague team shift skilled redundant miner
strike walkout stoppage dispute union picket industrial action stay docker work ended notice
close shut closure reopen open halt cease end stop stand cancel suspend shutdown last wind
transfer move relocate shift go transport send ship carry
cost price value worth sum bill expense money estimate damage loss repair budget fund spend amount fee charge pay
damage destroy loss lose wreck ruin ravage survive goods stock property devastate flatten bury wipe
budget deficit gap shortfall debt tax levy spend borrow revenue finance treasury subsidy fiscal surplus duty
budget treasure
wealth rich fortune household asset millionaire levy worth affluent great
economy growth grow gdp output product inflation price prices recession expand market trade export import economic
economy domestic
economy real terms outrun outpace
warn warning notice alert alarm danger risk tell inform notify hear advance beforehand caution letter write ahead
danger hazard risk dangerous unsafe zone list listed safe safety threat threaten
inspect inspection check survey examine test maintain maintenance record log audit review certificate
electricity power supply mains generator outage blackout cable grid electric electrical voltage light lights
electricity substation
water main pipe supply tap leak plumbing reservoir network sewer burst utility drink drinking
supply deliver grocery food provision boat stock parcel ration aid
restore return reopen resume back refill recover repair fix mend normal reconnect
storm rain wind snow gale thunder lightning hail flood downpour weather typhoon hurricane cyclone tornado
heat temperature degree hot warm heatwave drought scorching cold freeze
flood river water dam bank levee swollen overflow inundate submerge
quake earthquake magnitude epicentre aftershock tremor seismic
slide landslide mudslide slope mud rock avalanche hillside mountain hill debris rockfall skier boulder
build erect construct lay open design raise make found engineer date opened old age builder
age old year young aged elderly child teenager boy girl man woman
speed mph fast limit move travel drive slow brake brakes speeding kph
weight weigh tonne load heavy overload permit laden carry kilo
size big large area cover acre hectare square floor pitch field wide long tall high storey
population resident live inhabitant people household villager home community hamlet village town local
sight visible see watch view witness spot notice camera footage video observe look
isolate cut road access reach stranded remote only way
talk meet negotiate sit discuss summit agree agreement deal bargain dialogue conference encounter table offer
resign quit step leave stand depart successor replace
appoint name succeed chief hire elect nominate
attack bomb blast explosion shoot gun strike raid airstrike missile rocket shell drone kill assault target bomber
weapon arms gun missile ammunition rifle munition military armed train training
military army troop soldier force forces general defence commander battalion brigade war front navy coalition ally
war ceasefire truce peace frontline fight battle fighting hostility offensive conflict
protest demonstrate march rally crowd demonstrator riot activist placard
police officer detective constable inspector sheriff patrol cop
theft steal rob burglary robber thief loot raid heist stolen take missing museum jewel
school pupil student teacher class classroom university college education
health hospital doctor nurse disease virus infection outbreak vaccine patient clinic
science study research scientist researcher university institute find method measure compare estimate expected
science normal
number figure exceed excess more above
deny denial reject dismiss refute dispute refuse false untrue rumour allegation allege accuse
comment decline refuse speculate draw discuss respond reply answer quote
confirm verify acknowledge admit concede accept
promise pledge vow commit plan intend guarantee assure insist undertake
increase raise rise lift grow higher boost surge climb soar up
decrease cut fall drop lower reduce shrink narrow decline halve down
begin start launch open break commence onset first
spend allocate invest put give earmark fund get receive
own owner company firm operator business group corporation manufacturer management employer boss director chairman
own chief
authority council government ministry official minister mayor region province state city municipal regional local
government minister cabinet president premier parliament opposition coalition party assembly
spectator crowd fan audience watch stand visitor attend guest tourist
time hour minute clock morning evening night dawn midnight noon afternoon
duration last take work hour day long spend stay under below
sport match goal score game team league player coach tournament race
child boy girl pupil teenager kid youth son daughter baby
family relative parent mother father wife husband brother sister son daughter widow
animal dog cat horse cattle livestock wolf bear
insurance insure cover policy claim compensation insurer damage
fuel oil gas petrol diesel energy pipeline barrel subsidy
diplomacy embassy ambassador envoy foreign treaty visit sanction relation cooperation exchange intelligence
diplomacy information
terror terrorist terrorism extremist jihadist militant counterterrorism anti
work group cooperation exchange programme project joint
stop halt suspend interrupt freeze pause cancel break end discontinue unilateral
angler fish fishing fisherman bank
guard watchman security caretaker porter
container box cargo freight unload load crane
dispute disagree quarrel argue differ contest row claim
"""
# Words of several parts, in their plainest form, with the matters they belong to.
_PHRASES = {
    "gave way": "collapse", "give way": "collapse", "giving way": "collapse", "gave out": "collapse",
    "lost lives": "death", "lost their": "death", "lost his": "death", "lost her": "death", "passed away": "death",
    "laid off": "job", "lay off": "job", "let go": "job", "put out": "fire", "broke out": "fire", "went up": "fire",
    "called off": "stop", "cut off": "isolate", "set up": "begin", "stood down": "resign", "stepped down": "resign",
    "step down": "resign", "walked out": "strike", "walk out": "strike", "sit down": "talk", "sat down": "talk",
    "came down": "collapse", "went down": "collapse", "went off": "rail", "came off": "rail", "made up": "number",
    "shot dead": "attack", "blew up": "attack", "blown up": "attack", "turned out": "vote", "stayed out": "strike",
    "stayed away": "strike", "pulled out": "rescue", "brought out": "rescue", "taken ill": "health",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def of_word(word: str) -> frozenset[str]:
    """The matters a folded word belongs to; empty for most words."""
    return _BY_KEY.get(word) or _BY_KEY.get(stem(word) or strip_endings(word), frozenset())


def of_tokens(tokens: Iterable[Lexeme]) -> frozenset[str]:
    """The matters that words, and pairs of neighbouring words, belong to."""
    words = [token.word for token in tokens]
    if len(words) == 1:
        return of_word(words[0])
    found = {matter for word in words for matter in of_word(word)}
    pairs = (f"{one} {other}" for one, other in zip(words, words[1:], strict=False))
    return frozenset(found | {_PHRASES[pair] for pair in pairs if pair in _PHRASES})


def _read_matters() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _MATTERS.strip().splitlines():
        matter, *others = line.split()
        for word in (matter, *others):
            for key in (word, stem(word) or strip_endings(word)):
                found.setdefault(key, set()).add(matter)
    return {key: frozenset(matters) for key, matters in found.items()}


_BY_KEY = _read_matters()

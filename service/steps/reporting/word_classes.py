"""Closed classes of English words that tell where a clause or a name phrase begins and ends. Data and predicates only.

There is no tagger behind it: a word is taken for a verb only where its form or its neighbours make that plain.
"""

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each either neither another"
    " several many most all both few one two three four five six seven eight nine ten dozens hundreds".split()
)
POSSESSIVES = frozenset("his her its their our my your".split())
# Determiners that need a noun after them.
ARTICLES = frozenset("the a an this these those his her its their our my your every".split())
PRONOUNS = frozenset("he she it they we i you".split())
OBJECT_PRONOUNS = frozenset("him her it them us me you themselves himself herself".split())
CLAUSE_SUBJECTS = PRONOUNS | frozenset(
    "there this these those nobody nothing everyone everything someone something no-one none".split()
)
CONTRACTED = frozenset("'s 're 've 'd 'll 'm".split())
AUXILIARIES = frozenset(
    "is are was were am has have had do does did will would can could may might must shall should cannot ought"
    " isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't"
    " shouldn't".split()
)
BE = frozenset("is are was were am be been being isn't aren't wasn't weren't get got gets".split())
NEGATIONS = frozenset("not never nor neither cannot hardly scarcely".split())
PREPOSITIONS = frozenset(
    "of in on at to for from by with about over under into onto upon against between among amid during after"
    " before since until through throughout within without despite concerning regarding following including via"
    " near beyond behind across along around toward towards off outside inside per like unlike except besides"
    " ahead instead because due up down".split()
)
# Words that begin a clause of their own.
SUBORDINATORS = frozenset(
    "that because while whilst although though as if unless when whenever after before since until where whereas"
    " whether who which whom whose once than so".split()
)
COORDINATORS = frozenset("and or but yet nor".split())
RELATIVES = frozenset("who which".split())
ADVERBS = frozenset(
    "also indeed again later still already just once now then always often even earlier first further too however"
    " meanwhile nevertheless nonetheless instead therefore thus moreover furthermore yet only since long"
    " previously separately today yesterday soon simply twice all both so well-nigh ever himself herself itself"
    " themselves tonight tomorrow overnight beforehand afterwards afterward recently reportedly".split()
)
# Opening words that carry no name and may stand before a subject without a comma.
CONNECTIVES = ADVERBS | frozenset("but and so yet or nor besides otherwise hence still".split())
NOT_ADVERBS = frozenset(
    "family assembly ally italy july supply reply anomaly monopoly bully early only daily weekly".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec".split()
)
TIME_NOUNS = frozenset(
    "day week month year morning afternoon evening night weekend hour hours days weeks months years moment spring"
    " summer autumn fall winter".split()
)
# What people speak in, at or through: after a cue it belongs to the telling, not to what is told.
OCCASIONS = frozenset(
    "statement statements interview interviews conference briefing speech report letter post tweet tweets message"
    " call television tv radio website twitter facebook telegram instagram x youtube address remarks comments"
    " meeting meetings talks hearing court parliament article video broadcast email e-mail note study testimony"
    " visit telephone phone blog communique communiqué declaration release summit session debate ceremony podcast"
    " channel page account programme program show newspaper agency conversation audience lecture forum rally"
    " sermon appearance broadcaster magazine reporters journalists".split()
)
IRREGULAR_PAST = frozenset(
    "became began beat bent bet bid blew bore bought bound bred broke brought built burnt burst came caught chose"
    " clung cost crept cut dealt did drank drew drove dug ate fed fell felt fled flew forbade forgave forgot"
    " fought found froze gave got grew had heard held hid hit hung hurt kept knelt knew laid lay led left lent let"
    " lost made meant met mistook paid put quit ran rang read rose said sang sank sat saw sent set shook shot shut"
    " slept slew sold sought spent split spoke spread sprang stole stood stole struck strove stuck swam swept"
    " swore swung taught thought threw told took tore understood undertook upheld wept went withdrew woke won wore"
    " wrote".split()
)
# Words that look like a past form but are none.
_NOT_PAST = frozenset(
    "united red need speed seed feed deed breed indeed hundred sacred kindred bed wed shed exceed proceed succeed"
    " agreed-upon so-called us-led un-backed allied armed masked wounded injured retired unnamed".split()
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb that may stand inside a verb group or before a subject."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


def is_past(word: str) -> bool:
    """Whether a lower-case word has the form of a past tense; compounds ("Saudi-led") have not."""
    if word in IRREGULAR_PAST:
        return True
    return len(word) > 3 and word.endswith("ed") and "-" not in word and word not in _NOT_PAST


def is_auxiliary(word: str) -> bool:
    """Whether a lower-case word is a finite auxiliary, or a pronoun with one ("it's", "they'd")."""
    return word in AUXILIARIES or ("'" in word and word.split("'")[0] in PRONOUNS)

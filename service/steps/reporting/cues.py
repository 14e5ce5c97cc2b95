"""The lexicon of reporting: English verbs, nouns and phrases that tell who says something, and with which stance.

Data and its inflection only; it knows nothing of sentences. A verb's frames say what may follow it as its content:

    t  a clause with "that", or a quotation
    z  a clause without "that"        n  a noun phrase          s  a noun phrase led by a noun of saying ("reports")
    a  an addressee comes before      i  an infinitive                 o  "of" or "about" and a noun phrase
    w  a clause with "whether"        x  only a quoted name for something ("called it “mad”")
    d  an object and "as" ("described X as Y")            p  an object and "at" with a figure ("put X at 40")
    c  a verb of thinking: "does not think that" denies                 N  a noun phrase, only under negation
    f  "for" and a noun phrase after the one addressed ("blamed X for Y")
    e  a figure, after an estimate as the subject ("the poll gave her 40 percent")
    h  only with a court or another forum as the subject ("the inquest heard that")
    g  a noun phrase, only as a participle after another cue (", pointing to two hearings")
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from service.models import Stance

Form = Literal["base", "third", "past", "participle", "ing"]


class Verb(NamedTuple):
    """A reporting verb: its stance to the content when not negated, and its frames."""

    lemma: str
    stance: Stance
    frames: str


class VerbForm(NamedTuple):
    """One inflected form of a verb, as the lower-case words of a sentence give it."""

    words: tuple[str, ...]
    verb: Verb
    form: Form


# stance | frames | verbs; "_" joins the words of a phrase, of which the first inflects.
_VERBS = """
asserts | tz   | say add announce state rule make_clear note observe write tweet post insist maintain argue assert
asserts | tzni | estimate project predict forecast expect anticipate
asserts | tz   | conclude admit concede declare report swear testify reckon boast
asserts | tzn  | confirm acknowledge stress emphasise emphasize underline reiterate repeat affirm reaffirm
asserts | tzN  | reveal disclose
asserts | tN   | specify
asserts | tn   | underscore highlight
asserts | tza  | tell warn caution inform remind assure reassure notify advise
asserts | tzai | promise
asserts | tzc  | believe think
asserts | tzi  | pledge vow
asserts | tzh  | hear
asserts | tw   | recall remember explain
asserts | n    | tell_of
asserts | xn   | speak_of
asserts | xdw  | describe
asserts | e    | give
asserts | g    | point_to
asserts | t    | accept mention remark comment retort counter clarify elaborate find show indicate signal
asserts | t    | point_out make_it_clear spell_out go_on_to_say proclaim complain lament regret joke quip
asserts | t    | agree verify shout cry whisper snap hit_back interject continue go_on echo sum_up
asserts | t    | summarise summarize foresee certify stipulate recommend propose demand exclaim muse sigh
asserts | t    | chip_in blog put_it let_it_be_known draw_attention_to_the_fact take_to_twitter_to_say
asserts | t    | attest vouch sob scream beg weep laugh mutter murmur plead yell groan concur reply respond answer read
asserts | ti   | guarantee threaten
asserts | ta   | urge
asserts | p    | put
asserts | xd   | brand label hail praise condemn denounce criticise criticize slam blast decry characterise
asserts | xd   | characterize deride
asserts | x    | call term dub refer_to warn_of talk_of welcome deplore express voice
denies  | tzn  | deny
denies  | tn   | refute rule_out disavow dispute
denies  | ts   | reject dismiss contradict rebut rebuff repudiate shoot_down debunk brush_aside brush_off scoff_at
denies  | ts   | disown push_back_against hit_back_at wave_away laugh_off disprove pour_cold_water_on
alleges | tz   | claim allege suggest imply hint contend
alleges | t    | charge insinuate speculate purport surmise theorise theorize posit assume guess
alleges | ton  | suspect
alleges | tz   | understand
alleges | oa   | accuse
alleges | fan  | blame
does_not_confirm | n   | play_down downplay cast_doubt_on call_into_question gloss_over
does_not_confirm | s   | question
does_not_confirm | tnw | doubt
does_not_confirm | Nw  | comment_on elaborate_on give_details_of give_details_on give_details_about be_drawn_on
does_not_confirm | Nw  | provide_details_of provide_details_on provide_details_about
unclear | twai | ask
unclear | tw   | wonder inquire enquire query
unclear | tz   | hope fear
unclear | t    | worry
"""

_IRREGULAR: Mapping[str, tuple[str, str, str, str]] = {
    # base: third person, past, participle, ing
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "make": ("makes", "made", "made", "making"),
    "go": ("goes", "went", "gone", "going"),
    "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "read": ("reads", "read", "read", "reading"),
    "put": ("puts", "put", "put", "putting"),
    "hear": ("hears", "heard", "heard", "hearing"),
    "hit": ("hits", "hit", "hit", "hitting"),
    "let": ("lets", "let", "let", "letting"),
    "draw": ("draws", "drew", "drawn", "drawing"),
    "take": ("takes", "took", "taken", "taking"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "cast": ("casts", "cast", "cast", "casting"),
    "give": ("gives", "gave", "given", "giving"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "spell": ("spells", "spelled", "spelt", "spelling"),
    "be": ("is", "was", "been", "being"),
}
_DOUBLED = frozenset(
    {"admit", "rebut", "refer", "regret", "blog", "quip", "chip", "sob", "beg", "signal", "label", "sum"}
)

# Nouns that carry a content clause ("reports that ...") or "of" and a noun phrase where listed in NOUNS_OF.
NOUNS: Mapping[str, Stance] = {
    **dict.fromkeys(
        "report reports claim claims charge charges allegation allegations accusation accusations rumour rumours rumor"
        " rumors suggestion suggestions speculation insinuation assertion assertions contention suspicion suspicions"
        " hearsay".split(),
        "alleges",
    ),
    **dict.fromkeys(
        "statement statements announcement confirmation admission acknowledgement acknowledgment assurance"
        " assurances warning warnings insistence reminder testimony declaration revelation conclusion comments"
        " remarks".split(),
        "asserts",
    ),
    **dict.fromkeys("denial denials".split(), "denies"),
    **dict.fromkeys("doubt doubts".split(), "does_not_confirm"),
}
NOUNS_OF = frozenset(
    "report reports claim claims allegation allegations accusation accusations rumour rumours rumor"
    " rumors denial denials".split()
)
# Nouns that speak for themselves where nobody is named with them.
SOURCES = frozenset("report reports rumour rumours rumor rumors speculation".split())
# What estimates a figure: it may "give" somebody a share.
ESTIMATES = frozenset(
    "projection projections poll polls survey surveys forecast forecasts count tally estimate estimates study".split()
)
# Where evidence is given: what such a forum hears, somebody has told it.
FORUMS = frozenset(
    "court inquest inquiry tribunal jury jurors hearing trial judge magistrates panel committee commission".split()
)
# "By the company's account": what somebody tells or reckons.
ACCOUNTS = frozenset(
    "account accounts reckoning telling count tally estimate estimates calculation calculations version".split()
)
# "According to plan", "according to the law": a measure, not a source.
NO_SOURCES = frozenset(
    "law laws rule rules plan plans schedule custom customs tradition need needs size standards age".split()
)
# What a denial may take as its object to be a denial of words rather than an act ("rejected the offer").
NOUNS_OF_SAYING = frozenset(NOUNS) | frozenset(
    "charge charges criticism criticisms comment comments remark remarks notion idea argument arguments theory"
    " theories story stories account accounts version assessment findings figures characterisation"
    " characterization concern concerns narrative interpretation speculations complaint complaints fears verdict"
    " link links involvement".split()
)

# Words that turn the verb after them into not confirming: with "to" between, or with its "ing" form.
REFUSALS_TO = frozenset(
    "decline declines declined declining refuse refuses refused refusing fail fails failed failing unable"
    " unwilling reluctant yet".split()
)
REFUSALS_ING = frozenset("without avoid avoids avoided avoiding".split())
# "Stopped short of saying": the same with a phrase.
SHORT_OF = ("short", "of")
STOPS = frozenset("stop stops stopped stopping".split())
# Words that only colour the verb after "to".
ATTEMPTS = frozenset(
    "sought seeks seek tried tries try appeared appears appear seemed seems seem continued continues continue"
    " moved quick keen rushed hastened used wants wanted".split()
)

# Phrases of another shape: the words in order ("|" between alternatives; an adverb may stand anywhere in between).
PHRASES: tuple[tuple[tuple[frozenset[str], ...], Stance], ...] = tuple(
    (tuple(frozenset(word.split("|")) for word in phrase.split()), stance)
    for phrase, stance in cast(
        tuple[tuple[str, Stance], ...],
        (
            ("attention was|were drawn to the fact", "asserts"),
            ("has|have|had no comment on|about", "does_not_confirm"),
            ("make|makes|made no comment on|about", "does_not_confirm"),
            ("be|is|are|was|were|been adamant|certain|confident|convinced|sure", "asserts"),
            ("be|is|are|was|were coy on|about", "does_not_confirm"),
            ("clarification|clarifications is|are|was|were needed|required on|about|over", "does_not_confirm"),
            ("is|are|was|were|been quoted as saying", "asserts"),
            ("neither confirm|confirms|confirmed|confirming nor deny|denies|denied|denying", "does_not_confirm"),
        ),
    )
)
# Prepositional sources: "according to X".
SOURCE_PHRASES: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("citing",),
    ("quoting",),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)


def _inflect(base: str) -> dict[Form, tuple[str, ...]]:
    if base in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[base]
        return {"base": (base,), "third": (third,), "past": (past,), "participle": (participle,), "ing": (ing,)}
    stem = base[:-1] if base.endswith("e") else base
    turns_to_i = base[-1] == "y" and base[-2] not in "aeiou"
    with_s = base[:-1] + "ies" if turns_to_i else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    with_ed = (base[:-1] + "ied" if turns_to_i else stem + "ed",)
    with_ing = (stem + "ing",)
    doubled = base + base[-1]
    if base in _DOUBLED:
        return {
            "base": (base,),
            "third": (with_s,),
            "past": (*with_ed, doubled + "ed"),
            "participle": (*with_ed, doubled + "ed"),
            "ing": (*with_ing, doubled + "ing"),
        }
    return {"base": (base,), "third": (with_s,), "past": with_ed, "participle": with_ed, "ing": with_ing}


def _read_verbs() -> dict[str, tuple["VerbForm", ...]]:
    found: dict[str, list[VerbForm]] = {}
    for line in _VERBS.strip().splitlines():
        stance, frames, lemmas = (part.strip() for part in line.split("|"))
        for lemma in lemmas.split():
            first, *rest = lemma.split("_")
            verb = Verb(" ".join((first, *rest)), cast(Stance, stance), frames)
            for form, words in _inflect(first).items():
                for word in words:
                    if form == "participle" and word in _inflect(first)["past"]:
                        continue
                    found.setdefault(word, []).append(VerbForm((word, *rest), verb, form))
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}


# First word -> the forms it begins, longest first; a past form that is a participle as well comes as "past".
VERB_FORMS: Mapping[str, tuple[VerbForm, ...]] = _read_verbs()
BASE_FORMS = frozenset(word for word, forms in VERB_FORMS.items() if all(form.form == "base" for form in forms))
THIRD_FORMS = frozenset(word for word, forms in VERB_FORMS.items() if all(form.form == "third" for form in forms))

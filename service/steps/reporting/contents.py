"""Finds where what is said begins after a cue, by the frames of its verb. Knows no speakers and not where it ends."""

from typing import Literal, NamedTuple

from service.steps.reporting.adverbials import pass_addressee, pass_forward
from service.steps.reporting.clause_verbs import FARTHEST_VERB, has_verb, opens_relative
from service.steps.reporting.content_openings import lacks_object, opens_clause, opens_figure
from service.steps.reporting.cue_groups import Cue
from service.steps.reporting.cues import NOUNS_OF, NOUNS_OF_SAYING, VERB_FORMS
from service.steps.reporting.word_classes import (
    CLAUSE_SUBJECTS,
    COORDINATORS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    OCCASIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

Frame = Literal["that", "quotation", "clause", "whether", "noun", "infinitive", "colon", "label"]
# How many words after the cue "that", a verb or a noun of saying is looked for.
FARTHEST_THAT = 16
FARTHEST_NOUN = 6
_WH = frozenset("whether if how why what when where who which".split())
# "denied access", "denied bail": an act, not an assertion.
_GIVEN_THINGS = frozenset(
    "access entry bail visa visas permission parole asylum service treatment boarding admission him her them us"
    " me it that this so himself herself themselves".split()
)
_KNOWING = frozenset(("tell", "telling"))


class Content(NamedTuple):
    """What is said begins with word `start`. A "label" is one quotation; "noun" and "infinitive" are no clauses."""

    start: int
    frame: Frame


def find_content(words: Words, cue: Cue) -> Content | None:
    """Where the content of `cue` begins to its right, or None if nothing there is its content."""
    if cue.shape in ("source", "account"):
        return None
    if cue.is_passive:
        return _passive_content(words, cue)
    starts = _starts(words, cue)
    for start in starts:
        content = _marked(words, start, cue)
        if content:
            return content
    content = _far_that(words, cue, starts)
    if content:
        return content
    for start in starts:
        content = _unmarked(words, start, cue)
        if content:
            return content
    return None


def _starts(words: Words, cue: Cue) -> list[int]:
    """Where content may begin: after the one spoken to and the adverbials of telling, or right after the cue."""
    after = cue.after
    if words.low(after) == "," and words.low(inserted := pass_forward(words, after + 1)) == ",":
        # "denied, on Tuesday, that"
        after = inserted + 1
    if "s" in cue.frames and words.low(after) == "as" and words.low(after + 2) in DETERMINERS:
        # 'dismissed as "nonsense" the claim'
        after += 2
    past_adverbials = pass_forward(words, after)
    starts = [past_adverbials]
    if "a" in cue.frames:
        addressed = pass_addressee(words, after)
        if addressed > after:
            starts = [pass_forward(words, addressed), past_adverbials]
    return [*starts, after]


def find_question(words: Words, cue: Cue) -> Content | None:
    """The clause after "said who", "said how many": content only where nobody has said it."""
    return Content(cue.after, "whether") if words.low(cue.after) in _WH and "t" in cue.frames else None


def _marked(words: Words, index: int, cue: Cue) -> Content | None:
    """Content that a mark or a word announces: a colon, a quotation, "that", "whether"."""
    low = words.low(index)
    if low == "," and "t" in cue.frames:
        index = _pass_parenthesis(words, index)
        low = words.low(index)
    if low == ":" and "t" in cue.frames:
        return Content(index + 1, "quotation" if words.low(index + 1) == '"' else "colon")
    if low == '"' and "t" in cue.frames and cue.shape != "noun":
        return Content(index, "quotation")
    if low == "that" and "t" in cue.frames:
        return _after_that(words, index, cue)
    if low in _WH and index == cue.after and words.low(cue.main) in _KNOWING:
        # "cannot tell who is right": to know, not to say.
        return None
    if low in _WH and ("w" in cue.frames or (cue.is_negated and "t" in cue.frames)) and cue.shape != "noun":
        return Content(index, "whether")
    return None


def _after_that(words: Words, index: int, cue: Cue) -> Content | None:
    """The clause "that" introduces; after a noun it may be relative, after a verb a demonstrative ("said that was")."""
    if cue.shape in ("noun", "phrase"):
        is_relative = opens_relative(words, index) or lacks_object(words, index + 1)
        is_clause = not is_relative and has_verb(words, index + 1, len(words))
        return Content(index + 1, "that") if is_clause else None
    if words.low(index - 1) in OCCASIONS and opens_relative(words, index):
        # "told members in a speech that lasted an hour"
        return None
    after = words.at(index + 1)
    if after.low in COORDINATORS or not (after.is_word or after.quotation or after.text in "$€£¥'‘“\",(["):
        # "rejected that and said": a pronoun.
        return None
    if is_auxiliary(words.low(index + 1)) and "'" not in words.low(index + 1):
        return Content(index, "clause") if "z" in cue.frames else None
    return Content(index + 1, "that")


def _pass_parenthesis(words: Words, comma: int) -> int:
    """From a comma after the cue to what follows: "said, however, that", "said, citing police, that", 'said, "..."'."""
    if words.low(comma + 1) in ('"', "that"):
        return comma + 1
    for index in range(comma + 1, min(comma + FARTHEST_THAT, len(words))):
        if words.low(index) == ",":
            return index + 1 if words.low(index + 1) in ('"', "that") else comma
    return comma


def _far_that(words: Words, cue: Cue, starts: list[int]) -> Content | None:
    """ "told a crowd of supporters in the north that": "that" comes later, with no verb in between."""
    if "t" not in cue.frames or cue.shape == "phrase":
        return None
    opener = words.low(starts[0])
    is_free = "a" in cue.frames or cue.shape == "noun" or opener in PREPOSITIONS or is_past(opener)
    for index in range(starts[-1], min(starts[-1] + FARTHEST_THAT, len(words)) if is_free else 0):
        low = words.low(index)
        if low == "that":
            # "announced in a speech that lasted": the clause tells of the speech.
            is_of_noun = cue.shape != "noun" and index > starts[-1] and opens_relative(words, index)
            return None if is_of_noun else _after_that(words, index, cue)
        # "carried by state media": a noun or adjective that has the form of a verb.
        before = words.low(index - 1)
        is_verb = low in VERB_FORMS and before not in PREPOSITIONS and before not in DETERMINERS
        if not words[index].is_word or is_auxiliary(low) or is_verb or low in CLAUSE_SUBJECTS:
            return None
        if cue.shape == "noun" and index - starts[-1] >= FARTHEST_NOUN:
            return None
    return None


def _unmarked(words: Words, index: int, cue: Cue) -> Content | None:
    frames, low = cue.frames, words.low(index)
    if "e" in frames:
        return Content(index, "noun") if cue.shape == "finite" and opens_figure(words, index) else None
    if "g" in frames:
        return Content(index, "noun") if cue.shape == "ing" and words.at(index).is_word else None
    if "x" in frames:
        linked = _linked_content(words, index, "as") if "d" in frames else None
        return _label(words, index) or linked or _named(words, index, cue)
    if "p" in frames:
        return _linked_content(words, index, "at")
    if cue.shape == "noun" or "o" in frames or "f" in frames:
        return _of_content(words, index, cue) or _named(words, index, cue)
    if "i" in frames and low == "to":
        # "urged people to stay": those urged belong to what is urged.
        return Content(min(index, pass_forward(words, cue.after)), "infinitive")
    if "z" in frames and opens_clause(words, index, cue):
        return Content(index, "clause")
    if "n" in frames or "s" in frames or ("N" in frames and cue.is_negated):
        return _noun_content(words, index, cue)
    return None


def _label(words: Words, index: int) -> Content | None:
    """The quoted name in 'called the plan "mad"'; it must follow in the same clause."""
    for at in range(index, min(index + FARTHEST_VERB, len(words))):
        low = words.low(at)
        if low == '"':
            return Content(at, "label")
        is_pronoun = at == index and low == "that"
        if not words[at].is_word or (low in SUBORDINATORS and not is_pronoun) or is_auxiliary(low):
            return None
    return None


def _of_content(words: Words, index: int, cue: Cue) -> Content | None:
    """ "accused Moscow of shelling": from the accused on; "allegations of fraud": what follows "of"."""
    if cue.shape == "noun":
        is_of = "o" in cue.frames and words.low(index) == "of"
        return Content(index + 1, "noun") if is_of and words.at(index + 1).is_word else None
    link = ("of",) if "o" in cue.frames else ("for",)
    for at in range(index, min(index + FARTHEST_VERB, len(words))):
        low = words.low(at)
        if low in link and at > index:
            return Content(index, "noun")
        if not words[at].is_word or low in SUBORDINATORS or is_auxiliary(low):
            return None
    return None


def _named(words: Words, index: int, cue: Cue) -> Content | None:
    """ "The report blames a worn cable": the accused alone."""
    return _noun_content(words, index, cue) if "n" in cue.frames and cue.shape == "finite" else None


def _linked_content(words: Words, index: int, link: str) -> Content | None:
    """ "described the plan as timid", "put the cost at 3 million": from what it is said of on."""
    if not (words.at(index).is_word or words.low(index) == '"') or words.low(index) in PREPOSITIONS:
        return None
    for at in range(index + 1, min(index + FARTHEST_VERB, len(words))):
        if words.low(at) == link:
            return Content(index, "noun") if link != "at" or opens_figure(words, at + 1) else None
        if not words[at].is_word or words.low(at) in SUBORDINATORS or is_auxiliary(words.low(at)):
            return None
    return None


def _noun_content(words: Words, index: int, cue: Cue) -> Content | None:
    """A noun phrase as content; where it is led by a noun of saying with "that" or "of", what that noun introduces."""
    low = words.low(index)
    first = words.at(index)
    if not first.is_word and not (low == '"' and words.at(index + 1).is_word):
        return None
    if low in PREPOSITIONS or low in SUBORDINATORS or low in COORDINATORS or low in _GIVEN_THINGS or is_auxiliary(low):
        return None
    if low in OBJECT_PRONOUNS and "a" in cue.frames:
        return None
    for at in range(index, min(index + FARTHEST_NOUN, len(words))):
        word = words[at].low
        if word in NOUNS_OF_SAYING:
            return _introduced(words, at) or Content(index, "noun")
        if at > index and (word in PREPOSITIONS or not words[at].is_word):
            break
    return Content(index, "noun") if "s" not in cue.frames else None


def _introduced(words: Words, noun: int) -> Content | None:
    """The clause after "that", or the phrase after "of", that belongs to a noun of saying."""
    if words.low(noun) in NOUNS_OF and words.low(noun + 1) == "of":
        return Content(noun + 2, "noun")
    for at in range(noun + 1, min(noun + 1 + FARTHEST_NOUN, len(words))):
        if words.low(at) == "that":
            return None if opens_relative(words, at) else Content(at + 1, "that")
        if not words[at].is_word or is_auxiliary(words.low(at)):
            return None
    return None


def _passive_content(words: Words, cue: Cue) -> Content | None:
    """ "it was reported that", "was told that", "was accused of", "is said to have"."""
    start = pass_forward(words, cue.after)
    if words.low(start) == "by":
        start = pass_forward(words, max(pass_addressee(words, start + 1), start + 1))
    low = words.low(start)
    if low == "that" and "t" in cue.frames and not opens_relative(words, start):
        return Content(start + 1, "that")
    if low == '"' and "t" in cue.frames and "a" in cue.frames:
        return Content(start, "quotation")
    if low in ("of", "for") and ("o" in cue.frames or "f" in cue.frames):
        return Content(start + 1, "noun")
    opens_phrase = words.low(start + 1) in DETERMINERS or words.at(start + 1).is_capital
    if low == "to" and not opens_phrase and "z" in cue.frames and "a" not in cue.frames and "i" not in cue.frames:
        # "is said to have"; not "was added to the list".
        return Content(start, "infinitive")
    return None

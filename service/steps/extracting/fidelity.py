"""Compares words that restate a source with the source: did they keep its numbers, names and negations?

Knows nothing of claims, prompts or reports. Errs towards refusing: a lost "not" is never a match (dependencies.md §8
measured 97 to 100 for it with every string distance).
"""

import re
from functools import lru_cache

from service.models import RestatementFault
from service.steps.vocabulary.folding import fold, words

# English whole; the negations of French, German, Spanish and Italian because a lost one is the costliest error.
_NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely unable "
    "refuse refused refuses refusing deny denied denies denying fail failed fails failing lack lacked lacks "
    "ne pas jamais aucun aucune sans nicht kein keine keinen niemals ohne nunca ningún sin non mai senza".split()
)
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split()
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SPELLED = {word: str(value) for value, word in enumerate(_UNITS)} | {word: str(ten) for word, ten in _TENS.items()}
_SPELLED |= {"hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000", "dozen": "12"}
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
# Usual beginnings of sentences, and words that stand with a capital without naming anybody.
_NOT_NAMES = frozenset(
    "a an the this that these those it its he she they his her their we our i you your who which what when where why "
    "how both each all some many most one two three no not and but or so yet if as at by for from in into of on over "
    "to with without after before during while since until because although though however meanwhile only other "
    "according said says report reports reported articles article outlets outlet there here also still neither either "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mr mrs ms dr "
    "authorities officials police witnesses residents people reports statements talks negotiations accounts details "
    "another among between despite following earlier later under over nearly almost about around separately "
    "meanwhile further additionally moreover nevertheless overall together instead later once then".split()
)


def fault(restated: str, source: str, *, context: str = "") -> RestatementFault | None:
    """What `restated` does to `source`: the first of number, negation or name it invents or loses, else None.

    Numbers and names may also stand in `context` (the lines around, outlets, speakers); negations must be those of
    `source` itself: both negated, or neither.
    """
    around = f"{source} {context}"
    if not numbers(restated) <= numbers(around):
        return "number_mismatch"
    if is_negated(restated) != is_negated(source):
        return "negation_mismatch"
    if not names(restated) <= _known_words(around):
        return "name_mismatch"
    return None


def numbers(text: str) -> frozenset[str]:
    """The numbers of `text` as plain digits, spelled-out ones included: "twenty-six" gives 20 and 6."""
    folded = fold(text).text
    digits = {_plain_digits(match) for match in _DIGITS.findall(folded)}
    spelled = {_SPELLED[word] for word in re.findall(r"[^\W\d_]+", folded) if word in _SPELLED and word != "one"}
    return frozenset(digits | spelled)


def is_negated(text: str) -> bool:
    """Whether any word of `text` negates, refuses or denies."""
    return any(_is_negation(word) for word in words(text))


def negations(text: str) -> list[str]:
    """The negating words of `text`, in order."""
    return [word for word in words(text) if _is_negation(word)]


def names(text: str) -> frozenset[str]:
    """The folded words of `text` that begin with a capital, less common ones.

    A word that only begins a sentence counts as a name too unless it is a usual beginning: an invented name there
    would pass otherwise, and a refused sentence costs less.
    """
    capitalised = (_bare(word) for word in _NAME.findall(text) if word[0].isupper())
    return frozenset(word for word in capitalised if word not in _NOT_NAMES)


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _plain_digits(number: str) -> str:
    """Thousands separators out, decimal point in: "1,200" and "1.200" are 1200, "1.1" stays."""
    return re.sub(r"[.,](?=\d{3}(?!\d))", "", number).replace(",", ".")


@lru_cache(maxsize=4_096)
def _bare(word: str) -> str:
    return fold(word).text.removesuffix("'s").removesuffix("'").strip("'-")


def _known_words(text: str) -> frozenset[str]:
    return frozenset(_bare(match) for match in _NAME.findall(text))

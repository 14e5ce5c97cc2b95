"""Right answers to the prompts as they are shipped, worked out from their words. Knows nothing of HTTP or of time.

What a careful model would do is not what is measured: a claim is a sentence as it stands, so that it is always
grounded; pairs are judged by whether their figures differ; a summary sentence repeats one finding.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

MOST_SENTENCES = 6
NEGATIONS = frozenset(("not", "denied"))

# The same marks as in prompts.fenced; no stranger's words can hold them.
_SENTENCE = re.compile(r"^(\d+): ⟦(.*)⟧$", re.MULTILINE)

_PAIR = re.compile(r"^Pair (\d+)$((?:\n(?!Pair \d).*)+)", re.MULTILINE)
_CLAIM = re.compile(r"^ *[AB]\. .*: ⟦([^⟧]*)⟧$", re.MULTILINE)
_WORD = re.compile(r"\w+")
_FINDING = re.compile(r"^(\d+)\. [a-z ]+$((?:\n\s*⟦.*⟧: ⟦.*⟧$)+)", re.MULTILINE)
_SIDE = re.compile(r"⟦(.*?)⟧: ⟦(.*)⟧")


class Unknown(ValueError):
    """A question of a shape that nobody here has an answer to."""


def answer(shape: str, question: str) -> str:
    """The JSON answer to `question`, the last message of a prompt whose reply is called `shape`. Raises Unknown."""
    try:
        return json.dumps(_BY_SHAPE[shape](question), ensure_ascii=False)
    except KeyError:
        raise Unknown(f"no answer of the shape {shape} is known here") from None


def _claims(question: str) -> dict[str, Any]:
    return {
        "claims": [
            {
                "sentence": int(number),
                "quote": words,
                "text": words,
                "speaker": None,
                "stance": "asserts",
                "kind": "fact",
            }
            for number, words in _SENTENCE.findall(question)
        ]
    }


def _verdicts(question: str) -> dict[str, Any]:
    pairs = [(int(number), _CLAIM.findall(shown)) for number, shown in _PAIR.findall(question)]
    return {"judgements": [{"pair": number, **_judge(*claims)} for number, claims in pairs]}


def _judge(a: str, b: str) -> dict[str, Any]:
    """Claims of much the same words agree, unless their figures or their negations differ."""
    words, others = set(_WORD.findall(a.lower())), set(_WORD.findall(b.lower()))
    differing = words ^ others
    if len(differing) > len(words & others):
        return {"relation": "unrelated", "type": None, "explanation": ""}
    if differing & NEGATIONS:
        return {"relation": "contradicts", "type": "negation", "explanation": "One denies what the other says."}
    if any(word[0].isdigit() for word in differing):
        return {"relation": "contradicts", "type": "number", "explanation": "The figures differ."}
    return {"relation": "agrees", "type": None, "explanation": ""}


def _summary(question: str) -> dict[str, Any]:
    findings = [(int(number), _SIDE.findall(sides)) for number, sides in _FINDING.findall(question)]
    return {
        "sentences": [
            {"text": "; ".join(f"{by} reports that {words}" for by, words in sides), "cites": [number]}
            for number, sides in findings[:MOST_SENTENCES]
        ]
    }


_BY_SHAPE: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "Proposals": _claims,
    "Judged": _verdicts,
    "Written": _summary,
}

"""Whether one text tells something as done at once that another tells as not done for a while. Knows nothing of claims.

"They came on immediately" and "they stayed dry for the first 20 minutes" exclude each other whatever the verbs.
"""

import re

_SPAN = r"(?:an?|half an?|the better part of an?|\d+|[a-z]+(?:-[a-z]+)?|several|some|about|nearly|almost|more than)"
_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?)"
_AT_ONCE = re.compile(
    rf"\b(?:at once|immediately|instantly|straight ?away|right away|promptly|without (?:any )?delay|"
    rf"within (?:{_SPAN} )?(?:seconds|moments|a minute)|in seconds|as soon as|on time)\b",
    re.I,
)
_NOT_FOR = re.compile(
    rf"\b(?:n[o']t|never|dry|silent|dark|idle|still|closed|shut|dead|off|unanswered|untouched|nobody|nothing|no one)\b"
    rf"[^,.;]{{0,40}}?\bfor (?:the first |another |up to |about |nearly |at least |more than )?"
    rf"{_SPAN} (?:\w+ )?{_UNIT}\b|"
    rf"\bn(?:o|['’])t\b[^,.;]{{0,40}}?\buntil {_SPAN} (?:\w+ )?{_UNIT} (?:later|after)\b|"
    rf"\bonly after {_SPAN} (?:\w+ )?{_UNIT}\b|\b{_UNIT} (?:too )?late\b|\bwere delayed\b|\bwas delayed\b",
    re.I,
)


def opposed(a: str, b: str) -> bool:
    """Whether one of two texts on one thing says "at once" and the other "not for so long"; symmetric."""
    return _is_prompt(a) and _is_slow(b) or _is_prompt(b) and _is_slow(a)


def _is_prompt(text: str) -> bool:
    return bool(_AT_ONCE.search(text)) and not _is_slow(text)


def _is_slow(text: str) -> bool:
    return bool(_NOT_FOR.search(text))

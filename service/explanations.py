"""Takes out of an explanation what a reader has seen already. Knows nothing of where it is shown."""

import re

# `RT: “their words” The Post: “others” ` before the reason; marks inside are never of this kind.
_QUOTATIONS_FIRST = re.compile(r"^(?:[^“”]{1,200}: “[^“”]*” ){2}")


def without_quotations(explanation: str) -> str:
    """The explanation without the words of both sides it may begin with, which stand beside it."""
    return _QUOTATIONS_FIRST.sub("", explanation) or explanation

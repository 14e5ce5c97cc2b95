"""Makes a stranger's words safe to print on a terminal or a page. Knows nothing of what they say.

An article may hold escape sequences that repaint the screen, retitle the window or turn the reading direction, so
that what a person reads is not what the report says.
"""

import unicodedata

# The joiners shape emoji and several scripts; every other invisible format character can hide or reorder words.
_JOINERS = "\u200c\u200d"
_CONTROL_PICTURES = 0x2400


def one_line(words: str) -> str:
    """`words` on one line: white space becomes single spaces, control characters become visible signs for them."""
    return " ".join(harmless(words).split())


def harmless(words: str) -> str:
    """`words` with every white space a space, and nothing in them that hides, reorders or acts."""
    return words if words.isprintable() else "".join(map(_shown, words))


def quoted(words: str) -> str:
    """The words between quotation marks; marks inside stay as they are, so the outer ones are of the other kind."""
    line = one_line(words)
    return f"‘{line}’" if any(mark in line for mark in '“”"') else f"“{line}”"


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if char.isspace() or category in ("Zl", "Zp"):
        return " "
    if category == "Cf":
        return char if char in _JOINERS else ""
    if category == "Cc":
        return chr(_CONTROL_PICTURES + ord(char)) if ord(char) < 0x20 else "\ufffd"
    return "\ufffd" if category == "Cs" else char

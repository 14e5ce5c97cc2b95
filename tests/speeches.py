"""What is said in a text, as tests write it down: content, cue, speaker, stance, mode."""

from pathlib import Path
from typing import NamedTuple

from service.models import Mode, Speech, Stance
from service.steps import sentences, speech

PAPERS = Path(__file__).parent.parent / "evals" / "cases" / "paris-talks"


class Said(NamedTuple):
    """One stretch of reported speech; line breaks in it are written as spaces."""

    content: str
    cue: str
    speaker: str | None
    stance: Stance = "asserts"
    mode: Mode = "indirect"


def find(text: str) -> tuple[Speech, ...]:
    """The reported speech of `text`."""
    return speech.find(text, sentences.split(text))


def said(text: str) -> list[Said]:
    """The reported speech of `text`, in the form tests compare."""
    return [
        Said(
            " ".join(text[found.start : found.end].split()),
            found.cue,
            found.speaker.name if found.speaker else None,
            found.stance,
            found.mode,
        )
        for found in find(text)
    ]


def paper(name: str) -> str:
    """The text of a reference article, every character as it is in the file."""
    return (PAPERS / name).read_bytes().decode("utf-8")

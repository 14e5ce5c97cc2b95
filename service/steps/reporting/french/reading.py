"""Finds everything a French article reports as said by somebody. Knows nothing of claims.

Quotation marks give the scopes of direct speech, scopes.py those of indirect speech. What a quotation holds is its
speaker's, whole; an incise inside the marks ("« Rien, a-t-il dit, n'est perdu. »") parts it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from service.models import Mode, Sentence, Speaker, Speech
from service.steps.layout.paragraphs import find_paragraphs, trim
from service.steps.reporting.french import cues, scopes
from service.steps.reporting.french.scopes import BLANK, Scope
from service.steps.reporting.french.speakers import Speakers
from service.steps.reporting.quotation_marks import Quotation, pair

# Quoted words without a cue are somebody's from this many words on; fewer are a term the reporter keeps at a distance.
FEWEST_QUOTED_WORDS = 6
_UNTOLD = frozenset({"teaser", "address"})
_INCISE = re.compile(r", ([^,.;:!?]{4,90})(?=[,.!?])")
_EDGES = " ,;:.\u00a0\u202f\n"


class _Unit(NamedTuple):
    """Sentences joined by a quotation that runs over them."""

    start: int
    end: int


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Speech, ...]:
    """Every stretch of reported speech, by position, outer before inner."""
    quotations = [one for one in pair(text, find_paragraphs(text)) if one.depth == 0 and one.is_closed]
    speakers, found = Speakers(text), list[Speech]()
    before = 0
    for unit in _units(sentences, quotations):
        speakers.reach = before
        inside = [one for one in quotations if unit.start <= one.start and one.end <= unit.end]
        found += _read(text, unit, inside, speakers)
        before = unit.start
    return tuple(sorted(set(found), key=lambda one: (one.start, -one.end, one.cue_start)))


def _units(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[_Unit]:
    units: list[_Unit] = []
    for sentence in (one for one in sentences if one.role not in _UNTOLD):
        runs_on = units and any(one.start < units[-1].end and sentence.start < one.end for one in quotations)
        if runs_on:
            units[-1] = _Unit(units[-1].start, sentence.end)
        else:
            units.append(_Unit(sentence.start, sentence.end))
    return units


def _read(text: str, unit: _Unit, quotations: Sequence[Quotation], speakers: Speakers) -> list[Speech]:
    blanked = _blank(text, unit, quotations)
    found: list[Speech] = []
    for scope in scopes.read(blanked):
        speaker = _resolve(scope, unit, speakers)
        for part in scope.parts:
            found += _build(text, unit, scope, part, (speaker, quotations))
        if speaker and found:
            speakers.remember(speaker)
    for quotation in quotations:
        if not any(one.start < quotation.end and quotation.start < one.end for one in found):
            found += _alone(
                text, quotation, _incise(text, quotation, speakers), is_only=_is_only(blanked), speakers=speakers
            )
    return [one for one in found if one.start <= one.end]


def _blank(text: str, unit: _Unit, quotations: Sequence[Quotation]) -> str:
    """The unit with quotations blanked and line breaks made spaces."""
    words = re.sub(r"[\n\u00a0\u202f]", " ", text[unit.start : unit.end]).replace("’", "'")
    for one in quotations:
        first, last = one.start - unit.start, one.end - unit.start
        words = words[:first] + BLANK * (last - first) + words[last:]
    return words


def _resolve(scope: Scope, unit: _Unit, speakers: Speakers) -> Speaker | None:
    if scope.speaker is None:
        return None
    return speakers.resolve(unit.start + scope.speaker[0], unit.start + scope.speaker[1])


def _build(
    text: str, unit: _Unit, scope: Scope, part: tuple[int, int], told: tuple[Speaker | None, Sequence[Quotation]]
) -> list[Speech]:
    speaker, quotations = told
    start, end = _strip(text, unit.start + part[0], unit.start + part[1])
    whole = next((one for one in quotations if one.start <= start and end <= one.end and start < end), None)
    mode: Mode = "indirect"
    if whole:
        start, end = _inner(text, whole)
        mode = "direct"
    elif any(start <= one.start < end for one in quotations):
        mode = "mixed"
    is_act = scope.cue.stance in ("denies", "does_not_confirm")
    if start >= end and not is_act:
        return []
    cue_start, cue_end = unit.start + scope.cue.start, unit.start + scope.cue.end
    start, end = (start, end) if start < end else (cue_end, cue_end)
    speaks_denial = mode == "direct" and end <= cue_start and scope.cue.stance == "denies"
    return [
        Speech(
            start=start,
            end=end,
            mode=mode,
            stance="asserts" if speaks_denial else scope.cue.stance,
            cue=" ".join(text[cue_start:cue_end].split()),
            cue_start=cue_start,
            cue_end=cue_end,
            speaker=speaker,
        )
    ]


def _alone(
    text: str, quotation: Quotation, incise: Speech | None, *, is_only: bool, speakers: Speakers
) -> list[Speech]:
    """A quotation that no cue of its sentence claims: parted by an incise, or going on, or nobody's in particular."""
    start, end = _inner(text, quotation)
    if incise:
        left = incise.model_copy(update={"start": start, "end": incise.start})
        right_start, right_end = _strip(text, incise.end, end)
        right = incise.model_copy(update={"start": right_start, "end": right_end})
        speakers.remember(incise.speaker)
        return [left, right] if right_start < right_end else [left]
    if len(text[start:end].split()) < FEWEST_QUOTED_WORDS:
        return []
    last = speakers.last if is_only and speakers.last and speakers.last.start >= speakers.reach else None
    stance = "asserts" if last else "unclear"
    return [
        Speech(start=start, end=end, mode="direct", stance=stance, cue="", cue_start=start, cue_end=start, speaker=last)
    ]


def _is_only(blanked: str) -> bool:
    return not blanked.replace(BLANK, "").strip(_EDGES)


def _incise(text: str, quotation: Quotation, speakers: Speakers) -> Speech | None:
    """The speaker named inside the marks: its span is that of the incise itself, from comma to comma."""
    words = _blank(text, _Unit(quotation.inner_start, quotation.inner_end), ())
    for match in _INCISE.finditer(words):
        at = quotation.inner_start + match.start(1)
        turned = next((cue for cue in cues.read_inverted(match[1]) if cue.start == 0), None)
        said = cues.SAYING.match(match[1])
        if turned:
            pronoun = match[1].lower().find(f"-{turned.pronoun}") + 1
            speaker = speakers.resolve(at + pronoun, at + pronoun + len(turned.pronoun))
            cue_end = at + turned.end
        elif said and re.match(r"\s+(?:l[ea]s? |l'|une? |[A-ZÀ-Þ]|M\. |Mme |son |sa )", match[1][said.end() :]):
            speaker = speakers.resolve(at + said.end(), at + len(match[1]))
            cue_end = at + said.end()
        else:
            continue
        left, right = quotation.inner_start + match.start(), quotation.inner_start + match.end()
        return Speech(
            start=left, end=right, mode="direct", stance="asserts", cue=" ".join(text[at:cue_end].split()),
            cue_start=at, cue_end=cue_end, speaker=speaker,
        )  # fmt: skip
    return None


def _inner(text: str, quotation: Quotation) -> tuple[int, int]:
    start, end = trim(text, quotation.inner_start, quotation.inner_end)
    return trim(text, start, end - 1) if text[end - 1] == "," and end - 1 > start else (start, end)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end

"""Works out what one article changed in a quotation another gives too. Knows no outlets and writes no sentences.

Both sides are taken to the ends of the sentences that their common words stand in; a side that ends earlier than its
quotation of the same sentence does in the other article has been cut.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.steps.quoting.quotation_pairs import Match, touched
from service.steps.quoting.utterances import Atom
from service.steps.quoting.word_diff import Gap, differs, find_gaps, is_negation
from service.steps.vocabulary.namesakes import relate

Kind = Literal["altered", "cut", "reworded", "reassigned"]
Range = tuple[int, int]
# With at least this share of the words alike, or this few others, a quotation is altered rather than reworded.
_ALTERED_SHARE, _ALTERED_WORDS = 0.8, 2
# So many words left out in one place are a cut, not an alteration.
_CUT_INSIDE = 4
# Beginnings or ends that differ on both sides are compared up to this length; longer ones are other sentences.
_LONGEST_EDGE = 8


@dataclass(frozen=True)
class Change:
    """What differs between the sides of a match, on atoms `a` and `b`; `gaps` are in order, `kinds` never empty."""

    match: Match
    kinds: tuple[Kind, ...]
    gaps: tuple[Gap, ...]
    a: Range
    b: Range


def find(matches: Sequence[Match]) -> list[Change]:
    """The changes that `matches` show, in their order; most show none."""
    holders: dict[tuple[int, int, int], list[Match]] = defaultdict(list)
    for match in matches:
        for key in _keys(match):
            holders[key].append(match)
    found = (
        _find(match, [other for key in _keys(match) for other in holders[key] if other is not match])
        for match in matches
    )
    return [change for change in found if change]


def _keys(match: Match) -> list[tuple[int, int, int]]:
    """Each side with the article it is compared to."""
    a, b = match.a, match.b
    return [(a.article, a.start, b.article), (b.article, b.start, a.article)]


def _find(match: Match, others: Sequence[Match]) -> Change | None:
    """The change of one match; words that `others` hold have not been left out."""
    a, b = match.a.atoms, match.b.atoms
    if match.is_retold:
        whole = Gap(0, len(a), 0, len(b))
        return Change(match, ("reworded",), (whole,), (0, len(a)), (0, len(b)))
    a_clip, b_clip = touched(a, *match.a_range), touched(b, *match.b_range)
    lead = Gap(a_clip[0], match.a_range[0], b_clip[0], match.b_range[0])
    tail = Gap(match.a_range[1], a_clip[1], match.b_range[1], b_clip[1])
    inner = find_gaps(match.runs, a, b)
    changed = [*_edge(lead, a, b), *inner, *_edge(tail, a, b)]
    cut = [gap for gap in (lead, tail) if _is_cut(gap, match, others)]
    if not (changed or cut):
        a_clip, b_clip = (0, len(a)), (0, len(b))
        lead, tail = (
            Gap(0, match.a_range[0], 0, match.b_range[0]),
            Gap(match.a_range[1], len(a), match.b_range[1], len(b)),
        )
        cut = [gap for gap in (lead, tail) if _is_cut(gap, match, others)]
        cut = [] if _cuts_both(cut) else cut
    kinds = _kinds(match, changed, cut)
    shown = sorted({*changed, *(cut if "cut" in kinds else ())}, key=lambda gap: (gap.a_start, gap.b_start))
    return Change(match, kinds, tuple(shown), a_clip, b_clip) if kinds else None


def _edge(gap: Gap, a: Sequence[Atom], b: Sequence[Atom]) -> list[Gap]:
    """The gap before or behind all common words, if both sides have words of weight there, and few."""
    ours, theirs = a[gap.a_start : gap.a_end], b[gap.b_start : gap.b_end]
    is_short = 0 < len(ours) <= _LONGEST_EDGE and 0 < len(theirs) <= _LONGEST_EDGE
    return [gap] if is_short and _tells([*ours, *theirs]) and differs(gap, a, b) else []


def _is_cut(gap: Gap, match: Match, others: Sequence[Match]) -> bool:
    """Whether one side alone has words that tell something in `gap`, and the other article has them nowhere else."""
    ours, theirs = match.a.atoms[gap.a_start : gap.a_end], match.b.atoms[gap.b_start : gap.b_end]
    if bool(ours) == bool(theirs) or not _tells(ours or theirs):
        return False
    held = [_held_by(other, match) for other in others]
    start, end, side = (gap.a_start, gap.a_end, 0) if ours else (gap.b_start, gap.b_end, 1)
    return not any(place[side][0] < end and start < place[side][1] for place in held)


def _held_by(other: Match, match: Match) -> tuple[Range, Range]:
    """The atoms of both sides of `match` that `other` holds; empty ranges where it is of other utterances."""
    nothing = (0, 0)
    return (
        other.a_range if other.a is match.a and other.b.article == match.b.article else nothing,
        other.b_range if other.b is match.b and other.a.article == match.a.article else nothing,
    )


def _cuts_both(cut: Sequence[Gap]) -> bool:
    """Whether each side goes on where the other ends: two extents of one speech, neither a shortening of the other."""
    return any(gap.a_start < gap.a_end for gap in cut) and any(gap.b_start < gap.b_end for gap in cut)


def _tells(atoms: Sequence[Atom]) -> bool:
    return any(atom.weight > 0 or is_negation(atom) for atom in atoms)


def _kinds(match: Match, changed: Sequence[Gap], cut: Sequence[Gap]) -> tuple[Kind, ...]:
    kinds: list[Kind] = []
    small = [gap for gap in changed if not _is_omission(gap)]
    if changed and _is_reworded(match, changed):
        kinds.append("reworded")
    else:
        kinds += ["altered"] if small else []
        kinds += ["cut"] if cut or len(small) < len(changed) else []
    if relate(match.a.speaker, match.b.speaker) == "different":
        kinds.append("reassigned")
    return tuple(kinds)


def _is_omission(gap: Gap) -> bool:
    ours, theirs = gap.a_end - gap.a_start, gap.b_end - gap.b_start
    return min(ours, theirs) == 0 and max(ours, theirs) >= _CUT_INSIDE


def _is_reworded(match: Match, changed: Sequence[Gap]) -> bool:
    """Whether many words differ: long omissions are cuts and leave the rest as it was."""
    a, b = match.a.atoms, match.b.atoms
    alike = sum(a[run.a + step].literal == b[run.b + step].literal for run in match.runs for step in range(run.size))
    left_out = [gap for gap in changed if _is_omission(gap)]
    ours = match.a_range[1] - match.a_range[0] - alike - sum(gap.a_end - gap.a_start for gap in left_out)
    theirs = match.b_range[1] - match.b_range[0] - alike - sum(gap.b_end - gap.b_start for gap in left_out)
    return max(ours, theirs) > _ALTERED_WORDS and 2 * alike < _ALTERED_SHARE * (2 * alike + ours + theirs)

"""Aligns two quotations word by word. Knows nothing of articles, outlets or speakers.

The longest common subsequence over the words' keys (rapidfuzz), of which the densest stretch is kept: a match a dozen
words away from all others is chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from service.steps.quoting.utterances import EDITED, Atom

# Words without a match that part two stretches of matches.
_WIDEST_GAP = 12
# A lone grammar word this far from the next match is no beginning and no end.
_LOOSE_GAP = 4
# Words a run needs to hold on to another across any gap.
_FIRM = 3
_CONTRACTED = {
    "can't": "cannot",
    "won't": "willnot",
    "i'm": "iam",
    **{f"{who}'re": f"{who}are" for who in ("we", "you", "they")},
    **{f"{who}'ve": f"{who}have" for who in ("i", "we", "you", "they")},
    **{f"{who}'ll": f"{who}will" for who in ("i", "we", "you", "they", "he", "she", "it")},
}
_NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot hardly".split())


@dataclass(frozen=True)
class Run:
    """`size` words with equal keys, from `a` on one side and from `b` on the other."""

    a: int
    b: int
    size: int


@dataclass(frozen=True)
class Gap:
    """Words `a_start:a_end` of one side and `b_start:b_end` that stand in their place; either may be empty."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def align(a: Sequence[Atom], b: Sequence[Atom]) -> tuple[Run, ...]:
    """The runs of common words, in order: the densest stretch of them; () if nothing is common."""
    opcodes = LCSseq.opcodes([atom.key for atom in a], [atom.key for atom in b])
    equal = [code for code in opcodes if code.tag == "equal"]
    runs = [Run(code.src_start, code.dest_start, code.src_end - code.src_start) for code in equal]
    stretches = _part(_slide(runs, a, b))
    densest = max(stretches, key=lambda runs: (weigh(runs, a), sum(run.size for run in runs)), default=[])
    return tuple(_drop_loose_ends(densest, a))


def weigh(runs: Sequence[Run], a: Sequence[Atom]) -> float:
    """What the common words tell: the summed weight of those on side a."""
    return sum(atom.weight for run in runs for atom in a[run.a : run.a + run.size])


def find_gaps(runs: Sequence[Run], a: Sequence[Atom], b: Sequence[Atom]) -> list[Gap]:
    """Where the two sides differ between the first and the last run; gaps a grammar word apart are made one."""
    gaps = [
        Gap(run.a + step, run.a + step + 1, run.b + step, run.b + step + 1)
        for run in runs
        for step in range(run.size)
        if a[run.a + step].literal != b[run.b + step].literal
    ]
    gaps += [Gap(run.a + run.size, after.a, run.b + run.size, after.b) for run, after in pairwise(runs)]
    merged = _merge(sorted(gaps, key=lambda gap: (gap.a_start, gap.b_start)), a)
    return [gap for gap in merged if differs(gap, a, b)]


def differs(gap: Gap, a: Sequence[Atom], b: Sequence[Atom]) -> bool:
    """Whether the words in `gap` are others, not the same words joined or parted, or what an editor marked."""
    ours, theirs = a[gap.a_start : gap.a_end], b[gap.b_start : gap.b_end]
    if any(atom.literal == EDITED for atom in (*ours, *theirs)):
        return False
    return _spell_out(ours) != _spell_out(theirs)


def _spell_out(atoms: Sequence[Atom]) -> str:
    """The words as one string: contractions spelled out, without "per cent", which may be a sign on the other side."""
    words = [_CONTRACTED.get(atom.literal, atom.literal) for atom in atoms]
    parts = [word.removesuffix("n't") + "not" if word.endswith("n't") else word for word in words]
    return "".join(parts).replace("percent", "")


def is_negation(atom: Atom) -> bool:
    """Whether leaving the word out turns what is said round."""
    return atom.literal in _NEGATIONS or atom.literal.endswith("n't")


def _slide(runs: list[Run], a: Sequence[Atom], b: Sequence[Atom]) -> list[Run]:
    """Moves each run to the one behind it where the words allow: of equal alignments the one in fewer pieces."""
    moved: list[Run] = []
    for run in reversed(runs):
        after = moved[-1] if moved else None
        if after:
            a_start, b_start = after.a - run.size, after.b - run.size
            is_free = a_start == run.a or b_start == run.b
            keys = [atom.key for atom in a[run.a : run.a + run.size]]
            if is_free and [x.key for x in a[a_start : after.a]] == keys == [x.key for x in b[b_start : after.b]]:
                moved[-1] = Run(a_start, b_start, run.size + after.size)
                continue
        moved.append(run)
    return moved[::-1]


def _part(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs in stretches without wide gaps; one side may leave out any number of words between two firm runs."""
    stretches: list[list[Run]] = []
    for run in runs:
        last = stretches[-1][-1] if stretches else None
        if last and _belong(last, run):
            stretches[-1].append(run)
        else:
            stretches.append([run])
    return stretches


def _belong(last: Run, run: Run) -> bool:
    gaps = run.a - last.a - last.size, run.b - last.b - last.size
    return max(gaps) <= _WIDEST_GAP or (min(gaps) == 0 and min(last.size, run.size) >= _FIRM)


def _drop_loose_ends(runs: Sequence[Run], a: Sequence[Atom]) -> list[Run]:
    kept = list(runs)
    while len(kept) > 1 and _is_loose(kept[0], kept[1], a):
        kept.pop(0)
    while len(kept) > 1 and _is_loose(kept[-1], kept[-2], a):
        kept.pop()
    return kept


def _is_loose(end: Run, inner: Run, a: Sequence[Atom]) -> bool:
    first, second = (end, inner) if end.a < inner.a else (inner, end)
    gap = max(second.a - first.a - first.size, second.b - first.b - first.size)
    return gap > _LOOSE_GAP and end.size <= 2 and weigh([end], a) == 0.0


def _merge(gaps: Sequence[Gap], a: Sequence[Atom]) -> list[Gap]:
    merged: list[Gap] = []
    for gap in gaps:
        last = merged[-1] if merged else None
        between = a[last.a_end : gap.a_start] if last else ()
        if last and len(between) <= 1 and all(atom.weight == 0.0 for atom in between):
            merged[-1] = Gap(last.a_start, gap.a_end, last.b_start, gap.b_end)
        else:
            merged.append(gap)
    return merged

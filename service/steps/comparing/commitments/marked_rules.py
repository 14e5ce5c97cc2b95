"""Conflicts between what two articles commit themselves to (marks.py): who, why, where, in what state, none or some.

Knows nothing of figures. Whose conflict it is follows alignment.settle: two papers in their own words, or each on the
word of a speaker of its own, contradict each other; where a paper gives both versions, it is their speakers' dispute.
Nothing read so is more than `likely`, and only a side or a state told on one word is that.
"""

from service.models import Confidence
from service.steps.comparing.alignment import may_conflict, on_one_word, times_differ
from service.steps.comparing.commitments import marks
from service.steps.comparing.commitments.marks import Clash
from service.steps.comparing.rulings import Ruling, one_line
from service.steps.comparing.tellings import Telling, Tellings

_WHAT = {
    "cause": "give different causes",
    "identity": "name two in one part",
    "place": "place it on different sides",
    "negation": "have none and some",
    "other": "tell states that exclude each other",
}
# Here the names are what they part over.
_OF_NAMES = frozenset({"identity", "place"})


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """The conflict between two claims of two articles, or None."""
    if a.read is b.read or not may_conflict(a, b) or times_differ(a, b):
        return None
    clash = marks.clash(a, b, tellings)
    if clash is None:
        return None
    if clash.type not in _OF_NAMES and tellings.lexicon.have_names_apart(a.content, b.content):
        return None
    words = f"“{one_line(clash.ours.words)}” and “{one_line(clash.theirs.words)}”"
    reason = f"{a.name} and {b.name} {_WHAT.get(clash.type, _WHAT['other'])}: {words}."
    if clash.ours.may_change and a.published and b.published and a.published != b.published:
        return Ruling("updates", clash.type, f"{reason} The papers are of different days.", "possible")
    if not _gives_both(a, b, clash, tellings):
        return Ruling("contradicts", clash.type, reason, _confidence(a, b, clash))
    if on_one_word(a, b):
        return None
    return Ruling("disputes", clash.type, f"{reason} A paper gives both versions.", "possible")


def _gives_both(a: Telling, b: Telling, clash: Clash, tellings: Tellings) -> bool:
    return marks.gives(a.read, clash.theirs, tellings) or marks.gives(b.read, clash.ours, tellings)


def _confidence(a: Telling, b: Telling, clash: Clash) -> Confidence:
    is_plain = on_one_word(a, b) and clash.type in ("place", "other", "negation")
    return "likely" if is_plain else "possible"

"""Reads the cues that name a source beside what is said: "according to X", "citing X", "by X's account".

Knows no verbs of saying; those are for steps/reporting/links.py.
"""

from service.steps.reporting.clause_verbs import has_verb
from service.steps.reporting.clauses import Clauses, Link
from service.steps.reporting.contents import Content
from service.steps.reporting.cue_groups import Cue
from service.steps.reporting.cues import NO_SOURCES, NOUNS, NOUNS_OF_SAYING
from service.steps.reporting.name_phrases import trim_name
from service.steps.reporting.organisations import HEADS
from service.steps.reporting.people import TITLES
from service.steps.reporting.subjects import Subject, find_after
from service.steps.reporting.word_classes import COORDINATORS, OCCASIONS, is_adverb, is_past
from service.steps.reporting.words import Words

# Cues that name a source for what another cue reports.
CITING = frozenset(("citing", "quoting"))
# Fewer words before "according to" are no statement.
FEWEST_WORDS = 3
# Words between "by" and the one whose account it is.
LONGEST_OWNER = 8
# Who is cited without a name.
TELLERS = frozenset(
    "official officials source sources witness witnesses people person persons residents doctors experts data figures"
    " documents document records footage papers media paper family friends relatives lawyers analysts diplomats".split()
)
_BY = frozenset(("by", "in", "on"))


def read_source(clauses: Clauses, cue: Cue) -> Link | None:
    """ "According to X, ...", "..., according to X"."""
    words = clauses.words
    subject = find_after(words, cue.after)
    if not subject or any(words.low(at) in NO_SOURCES for at in range(subject.start, subject.end)):
        return None
    opener = next(
        (at for at in range(cue.first) if words.low(at) not in COORDINATORS and not is_adverb(words.low(at))),
        cue.first,
    )
    if opener == cue.first:
        comma = clauses.next_comma(subject.end)
        right = Content(comma + 1, "clause") if comma + 1 < len(words) else None
        return Link(cue, subject, right) if right else None
    end = cue.first - 1 if words.low(cue.first - 1) == "," else cue.first
    left = clauses.left_from(end)
    if not left:
        return None
    is_quoted = words.at(left[1] - 1).quotation is not None
    is_told = is_quoted or has_verb(words, *left)
    resumed = None if is_told or _tells_of_source(words, subject) else clauses.resumed(subject.end)
    right = resumed or read_continued(clauses, left, subject.end)
    is_whole = resumed is None and (is_quoted or left[1] - left[0] >= FEWEST_WORDS)
    return Link(cue, subject, right, left, end) if is_whole or right else None


def read_citing(clauses: Clauses, cue: Cue) -> Link | None:
    """ "..., citing police": the source of what the cue before reports."""
    subject = find_after(clauses.words, cue.after)
    governing = next((link for link in reversed(clauses.links) if link.cue.shape in ("finite", "source")), None)
    opens = clauses.words.low(cue.first - 1) == "," or cue.first == 0
    if not subject or not governing or not (opens or governing.left is not None):
        return None
    if not _is_source(clauses.words, subject):
        # "citing high costs": a reason the speaker gives.
        return Link(cue, governing.subject, Content(subject.start, "noun"), closes=cue.first - 1) if opens else None
    return governing._replace(cue=cue, subject=subject, closes=None)


def read_account(clauses: Clauses, cue: Cue) -> Link | None:
    """ "By the company's account, ..." and "..., by the company's account"."""
    words = clauses.words
    owner = cue.first - (words.low(cue.first - 1) == "own")
    opener = next((at for at in range(owner - 1, max(owner - LONGEST_OWNER, -1), -1) if words.low(at) in _BY), None)
    if opener is None or words.low(cue.main) in ("account", "accounts") and words.low(opener) != "by":
        # "on the company's account": for its sake.
        return None
    name = trim_name(words, opener + 1, owner) if words.at(owner - 1).is_possessive else None
    subject = Subject(*name, clause=opener) if name else None
    if opener == 0:
        comma = cue.after if words.low(cue.after) == "," else cue.after - 1
        return Link(cue, subject, Content(comma + 1, "clause")) if comma + 1 < len(words) else None
    left = clauses.left_from(opener - (words.low(opener - 1) == ","))
    return Link(cue, subject, None, left, opener) if left and has_verb(words, *left) else None


def read_continued(clauses: Clauses, left: tuple[int, int], after: int) -> Content | None:
    """What goes on after an inserted cue; behind a quotation the reporter has the word again."""
    is_quoted = clauses.words.at(left[1] - 1).quotation is not None
    return None if is_quoted else clauses.continued(after)


def _tells_of_source(words: Words, subject: Subject) -> bool:
    """ "According to the report, published on Thursday": what follows a document and its comma is said of it."""
    is_document = any(words.low(at) in OCCASIONS for at in range(subject.start, subject.end))
    return is_document and words.low(subject.end) == "," and is_past(words.low(subject.end + 1))


def _is_source(words: Words, subject: Subject) -> bool:
    """Whether the phrase names somebody or something that tells: a name, a body, a title, people, a document."""
    held = [words[at] for at in range(subject.start, subject.end)]
    kinds = HEADS | TITLES | TELLERS | OCCASIONS | set(NOUNS) | NOUNS_OF_SAYING
    return any(word.is_capital or word.low in kinds or word.low.removesuffix("s") in kinds for word in held)

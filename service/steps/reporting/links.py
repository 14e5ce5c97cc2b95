"""Reads the cues of one sentence into links: each with the words it reports and the words that name its speaker.

One reader for each shape of cue. Knows no names; where what is said ends is for steps/reporting/scopes.py.
"""

from service.steps.reporting.adverbials import pass_forward
from service.steps.reporting.agreement import agrees, is_nobody
from service.steps.reporting.clause_verbs import has_verb
from service.steps.reporting.clauses import DASHES, Clauses, Link
from service.steps.reporting.contents import Content, find_content, find_question
from service.steps.reporting.cue_groups import Cue, find_cues, is_cue_verb
from service.steps.reporting.cues import BASE_FORMS, FORUMS, SOURCES
from service.steps.reporting.name_phrases import trim_name
from service.steps.reporting.sources import CITING, FEWEST_WORDS, read_account, read_citing, read_continued, read_source
from service.steps.reporting.subjects import Subject, find_after, find_before, find_clause_subject
from service.steps.reporting.word_classes import (
    BE,
    COORDINATORS,
    DETERMINERS,
    IRREGULAR_PAST,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_auxiliary,
    is_past,
)
from service.steps.reporting.words import Words

_QUOTING = frozenset("report reports reported reporting quote quotes quoted quoting cite cites cited citing".split())
LONGEST_QUOTED = 12
MOST_MODIFIERS = 3
# Frames of verbs that report only where their subject says so.
_OWN_SUBJECT = frozenset("eh")
_INSERTING = RELATIVES | {"where", "whom", "whose"}
# "If the minister says so": nobody has said it.
_SUPPOSING = frozenset(("if", "unless", "whether"))
_ADJECTIVES = frozenset(("unconfirmed", "repeated"))


def read_links(words: Words) -> list[Link]:
    """The links of one sentence, in the order of their cues."""
    clauses = Clauses(words)
    ahead: Cue | None = None
    for cue in find_cues(words):
        link = _read(clauses, cue)
        if link:
            clauses.add(link)
            cited = read_citing(clauses, ahead) if ahead and link.cue.shape == "finite" else None
            ahead = None
            if cited:
                clauses.add(cited)
        elif words.low(cue.first) in CITING:
            # "The Post, citing officials, reported that": what is cited comes later.
            ahead = cue
    return clauses.links


def _read(clauses: Clauses, cue: Cue) -> Link | None:
    if cue.shape == "source":
        return read_citing(clauses, cue) if clauses.words.low(cue.first) in CITING else read_source(clauses, cue)
    if cue.shape == "account":
        return read_account(clauses, cue)
    if cue.shape == "noun":
        return _read_noun(clauses, cue)
    if cue.shape == "phrase":
        return _read_phrase(clauses, cue)
    if cue.shape in ("ing", "infinitive"):
        return _read_participle(clauses, cue)
    return _read_passive(clauses, cue) if cue.is_passive else _read_finite(clauses, cue)


def _read_finite(clauses: Clauses, cue: Cue) -> Link | None:
    subject = find_before(clauses.words, cue.first, 0, clauses.starts)
    if subject is None and _stands_inverted(clauses, cue):
        return _read_inverted(clauses, cue)
    content = find_content(clauses.words, cue)
    if _OWN_SUBJECT.intersection(cue.frames) and (subject is None or subject.is_inherited):
        return None
    if subject is None:
        is_marked = content is not None and content.frame in ("that", "quotation", "colon")
        return Link(cue, None, content) if is_marked else None
    if subject.is_inherited:
        return Link(cue, clauses.shared_subject(cue), content, closes=subject.clause) if content else None
    return _read_with_subject(clauses, cue, subject, content or _relative_content(clauses, cue, subject))


def _read_with_subject(clauses: Clauses, cue: Cue, subject: Subject, content: Content | None) -> Link | None:
    words = clauses.words
    left = clauses.left(cue, subject, content)
    closes = clauses.closing(subject, is_trailing=left is not None)
    if not content and not left and not is_nobody(words, subject):
        return _read_as_clause(clauses, cue, subject)
    if not agrees(words, cue, subject) or words.low(subject.clause) in _SUPPOSING:
        return None
    if is_nobody(words, subject):
        content = content or find_question(words, cue)
        if cue.stance == "unclear":
            # "Nobody had asked them": no question was put, nothing is left open.
            return None
        return Link(cue._replace(stance="does_not_confirm"), None, content, closes=closes) if content else None
    if words.low(subject.start) == "there":
        # "There are fears that": nobody's in particular.
        return Link(cue, None, content, closes=closes) if content else None
    clauses.note_main(subject, closes)
    right = content if content and not (left and content.frame not in ("quotation", "that")) else None
    if not content and left and words.low(left[1]) == ",":
        # "The fire, police said, killed three": what was said goes on after the cue.
        is_cut = words.low(left[1] - 1) in SUBORDINATORS
        is_open = is_cut or not has_verb(words, *left)
        resumed = clauses.resumed(cue.after) if is_open else None
        right = resumed or read_continued(clauses, left, cue.after)
        left = None if is_cut else left
    is_inserted = subject.is_relative or words.low(subject.start - 1) in _INSERTING
    return Link(cue, subject, right, left, closes, is_inserted or clauses.opens_sentence(subject.clause))


def _relative_content(clauses: Clauses, cue: Cue, subject: Subject) -> Content | None:
    """ "the mine, which Berg said would close": the verb goes on without a subject of its own."""
    is_relative = clauses.words.low(subject.start - 1) in _INSERTING | {"that"}
    return Content(cue.after, "clause") if is_relative and is_auxiliary(clauses.words.low(cue.after)) else None


def _read_as_clause(clauses: Clauses, cue: Cue, subject: Subject) -> Link | None:
    """ "As the minister put it, ...": what is said is the main clause."""
    if clauses.words.low(subject.clause) != "as" or subject.start != subject.clause + 1:
        return None
    right = clauses.resumed(cue.after) if clauses.opens_sentence(subject.clause) or subject.clause == 0 else None
    return Link(cue, subject, right) if right else None


def _stands_inverted(clauses: Clauses, cue: Cue) -> bool:
    """Whether the cue follows what was said: '..., said Ann Lee'."""
    before = clauses.words.at(cue.first - 1)
    follows = before.quotation is not None or before.low == "," or before.low in DASHES
    subject = find_after(clauses.words, cue.after) if cue.first > 0 and follows else None
    # ", said it rained": no subject, what is said.
    low = clauses.words.low(subject.end) if subject else ""
    return subject is not None and not is_auxiliary(low) and not is_past(low)


def _read_inverted(clauses: Clauses, cue: Cue) -> Link | None:
    words = clauses.words
    subject = find_after(words, cue.after)
    end = cue.first - (words[cue.first - 1].quotation is None)
    left = clauses.left_from(end)
    is_quoted = words.at(end - 1).quotation is not None
    is_plain = words.low(cue.main) in ("said", "says") and left is not None and left[1] - left[0] >= FEWEST_WORDS
    is_sayable = left is not None and (is_quoted or has_verb(words, *left) or is_plain)
    answers = subject is not None and words.low(subject.end) == ":" and words.low(subject.end + 1) == '"'
    if subject and answers and not is_sayable and "t" in cue.frames:
        # 'Not so, says Lee: "..."'
        return Link(cue, subject, Content(subject.end + 1, "quotation"))
    if not subject or not left or "t" not in cue.frames or not is_sayable:
        return None
    right = None if is_quoted else read_continued(clauses, left, subject.end)
    if words.low(subject.end) in (",", ":") and words.low(subject.end + 1) == '"' and is_quoted:
        right = Content(subject.end + 1, "quotation")
    clauses.main = subject
    return Link(cue, subject, right, left, end)


def _read_passive(clauses: Clauses, cue: Cue) -> Link | None:
    content = find_content(clauses.words, cue)
    if not content:
        return _read_hearing(clauses, cue)
    before = find_before(clauses.words, cue.first, 0, clauses.starts)
    closes = clauses.closing(before, is_trailing=False) if before and content.frame != "infinitive" else None
    by = pass_forward(clauses.words, cue.after)
    subject = find_after(clauses.words, by + 1) if clauses.words.low(by) == "by" else None
    stance = "alleges" if content.frame == "infinitive" and cue.stance == "asserts" else cue.stance
    return Link(cue._replace(stance=stance), subject, content, closes=closes)


def _read_hearing(clauses: Clauses, cue: Cue) -> Link | None:
    """ "..., the inquest was told": somebody has said it there."""
    words = clauses.words
    forum = find_before(words, cue.first, 0, clauses.starts) if words.low(cue.main) == "told" else None
    if forum is None or not any(words.low(at) in FORUMS for at in range(forum.start, forum.end)):
        return None
    left = clauses.left(cue, forum, None)
    return Link(cue, None, None, left, clauses.closing(forum, is_trailing=True)) if left else None


def _read_participle(clauses: Clauses, cue: Cue) -> Link | None:
    words, content = clauses.words, find_content(clauses.words, cue)
    quoted = _quoted_subject(clauses, cue)
    if quoted and not content:
        return _read_quoting(clauses, cue, quoted)
    if "g" in cue.frames:
        return _read_pointing(clauses, cue, content)
    if (
        not content
        or "h" in cue.frames
        or words.low(cue.first - 1) in DETERMINERS
        or (cue.shape == "infinitive" and (content.frame not in ("that", "quotation") or clauses.links))
    ):
        return None
    opener = next((at for at in range(cue.first) if not is_adverb(words.low(at))), cue.first)
    if opener == cue.first or (opener == cue.first - 1 and words.low(opener) in PREPOSITIONS | COORDINATORS):
        comma = clauses.next_comma(content.start)
        subject = find_clause_subject(words, comma + 1, len(words)) if comma < len(words) else None
        return Link(cue, subject, content, ends_at_comma=True)
    if quoted:
        return Link(cue, quoted, content)
    follows_comma = words.low(cue.first - 1) == ","
    return Link(cue, clauses.shared_subject(cue), content, closes=cue.first - 1 if follows_comma else None)


def _read_pointing(clauses: Clauses, cue: Cue, content: Content | None) -> Link | None:
    """ "X rejected it, pointing to two hearings": what the one who has just spoken rests on."""
    words, comma = clauses.words, cue.first - 1
    if not content or not clauses.links or words.low(comma) != ",":
        return None
    ends_with_verb = is_cue_verb(words, comma - 1)
    subject = find_before(words, comma - 1, 0, clauses.starts) if ends_with_verb else clauses.links[-1].subject
    return Link(cue, subject, content, closes=comma)


def _read_quoting(clauses: Clauses, cue: Cue, quoted: Subject) -> Link | None:
    """'"...," the radio quoted Berg as saying': the quotation before the one who quotes."""
    for at in range(quoted.clause - 1, max(quoted.clause - LONGEST_QUOTED, -1), -1):
        if clauses.words[at].quotation:
            left = clauses.left_from(at + 1)
            return Link(cue, quoted, None, left, at + 1) if left else None
    return None


def _quoted_subject(clauses: Clauses, cue: Cue) -> Subject | None:
    """ "quoted Berg as saying": the one quoted speaks."""
    words = clauses.words
    if words.low(cue.first - 1) != "as":
        return None
    for at in range(cue.first - 2, max(cue.first - LONGEST_QUOTED, 0), -1):
        if words.low(at) in _QUOTING and words.low(at + 1) == "by":
            # "Berg was quoted by the radio as saying"
            first = at - 1 - (words.low(at - 2) in BE)
            return find_before(words, first, 0, clauses.starts) if words.low(at - 1) in BE | {"been"} else None
        if words.low(at) in _QUOTING:
            name = trim_name(words, at + 1, cue.first - 1)
            return Subject(*name, clause=at) if name else None
    return None


def _read_noun(clauses: Clauses, cue: Cue) -> Link | None:
    words, content = clauses.words, find_content(clauses.words, cue)
    if any(link.subject and link.subject.start <= cue.first < link.subject.end for link in clauses.links):
        # "according to the report of the inquiry": the source itself.
        return None
    if not content or (content.start in clauses.starts and cue.stance == "asserts"):
        # "said in a statement that": the verb has it already.
        return None
    if words.low(cue.after) == "by":
        return Link(cue, find_after(words, cue.after + 1), content)
    # "Despite the mayor's assurance that it was safe, it broke"
    opens = words.low(0) in PREPOSITIONS and not has_verb(words, 0, cue.first)
    start = cue.first
    while start > 0 and cue.first - start < 3 and words.at(start - 1).is_word and not _ends_modifiers(words, start - 1):
        start -= 1
    owner = next((at for at in range(start, cue.first) if words[at].is_possessive), None)
    if owner is not None:
        while start > 0 and words[start - 1].is_capital and start - 1 not in clauses.starts:
            start -= 1
        start -= words.low(start - 1) in DETERMINERS
        return Link(cue, Subject(start, owner + 1, start), content, ends_at_comma=opens)
    speaks = words.low(cue.main) in SOURCES
    return Link(cue, Subject(start, cue.after, start) if speaks else None, content, ends_at_comma=opens)


def _read_phrase(clauses: Clauses, cue: Cue) -> Link | None:
    content = find_content(clauses.words, cue)
    if not content:
        return None
    around = [link for link in clauses.links if link.right and link.right.start <= cue.first]
    return Link(cue, around[-1].subject if around else None, content)


def _ends_modifiers(words: Words, index: int) -> bool:
    """Whether the word at `index` is no modifier of the noun after it."""
    low = words.low(index)
    is_verb = low in BASE_FORMS or (
        (low.endswith(("ed", "ing")) or low in IRREGULAR_PAST)
        and not words.at(index - 1).is_possessive
        and low not in ("unconfirmed", "repeated")
    )
    is_function_word = low in PREPOSITIONS or low in DETERMINERS or low in COORDINATORS or low in SUBORDINATORS
    return is_function_word or is_verb or is_auxiliary(low)

"""Cuts an article into sentences and layout lines, each with the part it plays. Knows nothing of who says what.

sentencex finds the sentences of a paragraph; quotation marks and line breaks are blanked for it with characters of the
same length, since it keeps a long quotation whole and takes quadratic time over unpaired marks.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from service.models import Role, Sentence
from service.steps.layout import roles
from service.steps.layout.paragraphs import BLANK, Paragraph, find_paragraphs, trim
from service.steps.reporting.cues import VERB_FORMS

# Stops of scripts that put no space after them.
_SPACELESS_STOPS = "。！？｡．」』"
_MARKS = '"“”„‟«»‹›‘‚‛`「」『』《》〈〉〝〞＂'
_BLANKED = str.maketrans(dict.fromkeys(_MARKS + BLANK, " "))
_LONE_APOSTROPHE = re.compile(r"(?<!\w)['’]|['’](?!\w)")
_CLOSING = frozenset("\"'”’»›)]}」』》〉“")
# Cut by sentencex though no sentence ends there.
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:approx|e\.g|i\.e|vs|cf|figs?|pct|est|Hrn|nos?|No)\.$")
# German writes the day with a stop: "am 3. März".
_GERMAN_DAY = re.compile(r"\b(?:am|vom|zum|bis|den|dem|der) \d{1,2}\.$")
_GERMAN_MONTH = re.compile(r"(?:bis|und|Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_NAME_AND_VERB = re.compile(r"\s+(?!(?:The|A|An|He|She|It|They|We|I)\b)(?:[A-Z][\w.'’-]*\s+){1,4}(?P<verb>[a-z]+)\b")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]")
# Not cut by sentencex though a sentence ends there.
_MISSED_CUT = re.compile(r"(?<=[^\W\d_]… )(?=[^\W\d_a-z])|(?<=\b[Nn]o\. )(?=(?:[A-Z]\.){2}|[A-Z][a-z])")


class _Place(NamedTuple):
    """Where in the article a paragraph stands, as the roles before it tell."""

    is_in_body: bool = False
    is_below_header: bool = False

    def after(self, role: Role) -> "_Place":
        is_header = role in ("headline", "dateline")
        return _Place(self.is_in_body or role == "body", self.is_below_header or is_header)


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order, trimmed, never overlapping; offsets are code points. Linear in its length.

    A body paragraph is cut into sentences; a headline, date line, caption, teaser or source address is one piece.
    """
    paragraphs = find_paragraphs(text)
    found: list[Sentence] = []
    for paragraph, role in zip(paragraphs, _assign_roles(text, paragraphs), strict=True):
        spans = _cut(text, paragraph) if role == "body" else [(paragraph.start, paragraph.end)]
        found.extend(Sentence(start=start, end=end, role=role) for start, end in spans)
    return tuple(found)


def _assign_roles(text: str, paragraphs: Sequence[Paragraph]) -> list[Role]:
    assigned: list[Role] = []
    place = _Place()
    announces = False
    for index, paragraph in enumerate(paragraphs):
        words = text[paragraph.start : paragraph.end]
        role = paragraph.label
        if role is None and announces and not roles.ends_with_stop(words):
            role = "teaser"
        else:
            announces = role == "teaser" and roles.is_only_label(words)
        assigned.append(role or _place_role(text, paragraphs, index, place))
        place = place.after(assigned[-1])
    return assigned


def _place_role(text: str, paragraphs: Sequence[Paragraph], index: int, place: _Place) -> Role:
    words = text[paragraphs[index].start : paragraphs[index].end]
    if roles.is_caption(words):
        return "caption"
    is_top = not place.is_in_body
    if is_top and place.is_below_header and roles.is_scene(words):
        return "caption"
    if roles.is_headline(words) and (
        _is_title(text, paragraphs, index) if is_top else _is_subheading(paragraphs, index, words)
    ):
        return "headline"
    return "body"


def _is_title(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line at the top stands apart: by a blank line, a date line after it, or as the only short one."""
    if index + 1 == len(paragraphs):
        return False
    after = paragraphs[index + 1]
    following = text[after.start : after.end]
    if not after.is_soft or after.label == "dateline":
        return True
    is_unwrapped = len(following) > 120 and all(paragraph.is_soft for paragraph in paragraphs[1:])
    return index == 0 and is_unwrapped and roles.ends_with_stop(following)


def _is_subheading(paragraphs: Sequence[Paragraph], index: int, words: str) -> bool:
    if index + 1 == len(paragraphs) or paragraphs[index].is_soft or paragraphs[index + 1].is_soft:
        return False
    return len(words) <= 80 and words[0].isupper() and len(words.split()) <= 12


def _cut(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    start = paragraph.start
    for cut in [*_find_cuts(text[paragraph.start : paragraph.end]), paragraph.end - paragraph.start]:
        first, last = trim(text, start, paragraph.start + cut)
        if first < last:
            yield first, last
        start = paragraph.start + cut


def _find_cuts(words: str) -> list[int]:
    plain = _LONE_APOSTROPHE.sub(" ", words.translate(_BLANKED))
    candidates = {boundary["end_index"] for boundary in get_sentence_boundaries("en", plain)}
    candidates |= {match.start() for match in _MISSED_CUT.finditer(plain)}
    cuts: list[int] = []
    for candidate in sorted(candidates - {len(words)}):
        cut = _give_marks_back(words, candidate)
        if _may_cut(words, cuts[-1] if cuts else 0, cut):
            cuts.append(cut)
    return cuts


def _tells_who(before: str, rest: str) -> bool:
    """Whether "..., Ann Lee asked" goes on after '"Is it over?"': a name in capitals, then a verb of saying."""
    if before.rstrip("".join(_CLOSING))[-1:] not in "!?…":
        return False
    told = _NAME_AND_VERB.match(rest)
    return told is not None and told["verb"] in VERB_FORMS


def _give_marks_back(words: str, cut: int) -> int:
    """Moves a cut so that closing marks stay with the sentence before it and opening marks go to the one after."""
    first = cut
    while first > 0 and (words[first - 1] in BLANK or words[first - 1] in _MARKS or words[first - 1] in "'’"):
        first -= 1
    # Marks that touch the stop close it, as does a detached guillemet; the rest opens what follows.
    position = first
    while position < len(words) and (words[position] in _CLOSING or _is_detached_guillemet(words, position)):
        position += 1
    return position


def _is_detached_guillemet(words: str, position: int) -> bool:
    return (
        words[position] in BLANK
        and words[position + 1 : position + 2] == "»"
        and words[position + 2 : position + 3] in (*BLANK, "")
    )


def _may_cut(words: str, start: int, cut: int) -> bool:
    before, rest = words[max(start, cut - 40) : cut].rstrip(BLANK), words[cut : cut + 12].lstrip(BLANK)
    if not before or not rest:
        return False
    if (
        words[cut] not in BLANK
        and before.rstrip("".join(_CLOSING - set(_SPACELESS_STOPS)))[-1:] not in _SPACELESS_STOPS
    ):
        return False
    if before[-1] in _CLOSING and (rest[0].islower() or _tells_who(before, words[cut : cut + 80])):
        return False
    if _GERMAN_DAY.search(before) and _GERMAN_MONTH.match(rest):
        return False
    if before[-1] in "」』" and "ぁ" <= rest[0] <= "ゖ":
        # 「...」と言った: the particle goes on after what is quoted.
        return False
    is_number = cut - start < 12 and bool(_LIST_NUMBER.fullmatch(before.strip(BLANK)))
    is_answer = before.endswith(("no.", "No.")) and rest[0].isalpha()
    return not is_number and (is_answer or not _ABBREVIATION.search(before[-10:]))

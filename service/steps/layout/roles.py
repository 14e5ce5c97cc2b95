"""Tells what part a layout line plays from its own words: teaser, date line, caption, source address, or none of these.

Knows nothing of where the line stands; layout.py and sentences.py add that (a headline is known by its place).
"""

import re

from service.models import Role
from service.steps.layout.datelines import LONGEST_LINE, find_text_after_place, has_date, is_date_line, take_date_out

# Only so much of a line is looked at: a label stands at its beginning.
BEGINNING = 400
LONGEST_CAPTION = 600
LONGEST_HEADLINE = 250
FINAL_STOPS = ".。．｡…।။։۔"
OTHER_STOPS = "!?！？؟‼⁇⁉"
CLOSING = "\"'”’»›)]}」』）】〉》*"

# Labels of links to other articles; a space stands for any white space.
_TEASER_LABEL = "|".join(
    (
        "read (?:more|also|next|on)|also read|more (?:on|about|from|in) this(?: (?:story|topic))?|see also",
        "related(?: (?:stor(?:y|ies)|articles?|news|content|coverage|links?|topics?|reading))?",
        "watch(?: (?:also|more|live|now))?|listen(?: (?:also|now))?|don['’]?t miss|go deeper|further reading",
        "you (?:may|might) also (?:like|enjoy)|recommended(?: (?:for you|stories|reading))?|editor['’]?s picks?",
        "most (?:read|popular|viewed)|also (?:on|in|see)|top stories|trending(?: now)?",
        "lesen sie (?:auch|mehr)|mehr zum thema|lire (?:aussi|également)|à lire(?: aussi)?|leggi anche|lees ook",
        "lea (?:también|más)|leer más|leia (?:também|mais)|читайте также|читать далее|اقرأ أيض[اً]{1,2}",
        "阅读更多|相关阅读|関連記事",
    )
).replace(" ", r"\s+")
# The label alone, or with a colon, dash or bar after it, or in capitals.
_TEASER = re.compile(rf"[\W_]*(?:{_TEASER_LABEL})\s*(?::|：|»|>|\||[–—-]\s|$)", re.IGNORECASE)
_CAPITAL_TEASER = re.compile(r"\W*(?:READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|WATCH|RELATED|MORE ON THIS)\b")
_ONLY_LABEL = re.compile(rf"[\W_]*(?:{_TEASER_LABEL})[\W_]*", re.IGNORECASE)
_INVITATION = re.compile(
    r"\W*(?:sign\s+up\s+(?:for|to)\b|subscribe\s+(?:to|now|for|today)\b|click\s+here\b|tap\s+here\b|share\s+this\b"
    r"|follow\s+(?:us|@|\w+\s+on\s+(?:twitter|facebook|x|instagram))|download\s+(?:our|the)\b.{0,30}\bapp\b"
    r"|join\s+our\b|advertisement$|skip\s+advert|story\s+continues\s+below|continue\s+reading$"
    r"|\d+\s+min(?:ute)?s?\s+read$|support\s+(?:our|independent)\s+journalism)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\W*(?:(?:original|source|canonical|permanent|full|article|web|short)?\s*"
    r"(?:url|link|web\s*address|permalink)s?\s*(?::|：|$)"
    r"|source\s*(?::|：)|original\s+(?:article|source|story)\s*(?::|：|$)|available\s+at\s*:|retrieved\s+from\s*:?)",
    re.IGNORECASE,
)
_LONE_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S+(?:\s+\S+){0,3}", re.IGNORECASE)
_CREDIT = re.compile(
    r"\W*(?:reporting|additional\s+reporting|editing|edited|writing|compiled|translated)\s+by\s+[^\W\d_]", re.IGNORECASE
)
_BYLINE = re.compile(r"(?:By|BY)(?:\s+(?:[^\W\d_a-z][\w.'’-]*,?|and|in|for|de|van|von|of|the|&|\|)){1,12}")
_CAPTION_LABEL = re.compile(
    r"\W*(?:file\s+photo|photo(?:graph)?|picture|image|pic|caption|video|graphic|map|illustration|foto|bild|фото)\b"
    r"(?:\s+(?:by|credit|courtesy)\b|\s*[:：©/])|\W*file\s*(?:[–—:]|-\s)|\W*file\s+(?:photo|picture|image)\b",
    re.IGNORECASE,
)
_CAPTION_MARK = re.compile(
    r"\((?:L|R|C|2nd\s[LR]|second\s(?:left|right)|(?:far\s)?(?:left|right)|cent(?:er|re)|pictured|top|bottom|above"
    r"|below|front|rear|L-R)\)|©|\bGetty\s+Images\b|\bAP\s+Photo\b|\bEPA-EFE\b"
    r"|\b(?:AFP|Reuters|REUTERS|EPA|AP|TASS|Xinhua)\s*/\s*\S|/\s*(?:AFP|AP|Reuters|EPA|TASS|Getty)\b"
    r"|\((?:Photo|Image|Picture|Photograph)\b|\bpictured\s+(?:here|above|below|on|in)\b"
    r"|\b[Ff]ile\s+(?:[Pp]hoto|[Pp]icture)\b"
)
# "... on Saturday. Photo: Alpine Courier": a credit ends the lines under a picture.
_PICTURE_CREDIT = re.compile(
    r"(?:^|[\s.|(\[])(?:photo(?:graph)?s?|pictures?|images?|illustration|graphic|foto|bild)"
    r"\s*(?::|©|/|\b(?:by|courtesy(?:\sof)?|credit:?)\s)\s*[^\W\d_][^.:;!?\n]{1,60}[.)\]]?$",
    re.IGNORECASE,
)
# What people are seen doing in a picture.
_SCENE_VERBS = (
    "chat meet stand walk shake speak attend look pose hold sit wave arrive talk gesture address leave gather watch"
    " inspect ride pass smile embrace greet listen react march search clear rise burn queue pray sign visit deliver"
)
_SCENE = re.compile(
    rf"\b(?:(?:{'|'.join(_SCENE_VERBS.split())})(?:e?s)?|carry|carries|takes?\s+part|(?:is|are)\s+seen)\b"
)
_REPORTED = re.compile(r"\b(?:said|says|told|added|according to)\b")


def read_label(line: str) -> Role | None:
    """The role a line declares by its own words: teaser, dateline (also a byline or a credit), address; else None."""
    beginning = line[:BEGINNING]
    if (
        _TEASER.match(beginning)
        or _CAPITAL_TEASER.match(beginning)
        or (_INVITATION.match(beginning) and len(line) < BEGINNING)
    ):
        return "teaser"
    if is_address(line):
        return "address"
    if is_date_line(line) or _is_byline(line):
        return "dateline"
    return None


def is_address(line: str) -> bool:
    """Whether `line` gives the article's source: a label ("Original url:") or a lone web address, also a broken one."""
    if _LONE_ADDRESS.fullmatch(line[:2000]):
        return len(line) <= 2000 and line[-1] not in FINAL_STOPS
    return bool(_ADDRESS.match(line[:BEGINNING])) and len(line) < BEGINNING and not _ends_sentence_after_label(line)


def is_only_label(line: str) -> bool:
    """Whether a teaser line is a label and nothing else, so that what it announces stands below it."""
    return len(line) < BEGINNING and bool(_ONLY_LABEL.fullmatch(line))


def is_caption(text: str) -> bool:
    """Whether a paragraph is a picture's caption by its marks: "(L)", "Photo:", an agency's picture credit."""
    if len(text) > LONGEST_CAPTION or find_text_after_place(text, 0, len(text)):
        return False
    if _PICTURE_CREDIT.search(text[-LONGEST_LINE:]) and not _REPORTED.search(text):
        return True
    return bool(_CAPTION_LABEL.match(text)) or bool(_CAPTION_MARK.search(text) and not _REPORTED.search(text))


def is_scene(text: str) -> bool:
    """Whether a paragraph reads as a dated picture: what is seen, in the present tense, with a day and a year."""
    return len(text) <= LONGEST_CAPTION and has_date(text) and bool(_SCENE.search(text)) and not _REPORTED.search(text)


def ends_with_stop(text: str) -> bool:
    """Whether `text` ends like a sentence: a final stop, with or without closing marks after it."""
    return text.rstrip(CLOSING)[-1:] in (*FINAL_STOPS, *OTHER_STOPS)


def is_headline(text: str) -> bool:
    """Whether a paragraph can be a headline by its words: short, and no full stop at its end; "?" and "!" may stand."""
    last = text.rstrip(CLOSING)[-1:]
    return (
        0 < len(text) <= LONGEST_HEADLINE
        and last not in (*FINAL_STOPS, ":", ",", ";", "：", "")
        and any(map(str.isalpha, text))
    )


def _is_byline(line: str) -> bool:
    if len(line) > LONGEST_LINE:
        return False
    return bool(_BYLINE.fullmatch(take_date_out(line))) or bool(_CREDIT.match(line))


def _ends_sentence_after_label(line: str) -> bool:
    return "://" not in line and "www." not in line and (line[-1] in FINAL_STOPS or len(line.split()) > 9)

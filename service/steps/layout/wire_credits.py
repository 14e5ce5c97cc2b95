"""Finds the news agencies an article credits for its own text: date line, byline, or the notes at its end.

Knows no other article. "Reuters reported that" inside the story credits one statement, a photo credit a picture;
neither counts, and "agencies" without a name counts for none.
"""

import re
from collections.abc import Iterator

from service.models import ReadArticle

_AGENCIES = {
    "AP": "AP|(?:The )?Associated Press",
    "AFP": "AFP|Agence France[- ]Presse",
    "Reuters": "(?:Thomson )?Reuters|REUTERS",
    "dpa": "dpa|DPA|Deutsche Presse-Agentur",
    "EFE": "EFE|Agencia EFE",
    "ANSA": "ANSA",
    "TASS": "(?:ITAR-)?TASS|(?:Itar-)?Tass",
    "RIA Novosti": "RIA Novosti",
    "Interfax": "Interfax",
    "Xinhua": "Xinhua|XINHUA",
    "Kyodo": "Kyodo(?: News)?",
    "Yonhap": "Yonhap",
    "PTI": "PTI|Press Trust of India",
    "ANI": "ANI",
    "IANS": "IANS",
    "Anadolu": "Anadolu(?: Agency)?",
    "UPI": "UPI|United Press International",
    "AAP": "AAP|Australian Associated Press",
    "PA": "PA Media|Press Association",
    "The Canadian Press": "(?:The )?Canadian Press",
    "Bloomberg": "Bloomberg(?: News)?",
    "Europa Press": "Europa Press",
    "Lusa": "Lusa",
    "PAP": "PAP",
    "APA": "APA",
    "Ritzau": "Ritzau",
    "NTB": "NTB",
    "Ukrinform": "Ukrinform",
    "UNIAN": "UNIAN",
    "Belga": "Belga",
    "ANP": "ANP",
}
_NAME = "|".join(f"(?:{form})" for form in _AGENCIES.values())
_FORMS = {agency: re.compile(rf"(?<!\w)(?:{form})(?!\w)") for agency, form in _AGENCIES.items()}
# How many sentences from either end may hold a credit, and how much of each is looked at.
_FIRST, _LAST, _LONGEST = 6, 5, 400
_PICTURE = re.compile(r"\b(?:photo|photograph|picture|image|video|getty|handout|illustration)s?\b", re.IGNORECASE)
_AT_START = (
    # PARIS (Reuters) - ..., MOSCOW, October 17. /TASS/.
    re.compile(rf"[^()\n]{{0,80}}\((?:{_NAME})\)\s*[-–—:]"),
    re.compile(rf"(?:[^/\n]{{0,80}}[.\s])?/(?:{_NAME})/"),
)
_AT_END = re.compile(rf"(?:\((?:{_NAME})\)|[—–-]\s*(?:{_NAME})|/(?:{_NAME})/)\.?$")
_BYLINE = re.compile(rf"(?:By\s+)?(?:[^,|/\n]{{2,60}}[,|/–-]\s*)?(?:{_NAME})(?:\s*[,|–-]\s*[\w .]{{2,40}})?\.?$")
_NOTE = re.compile(
    r"contributed to this|(?:additional|with) reporting (?:by|from)|with (?:\w+ )?(?:inputs?|files?|reports?|material|"
    r"information) from|distributed by|source:|©|\(c\)|copyright|trust principles",
    re.IGNORECASE,
)
_REUTERS_DESK = re.compile(r"\(?Reporting by [^()]{3,300}Editing by ")


def find(read: ReadArticle) -> frozenset[str]:
    """The agencies whose copy the article says it is or draws on, by their short names; its own where it is one."""
    credited = {agency for line in _lines(read) for agency in _credited(line)}
    names = [name for name in (read.article.outlet, read.article.publisher) if name]
    itself = {agency for agency, form in _FORMS.items() if any(form.fullmatch(name) for name in names)}
    return frozenset(credited | itself)


def _lines(read: ReadArticle) -> Iterator[str]:
    """The sentences near both ends that tell of the article itself, on one line each."""
    told = [sentence for sentence in read.sentences if sentence.role not in ("headline", "teaser")]
    for sentence in told[:_FIRST] + told[max(_FIRST, len(told) - _LAST) :]:
        line = " ".join(read.article.text[sentence.start : sentence.end][:_LONGEST].split())
        # A caption credits its picture, but a date line can look like one.
        is_of_text = sentence.role != "caption" or any(form.match(line) for form in _AT_START)
        if is_of_text and not _PICTURE.search(line):
            yield line


def _credited(line: str) -> list[str]:
    if _REUTERS_DESK.match(line):
        return ["Reuters"]
    for form in _AT_START:
        if start := form.match(line):
            return _named(start[0])
    if end := _AT_END.search(line):
        return _named(end[0])
    return _named(line) if _NOTE.search(line) or _BYLINE.fullmatch(line) else []


def _named(words: str) -> list[str]:
    return [agency for agency, form in _FORMS.items() if form.search(words)]

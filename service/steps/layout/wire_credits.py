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
    "PA": "PA Media|Press Association|PA(?= (?:[Rr]eporter|[Nn]ews))",
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
    # LONDON (AP) Rescuers ..., Paris, AFP - Rescuers ...
    re.compile(rf"[A-Z][A-Z .'’-]{{2,40}}(?:,[^()\n]{{0,40}})?\((?:{_NAME})\)\s"),
    re.compile(rf"[A-Z][\w.'’ -]{{1,40}}, (?:{_NAME})\s*[-–—]\s"),
)
_AT_END = re.compile(rf"(?:\((?:{_NAME})\)|[—–-]\s*(?:{_NAME})|/(?:{_NAME})/)\.?$")
_SEVERAL = rf"(?:{_NAME})(?:(?:, | and | & |/)(?:{_NAME}))*"
_STAFF = r"(?: (?:[Ss]taff|[Rr]eporters?|[Ww]riters?|[Cc]orrespondents?))?"
_BYLINE = re.compile(
    rf"(?:By\s+)?(?:[^,|/\n]{{2,60}}[,|/–-]\s*)?{_SEVERAL}{_STAFF}(?:(?:\s*[,|–-]\s*| in )[\w .]{{2,40}})?\.?"
    rf"|By [^,|/\n]{{2,60}} {_SEVERAL}{_STAFF}"
)
# A line that says no more than whose copy it is: "(with AFP and Reuters)", "Daily with AP", "© 2026 AFP".
_LONE = re.compile(
    rf"\(?(?:[A-Z]\w*(?: [A-Z]\w*){{0,3}} )?[Ww]ith {_SEVERAL}\)?\.?|{_SEVERAL} with [\w ]{{2,30}}"
    rf"|(?:Compiled )?[Ff]rom {_SEVERAL}(?: wire)? (?:reports|dispatches|wires|services)\.?"
    rf"|(?:©|\(c\)|Copyright)(?: \d{{4}})? {_SEVERAL}\.?"
    rf"|(?:[Tt]ext|[Aa]genc(?:y|ies)|[Ww]ires?|[Ss]ource)s?: {_SEVERAL}"
)
_NOTE = re.compile(
    r"contributed (?:to this (?:report|story|article|piece|dispatch)|reporting)|"
    r"(?:additional|with) reporting (?:by|from)|with (?:\w+ )?(?:inputs?|files?|reports?|material|"
    r"information) from|"
    r"this (?:story|article|report|content|text)\b.{0,80}\b(?:produced|provided|supplied|published|syndicated)\b.{0,40}"
    r"\b(?:by|from|feed)\b|distributed by|source:|©|\(c\)|copyright|trust principles",
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
    told = [sentence for sentence in read.sentences if sentence.role != "teaser"]
    for sentence in told[:_FIRST] + told[max(_FIRST, len(told) - _LAST) :]:
        line = " ".join(read.article.text[sentence.start : sentence.end][:_LONGEST].split())
        # A caption credits its picture, but a date line can look like one, and so can the last line of all.
        is_of_text = sentence.role not in ("caption", "headline") or any(form.match(line) for form in _AT_START)
        is_of_text = is_of_text or (
            sentence.role == "headline" and bool(_BYLINE.fullmatch(line) or _LONE.fullmatch(line))
        )
        is_of_text = is_of_text or (sentence is told[-1] and bool(_LONE.fullmatch(line)))
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
    is_credit = _NOTE.search(line) or _BYLINE.fullmatch(line) or _LONE.fullmatch(line)
    return _named(line) if is_credit else []


def _named(words: str) -> list[str]:
    return [agency for agency, form in _FORMS.items() if form.search(words)]

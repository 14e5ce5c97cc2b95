"""Finds in one French sentence which words are reported, by which cue, and which words name the speaker.

What is said begins after the cue ("a déclaré que ...") or ends before it ("..., a déclaré le maire"). There is no
parser behind it: a cue without one of the shapes below reports nothing. Resolves no names.
"""

import re
from typing import NamedTuple

from service.steps.reporting.french import cues
from service.steps.reporting.french.cues import Cue

# Stands for each character of a quotation, so that none of its words is read as the reporter's.
BLANK = "\x01"
_QUOTED = re.compile(rf"{BLANK}+")
# Between verb and "que" stand times and places of saying; anything else and the "que" is a relative's.
_THAT = re.compile(
    r"\s*(?:(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|ensuite|[a-zà-ÿ]+ment|ce [a-z]+)"
    r"|(?:à|au|aux|dans|lors|sur|en|par|devant|auprès) [^,.;:]{1,50}?) ){0,2}(?:que |qu['’])"
)
_COLON = re.compile(rf"[^,.;:\n{BLANK}]{{0,60}}?\s*:\s*(?={BLANK}|[A-ZÀ-Þ])")
_PERSON = r"(?:M\. |Mme |Me )?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*"
_OBJECT = re.compile(r"\s*(?:que |qu['’]|avoir |être |tout|l[ea]s? |l['’]|ces? |cette |un |une |des |s['’]?)", re.I)
_OBJECT_END = re.compile(r"[;:!?]|, (?:mais|tandis|alors|et|a-t-|selon|ajout|précis|affirm|assur|expliqu)|\.\s*$|$")
# What goes on behind a cue in the middle is a clause, not a word or two.
_SHORTEST_LEFT = 12
# A cue so early parts what is said: "Le pont, a précisé la mairie, restera fermé".
_LONGEST_OPENING = 10
_SUBJECT_START = re.compile(r"^(?:[Mm]ais |[Ee]t |[Oo]r |[Cc]ependant,? |[Dd]e son côté,? |[Pp]our sa part,? )")


class Scope(NamedTuple):
    """Offsets in the sentence: `parts` are what is said, `speaker` the words that name who says it, if any do."""

    cue: Cue
    parts: tuple[tuple[int, int], ...]
    speaker: tuple[int, int] | None


def read(sentence: str) -> list[Scope]:
    """The scopes of one sentence, its quotations blanked; by position."""
    found = [*_inverted(sentence), *_according(sentence), *_open(sentence), *_denied(sentence)]
    taken = [(scope.cue.start, scope.cue.end) for scope in found]
    free = (m for m in cues.SAYING.finditer(sentence) if not any(m.start() < e and s < m.end() for s, e in taken))
    for match in free:
        scope = _said(sentence, Cue(match.start(), match.end(), cues.stance_of(match["verb"])))
        found += [scope] if scope else []
    return sorted(found, key=lambda scope: scope.cue.start)


def _said(sentence: str, cue: Cue) -> Scope | None:
    """ "X a dit que ...", "X a dit : ...", "..., a dit X"."""
    behind = _THAT.match(sentence, cue.end)
    subject = _subject_before(sentence, cue.start)
    if behind and subject and "," not in sentence[cue.end : behind.end()]:
        return Scope(cue, ((behind.end(), _end(sentence, behind.end())),), subject)
    colon = _COLON.match(sentence, cue.end)
    if colon and subject:
        return Scope(cue, ((colon.end(), len(sentence)),), subject)
    after = _subject_after(sentence, cue.end)
    left = _left(sentence, cue.start)
    if after and left:
        return Scope(cue, (left, *_right(sentence, after[1])), after)
    quoted = _QUOTED.match(sentence, cue.end + 1)
    return Scope(cue, (quoted.span(),), subject) if quoted and subject else None


def _inverted(sentence: str) -> list[Scope]:
    found = []
    for cue in cues.read_inverted(sentence):
        left = _left(sentence, cue.start)
        pronoun = (cue.end - len(cue.pronoun), cue.end) if sentence[: cue.end].endswith(cue.pronoun) else None
        at = sentence.lower().find(f"-{cue.pronoun}", cue.start, cue.end)
        pronoun = (at + 1, at + 1 + len(cue.pronoun)) if at >= 0 else pronoun
        if left:
            found.append(Scope(cue, (left, *_right(sentence, cue.end)), pronoun))
    return found


def _according(sentence: str) -> list[Scope]:
    """ "Selon X, ..." and "..., selon X"."""
    found = []
    for match in cues.ACCORDING.finditer(sentence):
        if cues.NO_SOURCE.match(sentence, match.end()):
            continue
        cue, end = Cue(match.start(), match.end(), "asserts"), _subject_end(sentence, match.end())
        speaker = (match.end() + 1, end)
        is_first = len(sentence[: match.start()].strip(" ,—–-(")) < 3
        if is_first and sentence[end : end + 1] == ",":
            found.append(Scope(cue, ((end + 1, _end(sentence, end + 1)),), speaker))
        elif not is_first:
            left = _left(sentence, match.start(), needs_comma=False)
            found += [Scope(cue, (left, *_right(sentence, end)), speaker)] if left else []
    return found


def _denied(sentence: str) -> list[Scope]:
    """ "X dément que ...", "X nie avoir ...", "X a démenti toute ...", "..., ce que dément X"."""
    found = []
    for match in cues.DENYING.finditer(sentence):
        cue = Cue(match.start(), match.end(), "denies")
        turned = re.search(r",? ce (?:que|qu['’]) ?$", sentence[: match.start()])
        if turned:
            after = _subject_after(sentence, match.end()) or _subject_between(sentence, turned.end(), match.start())
            found.append(Scope(cue, ((_left_start(sentence, turned.start()), turned.start()),), after))
            continue
        subject = _subject_before(sentence, match.start())
        content = _OBJECT.match(sentence, match.end())
        if subject and content and not _is_negated(sentence, match.start()):
            found.append(Scope(cue, ((_object_start(content), _object_end(sentence, match.end())),), subject))
    return found


def _open(sentence: str) -> list[Scope]:
    """ "X refuse de confirmer ...", "sans confirmer ...": the matter is what stands behind, if anything."""
    found = []
    for match in cues.OPEN.finditer(sentence):
        cue = Cue(match.start(), match.end(), "does_not_confirm")
        start = match.end() + len(sentence[match.end() :]) - len(sentence[match.end() :].lstrip(" ,"))
        stop = re.search(r"[,;:.!?]|$", sentence[start:])
        end = start + (stop.start() if stop else 0)
        found.append(Scope(cue, ((start, end),), _subject_before(sentence, match.start())))
    return found


def _is_negated(sentence: str, at: int) -> bool:
    return bool(re.search(r"\b(?:ne |n['’])$", sentence[max(0, at - 4) : at]))


def _object_start(content: re.Match[str]) -> int:
    words = content[0]
    is_that = words.strip().lower().startswith("qu")
    return content.end() if is_that else content.start() + len(words) - len(words.lstrip())


def _object_end(sentence: str, start: int) -> int:
    match = _OBJECT_END.search(sentence, start)
    return match.start() if match else len(sentence)


def _end(sentence: str, start: int) -> int:
    """Where what is said after "que" ends: at a second cue behind a comma, or with the sentence."""
    match = re.search(r", (?:a-t-|ont-|selon |d['’]après |tandis que |alors que )|;", sentence[start:])
    return start + match.start() if match else len(sentence.rstrip(" ."))


def _left(sentence: str, at: int, *, needs_comma: bool = True) -> tuple[int, int] | None:
    """What stands before a cue that follows what is said, up to a comma or the end of a quotation."""
    before = sentence[:at].rstrip()
    if needs_comma and not before.endswith((",", BLANK, "?", "!")):
        return None
    start, end = _left_start(sentence, at), len(before.rstrip(" ,"))
    return (start, end) if start < end else None


def _left_start(sentence: str, at: int) -> int:
    cut = sentence.rfind(";", 0, at) + 1
    return cut + len(sentence[cut:at]) - len(sentence[cut:at].lstrip())


def _right(sentence: str, at: int) -> tuple[tuple[int, int], ...]:
    """What goes on being said behind a cue in the middle: "Le pont, a dit le maire, est fermé"."""
    rest = sentence[at:]
    start = at + len(rest) - len(rest.lstrip(" ,.:"))
    is_quoted = sentence[start : start + 1] == BLANK
    is_inside = BLANK not in sentence[:at] and len(sentence[:at].split()) <= _LONGEST_OPENING
    is_on = is_inside and rest.lstrip()[:1] == "," and len(sentence) - start >= _SHORTEST_LEFT
    if not (is_quoted or is_on) or re.match(
        r"(?:qui|qu|dont|alors|tandis|mais|ajoutant|précisant|évoquant)\b", sentence[start:]
    ):
        return ()
    return ((start, len(sentence.rstrip(" ."))),)


def _subject_before(sentence: str, at: int) -> tuple[int, int] | None:
    """The words before a verb, from the beginning of their clause on."""
    left = sentence[:at]
    if not left.strip() or left.rstrip().endswith((",", BLANK)) and left.count(",") < 2:
        return None
    start = max(
        left.rfind(mark) + len(mark) for mark in ("; ", ": ", f"{BLANK} ", " mais ", " tandis que ", " et que ")
    )
    start = start if any(mark in left for mark in ("; ", ": ", BLANK, " mais ", " tandis que ", " et que ")) else 0
    opener = _SUBJECT_START.match(left[start:])
    start += opener.end() if opener else 0
    return (start, at) if left[start:].strip(" ,") else None


def _subject_between(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if sentence[start:end].strip() else None


def _subject_after(sentence: str, at: int) -> tuple[int, int] | None:
    """The words behind an inverted verb that name who says it: "a déclaré le maire Luc Petit"."""
    match = re.match(
        r"\s+(?:également |aussi |notamment |mardi |lundi |mercredi |jeudi |vendredi |samedi |dimanche )?"
        r"(?=(?:l[ea]s? |l['’]|une? |des |M\. |Mme |Me |[A-ZÀ-Þ]|son |sa |ses |plusieurs |deux |trois |ce(?:tte)? ))",
        sentence[at:],
    )
    if not match:
        return None
    return at + match.end(), _subject_end(sentence, at + match.end())


def _subject_end(sentence: str, start: int) -> int:
    """Where a name phrase ends: at a mark, but past the name set off by commas: "le préfet, Luc Petit, ..."."""
    body = sentence[start:]
    named = re.match(r"[^,.;:!?\x01]{2,80}, (?:M\. |Mme )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+(?=[,.;]|$)", body)
    if named:
        return start + named.end()
    described = re.match(
        rf"\s*{_PERSON}, (?:l[ea] |l')?[a-zà-ÿ-]+ (?:de |du |des |d'|à |au )[^,.;:]{{2,60}}(?=,)", body
    )
    if described:
        return start + described.end()
    dotted = re.sub(r"\b(M|MM|Dr)\. ", lambda found: found[1] + "_ ", body)
    match = re.search(r"[,.;:!?\x01()]|\s(?:que|qu['’]|qui|alors|tandis|mais)\b|$", dotted)
    return start + (match.start() if match else len(body))

"""Who acts in a clause: names and the words for people and bodies. Knows nothing of what they do.

Word order tells it as far as news prose keeps to it: the actor of a deed is in the nearest clause before the verb that
has one ("Dario, the referee, waited and then called it off"), or behind "by".
"""

import re

from service.steps.vocabulary.content_words import Lexicon
from service.steps.vocabulary.stems import stem

_ROLES = frozenset(
    stem(word)
    for word in """
    driver pilot captain skipper master helmsman conductor guard crew officer sailor passenger rider cyclist operator
    referee umpire organiser organizer manager director chairman chairwoman chief head boss owner founder landlord
    police army coastguard firefighter firefighters brigade soldier soldiers policeman policewoman detective commander
    inspector inspectors regulator watchdog inspectorate agency ministry ministries minister government council mayor
    councillor councillors president premier senator envoy ambassador negotiator negotiators delegation mediator
    company firm maker manufacturer supplier contractor builder architect engineer engineers technician electrician
    union guild workers staff employee employees stewards management board shareholders family investor investors fund
    doctor doctors nurse surgeon patient hospital clinic clinics school teacher headteacher pupil student university
    hiker walker climber climbers diver divers fisherman fishermen farmer hunter shepherd jogger dogwalker neighbour
    neighbor resident residents villager villagers tenant volunteer volunteers rescuer rescuers helicopter lifeboat
    judge court prosecutor lawyer jury suspect witness victim gunman attacker thief robber protester protesters
    guide keeper warden caretaker watchman cleaner cook host hosts delegates rebels militia troops league federation
    club bank airline railway church bishop priest museum curator journalist reporter photographer rival opposition
    """.split()
)
# Words by which what follows is supposed, wished or hedged.
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|(?-i:may)|might|could|should|not clear|unclear|likely|possibly|perhaps|hope[sd]?|"
    r"allegedly|reportedly|rumou?red|call(?:s|ed) for|demand\w*|wants?|wanted|threaten\w*|expected|one of)\b",
    re.I,
)
_HARDLY = re.compile(r"\b(?:almost|nearly|partly) $", re.I)
_CLAUSES = re.compile(r"[;:]|\b(?:and|but|while|when|because|although|though|after|before|as|that|if)\b", re.I)


def read(words: str, lexicon: Lexicon) -> frozenset[str]:
    """Keys of the names and roles in a few words."""
    content = lexicon.read(words)
    return content.names | (content.stems & _ROLES)


def before(text: str, end: int, lexicon: Lexicon) -> frozenset[str]:
    """Those in the nearest clause before `end` that names any; insertions between commas belong to their clause."""
    for clause in reversed(_CLAUSES.split(text[:end])):
        found = read(clause, lexicon)
        if found:
            return found
    return frozenset()


def is_supposed(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is supposed, wished, hedged or only nearly so, as far as what stands before tells."""
    part = re.split(r"[;:]|, but\b", text[:end])[-1]
    return bool(_UNREAL.search(part) or _HARDLY.search(text[:start]))

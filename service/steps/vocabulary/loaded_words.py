"""Words that judge or colour: a neutral summary may quote them, never use them. English only.

Knows nothing of reports. Packaged lexicons separated loaded from plain sentences poorly (dependencies.md §9), so the
lists are our own: verbs that take a side on what was said, labels for people and powers, terms for contested acts,
and intensifiers.
"""

import re

from service.steps.vocabulary.folding import words

_VERBS = """
refute refutes refuted refuting debunk debunks debunked admit admits admitted admitting concede concedes conceded
slam slams slammed blast blasts blasted lash lashes lashed lambast lambasts lambasted lambasting bash bashed
boast boasts boasted rant rants ranted scoff scoffs scoffed sneer sneered whine whined gloat gloated
insist insists insisted claim claims claimed claiming purport purported embarrass embarrassed humiliate humiliated
meddle meddled meddling cave caved capitulate capitulated
"""
_LABELS = """
terrorist terrorists jihadist jihadists jihadi jihadis extremist extremists radical radicals fanatic fanatics thug
thugs regime regimes henchman henchmen crony cronies strongman warlord warlords puppet puppets stooge stooges
mouthpiece propaganda propagandist propagandists goon goons mob mobs rogue hawkish infamous notorious disgraced
self-proclaimed so-called freedom-fighter freedom-fighters invader invaders occupier occupiers traitor traitors
"""
_CONTESTED_ACTS = """
accession annexation reunification liberation occupation invasion aggression coup putsch massacre slaughter genocide
ethnic-cleansing crackdown plot witch-hunt smear bullying blackmail appeasement betrayal surrender provocation
"""
_INTENSIFIERS = """
shocking shockingly stunning stunningly outrageous outrageously brutal brutally horrific horrifying appalling
disastrous catastrophic devastating dramatic dramatically massive massively hugely blatant blatantly brazen brazenly
shameful shamefully disgraceful scandalous sensational explosive bombshell reckless recklessly ruthless ruthlessly
cynical cynically heroic heroically historic unprecedented clearly obviously undoubtedly of-course
wafer-thin paltry whopping staggering eye-watering jaw-dropping generous generously lavish lavishly stingy measly
mere merely spectacular spectacularly chaotic frantic frantically desperate desperately terrifying harrowing
scramble scrambled pandemonium mayhem carnage bloodbath nightmare miracle miraculous miraculously
"""
LOADED = frozenset(f"{_VERBS} {_LABELS} {_CONTESTED_ACTS} {_INTENSIFIERS}".split())
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def outside_quotation_marks(text: str) -> list[str]:
    """The loaded words of `text` that it uses in its own voice, in order."""
    return [word for word in words(_QUOTED.sub(" ", text)) if word in LOADED]

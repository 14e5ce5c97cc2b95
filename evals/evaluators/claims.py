"""Claims against those written by hand: missed, invented, given to the wrong speaker or to the wrong voice.

One to one, by the words they rest on and the words they are told in (peers' definition: maximum bipartite matching on
overlapping spans and equal content). Every body sentence's claims are written down in a case, so a claim that rests on
none of the listed words is invented.
"""

import re

from rapidfuzz import fuzz

from evals.expected import ClaimExpectation
from evals.matching import match
from evals.outcomes import LEAST_SHARED, Outcome, show, show_claim
from evals.results import Counts, Fault
from service.models import Claim

# rapidfuzz's token set ratio, 0 to 100: word order and the words only one side has count little.
LEAST_ALIKE = 60
_SMALL_WORDS = {"the", "a", "an", "of", "for", "mr", "mrs", "ms"}

Matched = list[tuple[ClaimExpectation, Claim]]


def missed_claim(outcome: Outcome) -> list[Fault]:
    """A claim that must be there and is not."""
    found = {id(expected) for expected, _ in pair(outcome)}
    missed = [one for one in _listed(outcome, "must") if id(one) not in found]
    return [Fault(expected=show(f"{one.article}: {one.quote}"), why=one.why) for one in missed]


def invented_claim(outcome: Outcome) -> list[Fault]:
    """A claim on words that carry none: teasers, captions, orders, or words no expectation lists."""
    welcome = [one for one in outcome.case.expected.claims if one.expect != "must_not"]
    faults = []
    for claim in outcome.report.claims:
        if any(outcome.share(claim, one.place) >= LEAST_SHARED for one in welcome):
            continue
        unwelcome = [one for one in _listed(outcome, "must_not") if outcome.share(claim, one.place) >= LEAST_SHARED]
        why = unwelcome[0].why if unwelcome else "no expectation lists these words"
        faults.append(Fault(got=show_claim(claim), why=why))
    return faults


def wrong_speaker(outcome: Outcome) -> list[Fault]:
    """Somebody's words given to somebody else, or to nobody."""
    wrong = [(one, claim) for one, claim in _said(outcome) if not _is_one_of(claim, one)]
    return [Fault(expected=", ".join(one.speaker), got=show_claim(claim), why=one.why) for one, claim in wrong]


def outlet_voice_confused(outcome: Outcome) -> list[Fault]:
    """What somebody said told as the outlet's own, or the other way round."""
    confused = [(one, claim) for one, claim in pair(outcome) if one.voice and one.voice != claim.voice]
    return [
        Fault(expected=f"{one.voice}: {show(one.quote)}", got=show_claim(claim), why=one.why) for one, claim in confused
    ]


def wrong_stance(outcome: Outcome) -> list[Fault]:
    """A denial taken for an assertion, and the like."""
    wrong = [(one, claim) for one, claim in pair(outcome) if one.stance and claim.stance not in one.stance]
    return [Fault(expected=", ".join(one.stance), got=show_claim(claim), why=one.why) for one, claim in wrong]


def count(outcome: Outcome) -> Counts:
    """True positives are `must` claims found; a claim matched to nothing is a false positive."""
    pairs = pair(outcome)
    right = sum(one.expect == "must" for one, _ in pairs)
    extra = len(outcome.report.claims) - len(pairs)
    return Counts(tp=right, fp=extra, fn=len(_listed(outcome, "must")) - right)


def count_voice(outcome: Outcome) -> Counts:
    """Of matched claims whose voice the case gives."""
    return _accuracy(sum(one.voice is not None for one, _ in pair(outcome)), len(outlet_voice_confused(outcome)))


def count_speaker(outcome: Outcome) -> Counts:
    """Of matched claims that are somebody's words, in the case and in the report."""
    return _accuracy(len(_said(outcome)), len(wrong_speaker(outcome)))


def count_stance(outcome: Outcome) -> Counts:
    """Of matched claims whose stance the case gives."""
    return _accuracy(sum(bool(one.stance) for one, _ in pair(outcome)), len(wrong_stance(outcome)))


def pair(outcome: Outcome) -> Matched:
    """Expected and found claims, one to one; `must` is served before `may`."""
    return outcome.keep("claims", lambda: _pair(outcome))


def _pair(outcome: Outcome) -> Matched:
    expected = [*_listed(outcome, "must"), *_listed(outcome, "may")]
    claims = outcome.report.claims
    edges = [{at: fit for at, claim in enumerate(claims) if (fit := _fit(outcome, claim, one))} for one in expected]
    return [(expected[row], claims[column]) for row, column in sorted(match(edges).items())]


def _fit(outcome: Outcome, claim: Claim, expected: ClaimExpectation) -> float:
    """How well they go together, above 0; 0 where they do not."""
    share = outcome.share(claim, expected.place)
    if share < LEAST_SHARED:
        return 0.0
    alike = fuzz.token_set_ratio(claim.text.casefold(), (expected.text or expected.quote).casefold())
    if alike < LEAST_ALIKE:
        return 0.0
    exact = fuzz.ratio(claim.text.casefold(), (expected.text or expected.quote).casefold())
    return share + exact / 100


def _listed(outcome: Outcome, expect: str) -> list[ClaimExpectation]:
    return [one for one in outcome.case.expected.claims if one.expect == expect]


def _said(outcome: Outcome) -> Matched:
    return [(one, claim) for one, claim in pair(outcome) if one.speaker and claim.voice == "source"]


def _accuracy(judged: int, wrong: int) -> Counts:
    """Counts whose precision, recall and F1 are all the share that is right."""
    return Counts(tp=judged - wrong, fp=wrong, fn=wrong)


def _is_one_of(claim: Claim, expected: ClaimExpectation) -> bool:
    if claim.speaker is None:
        return False
    named = _words(claim.speaker.name)
    return any(named <= _words(name) or _words(name) <= named for name in expected.speaker)


def _words(name: str) -> frozenset[str]:
    words = frozenset(re.sub(r"['’]s?\b", "", name).casefold().replace(".", "").replace(",", " ").split())
    return words - _SMALL_WORDS or words

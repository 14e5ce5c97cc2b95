"""Which verdicts are over one matter: a claim that tells a ballot and a price may be in conflict over each of them.

Knows nothing of positions. Verdicts with a claim in common are over one matter where the same words of that claim are
at odds, or it is not known which; without one, where their claims restate each other.
"""

from collections.abc import Callable, Sequence

from service.models import Verdict


def split(verdicts: Sequence[Verdict], restated: Callable[[str], str]) -> list[list[Verdict]]:
    """The verdicts of each matter, in their order; `restated` names what a claim restates, equal for one position."""
    groups: list[list[Verdict]] = []
    for part in _by_words(verdicts):
        home = next((group for group in groups if _is_same(group, part, restated)), None)
        if home is None:
            groups.append(part)
        else:
            home += part
    order = {id(verdict): place for place, verdict in enumerate(verdicts)}
    return [sorted(group, key=lambda verdict: order[id(verdict)]) for group in groups]


def _by_words(verdicts: Sequence[Verdict]) -> list[list[Verdict]]:
    """Verdicts that share a claim and words of it, directly or by way of others, together."""
    parts: list[list[Verdict]] = []
    for verdict in verdicts:
        met = [part for part in parts if any(_share_words(verdict, other) for other in part)]
        parts = [part for part in parts if part not in met]
        parts.append([*(one for part in met for one in part), verdict])
    return parts


def _share_words(one: Verdict, other: Verdict) -> bool:
    common = {one.a, one.b} & {other.a, other.b}
    return any(not one.at_odds or not other.at_odds or one.at_odds & other.at_odds for _ in common)


def _is_same(group: Sequence[Verdict], part: Sequence[Verdict], restated: Callable[[str], str]) -> bool:
    ours, theirs = _claims(group), _claims(part)
    return not ours & theirs and bool(set(map(restated, ours)) & set(map(restated, theirs)))


def _claims(verdicts: Sequence[Verdict]) -> set[str]:
    return {claim for verdict in verdicts for claim in (verdict.a, verdict.b)}

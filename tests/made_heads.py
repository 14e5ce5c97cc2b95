"""Heads for tests: two numbers a state."""

from service.llm.heads import Head, Numbers

PROMPT = "First: {a} Second: {b}"
_SMALL = ((1.0, 0.0), (0.0, 1.0), (0.0, 0.0))


def made_head(
    weights: tuple[tuple[float, ...], ...] = _SMALL,
    bias: tuple[float, ...] = (0.0, 0.0, 0.0),
    contradicts: float = 0.9,
    agrees: float = 0.9,
) -> Head:
    """A head of the given numbers; by default the first number speaks for agreement, the second for contradiction."""
    points = {"contradicts": contradicts, "agrees": agrees}
    return Head("made", Numbers(model_sha256="0" * 64, prompt=PROMPT, weights=weights, bias=bias, points=points))

"""Whether two claims agree on a figure because both measure one thing with it, however they are worded.

Knows nothing of words shared: "two people lost their lives" and "a fire that killed two" are one toll. Errs towards "no
agreement": another scope, another thing counted or values that only may be one mean that the papers part.
"""

from service.models import Figure
from service.steps.comparing.figures import frame_rules
from service.steps.comparing.rulings import Ruling
from service.steps.comparing.tellings import Telling, Tellings


def judge(a: Telling, b: Telling, tellings: Tellings) -> Ruling | None:
    """That two claims of different articles give one figure of one frame, or None."""
    if (a.modality ^ b.modality) - {"will"}:
        return None
    for x, y in frame_rules.of_one_measure(a, b, tellings):
        if _are_one(x.figure, y.figure):
            evidence = (f"both measure: {x.frame.name}", f"{x.figure.text} is {y.figure.text}")
            return Ruling("agrees", None, "Both say the same.", "likely", evidence)
    return None


def _are_one(x: Figure, y: Figure) -> bool:
    """ "At least 40" is what "40 or more" is, not what "60" is, though both may be right."""
    return x.low is not None and (x.low, x.high) == (y.low, y.high)

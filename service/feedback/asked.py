"""What a desk sends: a report, what it says of findings, and what it missed. Knows nothing of cases or files."""

from typing import Annotated, Literal

from pydantic import Field

from service import reports
from service.models import ConflictType, Model
from service.report_models import Report

MAX_NAME, MAX_WHY = 80, 300
# More than a report has findings; each is looked up and placed.
MAX_SAID = 2_000

Section = Literal[
    "contradictions", "disputes", "updates", "scope_differences", "agreements", "omissions", "quote_changes"
]
MissedSection = Literal["contradictions", "disputes", "updates", "scope_differences", "agreements"]
Why = Annotated[str, Field(max_length=MAX_WHY, description="Why the desk thinks so; a plain line where left out.")]
Name = Annotated[
    str,
    Field(max_length=MAX_NAME, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Names the case and its folder."),
]
# Names and offsets are looked up in the report.
Offset = Annotated[int, Field(ge=0, description="Code points into the article's text.")]


class Feedback(Model):
    """What the desk says of one finding."""

    section: Section
    finding_id: str
    verdict: Literal["right", "wrong"]
    why: Why = ""


class MissedPosition(Model):
    """Words of an article that one side of a missed finding rests on."""

    article_id: str
    start: Offset
    end: Offset


class Missed(Model):
    """A finding the report should have. `type` is of conflicts; an agreement has none."""

    section: MissedSection
    type: ConflictType | None = None
    why: Why = ""
    positions: Annotated[tuple[MissedPosition, ...], Field(min_length=2, max_length=40)]


class EvalCaseAsked(Model):
    """The body of POST /eval-case."""

    report: Report
    name: Name
    feedback: Annotated[tuple[Feedback, ...], Field(max_length=MAX_SAID)] = ()
    missed: Annotated[tuple[Missed, ...], Field(max_length=MAX_SAID)] = ()


def read(body: bytes) -> EvalCaseAsked:
    """What a request body asks for. Raises Malformed or InvalidReport."""
    asked = reports.parse(body, EvalCaseAsked)
    reports.check(asked.report, "report.")
    return asked

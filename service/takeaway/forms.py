"""The forms in which a report can be taken away, and which of them is meant. Knows nothing of HTTP or files.

What they need is loaded when one is rendered: a command line that only asks for help waits for none of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.report_models import Report


def _html(report: "Report") -> str:
    from service.takeaway import html

    return html.render(report)


def _markdown(report: "Report") -> str:
    from service.takeaway import markdown

    return markdown.render(report)


def _csv(report: "Report") -> str:
    from service.takeaway import ledger

    return ledger.render(report)


@dataclass(frozen=True)
class Form:
    """One of them: its name, which is also a file's suffix, its media type, and how it is written."""

    name: str
    media_type: str
    render: "Callable[[Report], str]"

    @property
    def file_name(self) -> str:
        """What a file of it is called."""
        return f"rashomon-report.{self.name}"


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("html", "text/html", _html),
        Form("md", "text/markdown", _markdown),
        Form("csv", "text/csv", _csv),
    )
}


def accepted(accept: str) -> Form | None:
    """The form an Accept header prefers, the first of ours where it is equal to any; None where it takes none."""
    ranges = list(_ranges(accept)) or [("*/*", 1.0)]
    weighed = [(_weight(form.media_type, ranges), form) for form in FORMS.values()]
    weight, best = max(weighed, key=lambda one: one[0])
    return best if weight > 0 else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in filter(None, (part.strip() for part in accept.lower().split(","))):
        name, *parameters = (word.strip() for word in part.split(";"))
        given = next((word[2:] for word in parameters if word.startswith("q=")), "1")
        try:
            yield name, float(given)
        except ValueError:
            yield name, 0.0


def _weight(media_type: str, ranges: list[tuple[str, float]]) -> float:
    """What the most exact range that covers `media_type` gives it."""
    for covering in (media_type, media_type.split("/")[0] + "/*", "*/*"):
        found = [weight for name, weight in ranges if name == covering]
        if found:
            return max(found)
    return 0.0

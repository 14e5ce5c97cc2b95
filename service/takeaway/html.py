"""Writes a report as one HTML page that needs nothing else: no script, font or image, no other address.

Knows nothing of how a report is read or served. Every value passes through `harmless` and is escaped, whichever
template it stands in; the page's own policy forbids all that it does not hold.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from service.report_models import Report
from service.takeaway import document, wording
from service.takeaway.marks import ALONE
from service.visible import harmless, quoted

_FOLDER = Path(__file__).parent
_REST = "base-uri 'none'; form-action 'none'"


def render(report: Report) -> str:
    """The page of a report that reports.py has checked."""
    page = _environment().get_template("report.html")
    return page.render(document=document.build(report), report=report, style=_style(), policy=policy())


def policy() -> str:
    """The Content-Security-Policy of every page: its own style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; {_REST}"


@cache
def _style() -> str:
    return (_FOLDER / "report.css").read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters["quoted"] = quoted
    environment.globals.update(wording=wording, alone=ALONE)
    return environment


def _finalize(value: Any) -> Any:
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value

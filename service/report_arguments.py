"""The arguments of `rashomon report`. Knows nothing of what it does; nothing heavy in it."""

from pathlib import Path

from service.argument_types import Commands
from service.takeaway.forms import FORMS


def add(commands: Commands) -> None:
    """Adds report."""
    about = "write a report as a page, as Markdown, or its ledger as a table"
    report = commands.add_parser("report", help=about, description=f"{about.capitalize()}. Asks no model.")
    stored = "a report as JSON, of rashomon analyze -o or of the service; - for standard input"
    report.add_argument("report", type=Path, metavar="REPORT", help=stored)
    output = "where it goes, its suffix says as what: .html .md .csv (- for standard output, the default)"
    report.add_argument("-o", "--output", type=Path, default=Path("-"), metavar="FILE", help=output)
    form = "as what, whatever the suffix says (html on standard output)"
    report.add_argument("--format", choices=list(FORMS), help=form)

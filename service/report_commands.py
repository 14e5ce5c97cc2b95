"""What `rashomon report` does: reads a report, writes it as a document. Knows nothing of arguments' syntax."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from service import output_files
from service.errors import Invalid, Problem
from service.takeaway.forms import FORMS, Form

if TYPE_CHECKING:
    from service.commands import Invocation

STREAM = "-"
# A report holds its articles and every claim of them: more than the request that asked for it.
MAX_REPORT_BYTES = 64 * 1024 * 1024


def report(invocation: "Invocation") -> int:
    """Writes the report of a file or of standard input as a document."""
    from service import reports

    arguments = invocation.arguments
    form = _form(arguments.output, arguments.format)
    to_stream = str(arguments.output) == STREAM
    if not to_stream:
        output_files.refuse_unwritable(arguments.output)
    name = "standard input" if str(arguments.report) == STREAM else str(arguments.report)
    text = form.render(reports.read(_read(arguments.report), name))
    if to_stream:
        sys.stdout.buffer.write(text.encode())
        return 0
    try:
        output_files.replace(arguments.output, text.encode())
    except OSError as error:
        sys.stderr.write(f"rashomon: {arguments.output} could not be written: {error.strerror}\n")
        return 1
    return 0


def _form(output: Path, asked: str | None) -> Form:
    """The form asked for, else the one the suffix names."""
    name = asked or ("html" if str(output) == STREAM else output.suffix.lower().removeprefix("."))
    if name not in FORMS:
        detail = "has none of the suffixes .html .md .csv; rename it, or say which with --format"
        raise Invalid([Problem(f"--output {output}", detail, "bad-file")])
    return FORMS[name]


def _read(path: Path) -> bytes:
    try:
        if str(path) == STREAM:
            content = sys.stdin.buffer.read(MAX_REPORT_BYTES + 1)
        else:
            with path.open("rb") as file:
                content = file.read(MAX_REPORT_BYTES + 1)
    except OSError as error:
        detail = f"cannot be read: {(error.strerror or 'unknown error').lower()}"
        raise Invalid([Problem(str(path), detail, "bad-file")]) from None
    if len(content) > MAX_REPORT_BYTES:
        raise Invalid([Problem(str(path), f"is over the limit of {MAX_REPORT_BYTES // 2**20} MiB", "bad-file")])
    return content

"""What every answer tells browsers: guess no types, frame nothing, load nothing, keep nothing. Knows no route."""

from starlette.datastructures import MutableHeaders

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    # Articles under embargo stay in no cache between here and the desk.
    "Cache-Control": "no-store",
}


def add(headers: MutableHeaders) -> None:
    """Adds them to an answer's headers; a page that sets its own policy keeps it."""
    for name, value in HEADERS.items():
        headers.setdefault(name, value)

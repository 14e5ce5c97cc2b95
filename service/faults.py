"""Says where an exception comes from, for a log. Its own text is left out: it may quote an article."""

import traceback


def without_words(error: BaseException) -> str:
    """The type of `error` and the last places it passed through."""
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    places = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}"

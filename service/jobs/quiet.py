"""Keeps what dbos says out of the logs: its lines may hold values of rows. Only their places and severity are told.

Knows nothing of jobs.
"""

import logging

ENGINE_LOGGER = "dbos"
_log = logging.getLogger("rashomon")


class WithoutWords(logging.Handler):
    """Passes on that something went wrong and where in dbos, once for each place; the words themselves are dropped."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._told: set[tuple[str, int]] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tells of a place that was not told of before."""
        place = (record.filename, record.lineno)
        if place not in self._told:
            self._told.add(place)
            error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "no exception"
            _log.warning("the job engine complains at %s:%d (%s)", *place, error)


def quieten() -> None:
    """Before dbos is built: it adds a handler that prints everything where there is none."""
    logger = logging.getLogger(ENGINE_LOGGER)
    logger.propagate = False
    if not any(isinstance(handler, WithoutWords) for handler in logger.handlers):
        logger.handlers = [WithoutWords()]

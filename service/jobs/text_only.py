"""Sees to it that nothing read from the job database can execute: values are JSON, in every row, whatever it says.

dbos reads a value by the name of the serializer that stands in its row; a row that names pickle would be unpickled,
whichever serializer was chosen for writing. Its pickling serializer is one object, and here it is made to refuse.
"""

from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dbos import Serializer

REFUSED = "refused"


class NotText(ValueError):
    """A row that this program cannot have written; it is never decoded."""


def json_text() -> "Serializer":
    """What values are written and read with. From here on no pickle is read in this process.

    The names are private: tests/jobs/test_poison.py tells when a release of dbos moves them.
    """
    from dbos import _serialization

    pickling: Any = _serialization.DBOSDefaultSerializer
    pickling.deserialize = _refuse
    # Asked to note in such a row why it was refused, it notes that it was.
    pickling.serialize = lambda _: REFUSED
    return _serialization.DBOSPortableJSON


def _refuse(*_: Any) -> NoReturn:
    raise NotText("a value that is no JSON text")

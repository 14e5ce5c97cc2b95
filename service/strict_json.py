"""Decodes JSON that a stranger sent: every doubt is an error with its position. Knows nothing of what it should hold.

Stricter than `json.loads`, which takes UTF-16, NaN and repeated keys: a key given twice would silently lose a value.
"""

import codecs
import json
from collections import Counter
from typing import Any, NoReturn

from service.errors import Malformed

# Far more than any object of ours has; each unknown key of a million would be a problem to report.
MAX_KEYS = 100


def decode(body: bytes, what: str = "the body") -> Any:
    """The value `body` holds; `what` names it in errors. Raises Malformed. A leading UTF-8 BOM is ignored."""
    text = _to_text(body.removeprefix(codecs.BOM_UTF8), what)
    if not text.strip():
        raise Malformed(f"{what} is empty; send a JSON object")
    try:
        return json.loads(text, object_pairs_hook=_unrepeated, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Malformed(f"{what} is not JSON: {error.msg[0].lower()}{error.msg[1:]} at {where}") from None
    except RecursionError:
        raise Malformed(f"{what} nests objects or arrays too deeply") from None
    except ValueError:
        # Python refuses to convert integers of thousands of digits: quadratic time.
        raise Malformed(f"{what} holds an integer with too many digits") from None


def _to_text(body: bytes, what: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{body[error.start]:02x} at offset {error.start:,}"
        raise Malformed(f"{what} is not UTF-8: {byte}; encode it as UTF-8") from None


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MAX_KEYS:
        raise Malformed(f"an object has {len(pairs):,} keys, the limit is {MAX_KEYS}")
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = Counter(keys).most_common(1)[0][0]
        raise Malformed(f"the key {json.dumps(repeated)[:80]} stands twice in one object; give it once")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise Malformed(f"{name} is not a JSON number")

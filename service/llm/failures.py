"""Turns what litellm raises into our errors, and says which of them may pass. Knows litellm's errors by their shape.

No message here carries a key or an article's words: a provider's own text is quoted only where it is safe to.
"""

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from service.errors import BadReply, ContextExceeded, KeyRefused, ModelDown, ModelError, ModelTimeout
from service.llm.port import Call

OVERLOADED = 429
# A request that came too early, was in another's way, or met an overloaded or failing server.
PASSING = frozenset({409, 425, OVERLOADED})
LONGEST_DETAIL = 200
# So many characters in a row that also stand in the prompt are the prompt's, not the provider's.
LONGEST_ECHO = 20
_MAY_BE_KEY = re.compile(r"(?=[A-Za-z_\-.]*[0-9*])[A-Za-z0-9_\-*.]{16,}")
_SECONDS = re.compile(r"\d{1,9}(\.\d{1,9})?")


def from_litellm(error: Exception, call: Call, server: str) -> ModelError:
    """Our error for `error`, raised while `server` (its model and address, as they may be shown) was asked `call`."""
    status = getattr(error, "status_code", None)
    kind = type(error).__name__
    if kind == "ContentPolicyViolationError":
        return BadReply(f"{server} refused to answer on grounds of its content policy", refused=True)
    if kind == "ContextWindowExceededError" or status == 413:
        return ContextExceeded(f"the call does not fit into the context of {server}; use a model with a larger one")
    if status in (401, 403):
        return KeyRefused(f"{server} refused the key, or got none ({status}); check RASHOMON_API_KEY")
    if kind == "Timeout" or status in (408, 504):
        return ModelTimeout(f"{server} gave no answer in time; see RASHOMON_CALL_TIMEOUT_S")
    return _down(error, status, call, server)


def _down(error: Exception, status: object, call: Call, server: str) -> ModelDown:
    headers = _headers(error)
    if not isinstance(status, int) or (status >= 500 and not headers):
        return _no_answer(error, server)
    if status in PASSING or status >= 500:
        why = "asks for fewer calls" if status == OVERLOADED else "failed"
        return ModelDown(f"{server} {why} ({status})", may_pass=True, retry_after_s=retry_after_s(headers))
    said = _quotable(str(error), call)
    if "Provider NOT provided" in said:
        return ModelDown(f"{server}: no provider of that name; write RASHOMON_MODEL as openai/..., ollama/... or such")
    advice = {402: "its account has no credit left", 404: "check RASHOMON_MODEL and RASHOMON_API_BASE"}.get(
        status, "if it does not take the shape asked for, set RASHOMON_STRUCTURED_OUTPUT"
    )
    return ModelDown(f"{server} did not take the call ({status}{f', {said}' if said else ''}); {advice}")


def _no_answer(error: Exception, server: str) -> ModelDown:
    """No HTTP status came with it: there was no connection, or what came back was no completion."""
    if "Connection error" in str(error) or type(error).__name__ == "APIConnectionError":
        return ModelDown(f"{server} cannot be reached, or broke off; check that it runs", may_pass=True)
    return no_completion(server)


def no_completion(server: str) -> ModelDown:
    """What came back is no chat completion: an empty body, a proxy's web page, an answer without choices."""
    what = "something that is no chat completion (nothing, or a web page?)"
    return ModelDown(f"{server} sent {what}; check RASHOMON_API_BASE", may_pass=True)


def _headers(error: Exception) -> Mapping[str, str]:
    found = getattr(error, "litellm_response_headers", None)
    return {str(name).lower(): str(value) for name, value in found.items()} if found else {}


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """Seconds a provider asks to wait, from headers named in lower case: `retry-after` as seconds or a date, or ms.

    A date is read against the answer's own `date`, so that no clock is needed (RFC 9110, 10.2.3).
    """
    milliseconds = headers.get("retry-after-ms", "")
    if _SECONDS.fullmatch(milliseconds):
        return float(milliseconds) / 1000
    asked = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(asked):
        return float(asked)
    try:
        wait = parsedate_to_datetime(asked) - parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError):
        return None
    return max(0.0, wait.total_seconds())


def _quotable(text: str, call: Call) -> str:
    """The provider's own words in `text`; without what may be a key, empty where they repeat the prompt."""
    said = " ".join(text.rpartition("Exception - ")[2].split())[:LONGEST_DETAIL]
    prompt = " ".join(" ".join(message.content for message in call.messages).split())
    windows = (said[at : at + LONGEST_ECHO] for at in range(len(said) - LONGEST_ECHO + 1))
    # Escaped text would slip past the comparison.
    if "\\" in said or any(window in prompt for window in windows):
        return ""
    return _MAY_BE_KEY.sub("***", said).rstrip(".")

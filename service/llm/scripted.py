"""A model that answers from a script. Ships with the product: tests and evals run the real pipeline on it.

Knows nothing of prompts; it looks replies up by step, or asks a function.
"""

from collections.abc import Callable

from service.llm.port import Call, Reply

Script = Callable[[Call], str | Reply]


class Scripted:
    """Answers each call with `script(call)`; keeps every call in `calls`, in the order they came."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self.calls: list[Call] = []

    async def complete(self, call: Call) -> Reply:
        """Raises whatever the script raises."""
        self.calls.append(call)
        answer = self._script(call)
        return answer if isinstance(answer, Reply) else Reply(text=answer)

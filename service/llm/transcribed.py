"""Writes every prompt and every reply into the log, articles and all: for a desk that asked for it. Knows no model."""

import logging

from service.llm.port import Call, LanguageModel, Reply

_log = logging.getLogger("rashomon")


class Transcribed:
    """`inner`, word for word in the log."""

    def __init__(self, inner: LanguageModel) -> None:
        self._inner = inner

    async def complete(self, call: Call) -> Reply:
        """The reply of `inner`. Raises what `inner` raises."""
        for message in call.messages:
            _log.info("step %s asks as %s: %s", call.step, message.role, message.content)
        reply = await self._inner.complete(call)
        _log.info("step %s is answered: %s", call.step, reply.text)
        return reply

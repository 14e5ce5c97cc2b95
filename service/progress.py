"""Shows on standard error how far an analysis is. Knows nothing of what the steps do."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.text import Text

from service.asking import Progress

_NAMES = {
    "claims": "Reading what each article claims",
    "verdicts": "Comparing claims",
    "summary": "Writing the summary",
}


class Display:
    """A line that renews itself on a terminal; elsewhere, one line for each finished step."""

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._console = console
        self._clock = clock
        self._begun = clock()
        self._latest: Progress | None = None
        self._live = Live(console=console, get_renderable=self._line, refresh_per_second=4, transient=True)

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._live.stop()

    def tell(self, now: Progress) -> None:
        """Takes the news; `analyze` calls it."""
        self._latest = now
        if now.done == now.total > 0:
            self._console.print(self._line())

    def _line(self) -> Text:
        now, seconds = self._latest, self._clock() - self._begun
        if now is None:
            return Text(f"Splitting the articles into sentences, {seconds:.0f} s")
        tokens = f"{now.prompt_tokens:,} tokens read, {now.completion_tokens:,} written"
        return Text(f"{_NAMES.get(now.step, now.step)}: {now.done} of {now.total}, {tokens}, {seconds:.0f} s")

import io

from rich.console import Console

from service.asking import Progress
from service.progress import Display


class Clock:
    """Gives the times it was set to, the last one for ever."""

    def __init__(self, *times: float) -> None:
        self._times = list(times)

    def __call__(self) -> float:
        return self._times.pop(0) if len(self._times) > 1 else self._times[0]


def shown(is_terminal: bool, *news: Progress) -> str:
    console = Console(file=io.StringIO(), force_terminal=is_terminal, width=100)
    with Display(console, Clock(100.0, 161.2)) as display:
        for now in news:
            display.tell(now)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_away_from_a_terminal_there_is_one_line_for_each_finished_step() -> None:
    printed = shown(
        False,
        Progress("claims", 0, 2, 0, 0),
        Progress("verdicts", 0, 0, 0, 0),
        Progress("claims", 1, 2, 5, 1),
        Progress("claims", 2, 2, 1234, 56),
    )
    assert printed == "Reading what each article claims: 2 of 2, 1,234 tokens read, 56 written, 61 s\n"


def test_on_a_terminal_the_line_renews_itself() -> None:
    printed = shown(True, Progress("verdicts", 1, 3, 10, 2))
    assert "Comparing claims: 1 of 3, 10 tokens read, 2 written, 61 s" in printed


def test_a_step_without_a_name_of_its_own_is_shown_by_its_code() -> None:
    assert shown(False, Progress("dating", 1, 1, 0, 0)).startswith("dating: 1 of 1")

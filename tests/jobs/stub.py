"""A model that answers rightly, counts what it was asked, and a story for it; in a server of the test's own."""

import time
from collections import Counter
from dataclasses import replace

from evals.benchmarks import answers
from tests.llm.openai_server import Answer, OpenAIServer, Request, completion

# From the answer's first byte until it is on the disk, on a machine with much else to do.
TO_KEEP_S = 2.0
FERRY = "The ferry Astrid {} struck a sandbank off Velmora on Monday with {} passengers aboard."


def story(number: int) -> dict[str, object]:
    """Two articles that nobody else tells: the model is asked about each of them."""
    told = ((outlet, FERRY.format(number, toll)) for outlet, toll in (("Courier", 212), ("Ledger", 184)))
    return {"articles": [{"outlet": outlet, "text": text} for outlet, text in told]}


class Stub:
    """Answers each question after `seconds`; `answered` counts the answers that were sent, question by question."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.server = OpenAIServer(self._answer)
        self.asked: list[tuple[float, str]] = []
        self._kills: list[float] = []

    def settings(self) -> dict[str, str]:
        """What the product needs to ask it."""
        return {
            "RASHOMON_MODEL": "openai/stub",
            "RASHOMON_API_BASE": self.server.api_base,
            "RASHOMON_API_KEY": "none",
        }

    def asked_again_though_answered(self) -> list[str]:
        """Questions that came once more although nobody was killed before their answer could be kept."""
        last: dict[str, float] = {}
        again = []
        for at, question in self.asked:
            before = last.get(question)
            if before is not None and not self._was_lost(before):
                again.append(question)
            last[question] = at
        return again

    def note_kill(self) -> None:
        """The one who asks is about to be killed: what is on its way to it is lost."""
        self._kills.append(time.monotonic())

    def _was_lost(self, asked_at: float) -> bool:
        """Whether somebody was killed while this was answered, or before a busy machine could keep the answer."""
        return any(asked_at <= kill <= asked_at + self._seconds + TO_KEEP_S for kill in self._kills)

    def most_asked(self) -> int:
        """How often the question was asked that was asked most often."""
        return max(Counter(question for _, question in self.asked).values(), default=0)

    def _answer(self, request: Request) -> Answer:
        question = request.body["messages"][-1]["content"]
        self.asked.append((time.monotonic(), question))
        shape = request.body["response_format"]["json_schema"]["name"]
        return replace(completion(answers.answer(shape, question)), after_s=self._seconds)

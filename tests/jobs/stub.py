"""A model that answers rightly, counts what it was asked, and a story for it; in a server of the test's own."""

import time
from collections import Counter
from dataclasses import replace

from evals.benchmarks import answers
from tests.llm.openai_server import Answer, OpenAIServer, Request, completion

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

    def settings(self) -> dict[str, str]:
        """What the product needs to ask it."""
        return {
            "RASHOMON_MODEL": "openai/stub",
            "RASHOMON_API_BASE": self.server.api_base,
            "RASHOMON_API_KEY": "none",
        }

    def asked_again_though_answered(self) -> list[str]:
        """Questions that came once more after their answer had been sent, and time enough to keep it."""
        first: dict[str, float] = {}
        again = []
        for at, question in self.asked:
            if at > first.setdefault(question, at) + self._seconds + 1.0:
                again.append(question)
        return again

    def most_asked(self) -> int:
        """How often the question was asked that was asked most often."""
        return max(Counter(question for _, question in self.asked).values(), default=0)

    def _answer(self, request: Request) -> Answer:
        question = request.body["messages"][-1]["content"]
        self.asked.append((time.monotonic(), question))
        shape = request.body["response_format"]["json_schema"]["name"]
        return replace(completion(answers.answer(shape, question)), after_s=self._seconds)

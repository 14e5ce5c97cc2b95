"""Asks a running service for the example in the API's documentation, and stores request and answers as they were.

    rashomon serve &
    python -m evals.write_example http://127.0.0.1:8000

To be run again when the report's fields change; tests/test_openapi.py says when. The event is invented.
"""

import json
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).parent.parent / "service" / "example.json"
REQUEST = {
    "articles": [
        {
            "id": "courier",
            "outlet": "The Courier",
            "published_at": "2024-03-05",
            "language": "en",
            "text": "Ferry Runs Aground Off Port Ansel\n\n"
            "A ferry carrying 212 passengers ran aground off Port Ansel on Monday evening, the coast guard said. "
            "Twelve people were taken to hospital.\n\n"
            "Harbour master Ruth Okafor said the channel had been dredged in January. "
            '"The channel is safe for every ship of this size," she said.\n',
        },
        {
            "id": "ledger",
            "outlet": "The Ledger",
            "published_at": "2024-03-05",
            "language": "en",
            "text": "Twelve In Hospital After Ferry Accident\n\n"
            "Twelve people were taken to hospital after a ferry ran aground off Port Ansel on Monday. "
            "A ferry carrying 184 passengers had run onto a sandbank, the coast guard said.\n\n"
            "Harbour master Ruth Okafor said the channel had last been dredged two years ago. "
            '"The channel is safe for ships of this size," she said.\n\n'
            "Fishermen have complained for months that the channel is too shallow.\n",
        },
    ]
}
BROKEN = {"articles": [{"text": " "}, {"text": "The ferry ran aground.", "published": "2024-03-05"}]}


def main(address: str, path: Path = EXAMPLE) -> None:
    """Writes what the service at `address` answers into `path`. Raises HTTPError if it does not answer the request."""
    answer = {"request": REQUEST, "answer": _post(address, REQUEST), "refusal": _refusal(address)}
    path.write_text(json.dumps(answer, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _post(address: str, story: dict[str, Any]) -> Any:
    body, headers = json.dumps(story).encode(), {"Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(f"{address}/analyze", body, headers)) as response:
        return json.load(response)


def _refusal(address: str) -> Any:
    try:
        return _post(address, BROKEN)
    except urllib.error.HTTPError as error:
        with error:
            return json.load(error)


if __name__ == "__main__":
    main(sys.argv[1])

"""What the product is made of when a benchmark calls it without HTTP. Knows nothing of what is measured."""

import json
from pathlib import Path

from evals.benchmarks import made_stories, processes
from service import stories, wiring
from service.deployment import Deployment
from service.models import Article
from service.settings import Settings


def deploy(address: str, data: Path) -> Deployment:
    """The product wired as it ships, asking the model at `address` and keeping its data in `data`."""
    return wiring.deploy(Settings.from_mapping({**processes.asking(address), "RASHOMON_DATA_DIR": str(data)}))


def articles(number: int, count: int) -> list[Article]:
    """Story `number` told by `count` outlets, as the product reads a request."""
    body = json.dumps(made_stories.make(number, count)).encode()
    return list(stories.to_articles(stories.parse(body)))

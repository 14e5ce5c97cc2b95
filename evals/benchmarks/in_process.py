"""What the product is made of when a benchmark calls it without HTTP. Knows nothing of what is measured."""

import json
import math
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
    """Story `number` told by `count` outlets, as the product reads a request; several where one would be too full."""
    told = made_stories.make(number, count)["articles"]
    requests = math.ceil(count / stories.MAX_ARTICLES)
    bodies = [json.dumps({"articles": told[place::requests]}).encode() for place in range(requests)]
    return [article for body in bodies for article in stories.to_articles(stories.parse(body))]

"""What is measured: a live model as settings ask for it, or its recorded replies. Knows nothing of cases.

A live model answers through the product's cache, as in service; `fresh` asks it anew and renews what is kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from evals.recordings import Recordings, Replay, Resuming
from evals.runs import Subject
from service import wiring
from service.deployment import Deployment
from service.errors import Invalid, Problem
from service.llm.cached import TextStore
from service.llm.profiles import EMBEDDED, remote
from service.prompts import Prompts, shipped_folder
from service.services import Services
from service.settings import Settings

_EMBEDDED_NAMES = "embedded/"

Build = Callable[[Settings, TextStore], Deployment]


class Forgetting:
    """A store that finds nothing and keeps everything."""

    def __init__(self, store: TextStore) -> None:
        self._store = store

    def get(self, key: str, article_hashes: Sequence[str] = ()) -> str | None:
        """Nothing, whatever is kept."""
        return None

    def put(self, key: str, text: str, article_hashes: Sequence[str]) -> None:
        """Keeps it in the store behind."""
        self._store.put(key, text, article_hashes)

    def drop(self, key: str) -> None:
        """Drops it from the store behind."""
        self._store.drop(key)


def live(settings: Settings, build: Build = wiring.deploy, *, fresh: bool) -> tuple[Deployment, Subject]:
    """The model `settings` name; the deployment is to be closed by who asks. Raises as wiring.py does."""
    store = wiring.open_store(settings)
    deployment = build(settings, Forgetting(store) if fresh else store)
    return deployment, Subject(deployment.services, wiring.identify(settings))


def resume(subject: Subject, recordings: Recordings) -> Subject:
    """`subject`, asked only what `recordings` do not hold. Raises Invalid where those are another model's."""
    if recordings.head.identity != subject.identity:
        detail = f"holds replies of {' '.join(recordings.head.identity)}, not of {' '.join(subject.identity)}"
        raise Invalid([Problem("--recorded", detail)])
    llm = Resuming(recordings, subject.services.llm)
    return replace(subject, services=replace(subject.services, llm=llm))


def replay(recordings: Recordings, prompts_dir: Path | None) -> Subject:
    """The model whose replies were recorded, asked with today's prompts and code."""
    model = recordings.head.model
    services = Services(
        llm=Replay(recordings),
        profile=EMBEDDED if model.startswith(_EMBEDDED_NAMES) else remote(model),
        prompts=load_prompts(prompts_dir),
        model=model,
        is_local=True,
        parallel_calls=1,
    )
    return Subject(services, recordings.head.identity, is_replay=True)


def load_prompts(folder: Path | None) -> Prompts:
    """The prompts in `folder`, or those that come along."""
    return Prompts.load(folder or shipped_folder())

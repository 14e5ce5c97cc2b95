"""Settings to a Deployment: the only file that names concrete adapters. Knows nothing of what they are asked.

Building loads no model, no litellm and opens no file but the prompts; each adapter does so at its first call, which
a run answered from the cache never makes.
"""

import ipaddress
import logging
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from service.deployment import Deployment
from service.doors.doors import Doors
from service.jobs.carrying_out import CarryingOut
from service.jobs.durable import Durable
from service.jobs.port import JobEngine, Terms
from service.llm import heads, profiles
from service.llm.addresses import address
from service.llm.cached import Cached, TextStore
from service.llm.capped import Capped
from service.llm.embedded import SLOTS, Embedded, Share
from service.llm.heads import Head
from service.llm.metered import Metered
from service.llm.port import LanguageModel
from service.llm.profiles import Profile
from service.llm.remote import Remote
from service.llm.repairing import Repairing
from service.llm.retrying import Retrying
from service.llm.store import Store
from service.llm.tally import Tally
from service.llm.transcribed import Transcribed
from service.llm.weights import Weights
from service.prompts import Prompts, shipped_folder
from service.services import Judge, Services
from service.settings import Settings

_log = logging.getLogger("rashomon")
DAY_S = 86_400


def deploy(settings: Settings, store: TextStore | None = None) -> Deployment:
    """What `settings` ask for, its replies kept in `store` (None: on disk, in the data folder).

    Raises BadSettings for unusable prompts, ModelDown for a named model that is missing.
    """
    kept = store or open_store(settings)
    return _with_embedded(settings, kept) if settings.is_embedded else _with_remote(settings, kept)


def open_store(settings: Settings) -> Store:
    """The replies kept on disk; opened at first use."""
    return Store(
        settings.data_dir / "cache",
        _log.warning,
        size_limit_bytes=settings.cache_max_mb * 10**6,
        max_age_s=settings.cache_max_age_days * DAY_S,
    )


def open_jobs(settings: Settings, deployment: Deployment) -> JobEngine:
    """The engine that keeps jobs and has them analysed with `deployment`; opened when it starts."""
    return Durable(job_terms(settings), CarryingOut(deployment, settings.jobs_attempts))


def job_terms(settings: Settings) -> Terms:
    """Where jobs are kept and how this process works on them."""
    return Terms(
        folder=settings.data_dir / "jobs",
        database_url=settings.database_url,
        parallel=settings.jobs_parallel,
        dead_after_s=settings.worker_dead_after_s,
        max_age_days=settings.jobs_max_age_days,
        max_mb=settings.jobs_max_mb,
    )


def find_weights(settings: Settings) -> Weights:
    """The embedded model's weights; looked for at first use."""
    return Weights(settings.data_dir, settings.embedded_model)


def find_doors(settings: Settings) -> Doors:
    """Who may come in, and how many at once."""
    return Doors(
        keys=settings.api_keys or (),
        rate=settings.key_rate,
        parallel=settings.key_parallel,
        cors_origins=settings.cors_origins or (),
        analyses_parallel=settings.analyses_parallel,
        analyses_waiting=settings.analyses_waiting,
    )


def surround(
    adapter: LanguageModel, settings: Settings, store: TextStore, profile: Profile, *, is_local: bool
) -> Services:
    """The services on `adapter`, each policy a wrapper; the cache outermost, so that only valid replies are kept."""
    prompts = Prompts.load(settings.prompts_dir or shipped_folder())
    metered = Metered(Transcribed(adapter) if settings.log_content else adapter)
    retrying = Retrying(metered, settings.retry_attempts, settings.retry_total_s)
    repairing = Repairing(retrying, prompts.render_repair)
    identity = identify(settings)
    cached = Cached(repairing, store, identity)
    return Services(
        llm=cached,
        profile=profile,
        prompts=prompts,
        model=identity[0],
        is_local=is_local,
        # More than the embedded model works on would only wait, and the wait would be counted as the model's time.
        parallel_calls=settings.embedded_slots or SLOTS if settings.is_embedded else settings.parallel_calls,
        max_cost_usd=settings.max_cost_usd,
        tally=Tally(
            calls=metered.calls,
            tokens=metered.tokens,
            cost_usd=metered.cost_usd,
            unpriced=metered.unpriced,
            retries=retrying.retries,
            repairs=repairing.counts,
            lookups=cached.lookups,
        ),
    )


def identify(settings: Settings) -> tuple[str, ...]:
    """What tells one model's replies from another's: its name, and its weights or its address and way of answering."""
    if settings.is_embedded:
        weights = find_weights(settings)
        return f"embedded/{(weights.named or Path(weights.publication.file_name)).stem}", weights.identity()
    profile = profiles.remote(settings.model, settings.structured_output)
    return settings.model, address(settings.model, settings.api_base) or "", profile.structured


def _with_embedded(settings: Settings, store: TextStore) -> Deployment:
    weights = find_weights(settings)
    head = _head_for(settings, weights)
    embedded = _embedded(settings, weights, head)
    services = surround(embedded, settings, store, profiles.EMBEDDED, is_local=True)
    judge = Judge(services.llm, head, settings.judge_pairs) if head else None
    services = replace(services, judge=judge, judge_is_missed=bool(settings.judge_pairs and not judge))
    return Deployment(services, embedded.ready, settings.deadline_s, embedded.close, find_doors(settings))


def _with_remote(settings: Settings, store: TextStore) -> Deployment:
    profile = profiles.remote(settings.model, settings.structured_output)
    remote = Remote(settings.model, settings.api_key, settings.api_base, profile.structured, settings.call_timeout_s)
    services = surround(Capped(remote, remote.price), settings, store, profile, is_local=_is_here(remote.address))
    deployed = Deployment(services, remote.ready, settings.deadline_s, remote.close, find_doors(settings))
    return _with_second_opinion(deployed, settings, store) if settings.judge_pairs else deployed


def _with_second_opinion(deployed: Deployment, settings: Settings, store: TextStore) -> Deployment:
    """The same deployment with the trained judge on the embedded weights, where those are installed."""
    weights = find_weights(settings)
    head = _head_for(settings, weights) if weights.status().is_ready else None
    if head is None:
        return replace(deployed, services=replace(deployed.services, judge_is_missed=True))
    embedded = _embedded(settings, weights, head)
    cached = Cached(Metered(embedded), store, ("embedded", weights.identity()))

    async def close() -> None:
        try:
            await embedded.close()
        finally:
            await deployed.close()

    judge = Judge(cached, head, settings.judge_pairs)
    return replace(deployed, services=replace(deployed.services, judge=judge), close=close)


def _embedded(settings: Settings, weights: Weights, head: Head | None) -> Embedded:
    share = Share(settings.embedded_slots, settings.embedded_threads)
    return Embedded(weights, share, settings.call_timeout_s, head)


def _head_for(settings: Settings, weights: Weights) -> Head | None:
    """The trained head, if it is wanted and belongs to these weights."""
    if not settings.judge_pairs:
        return None
    head = heads.load()
    return head if head.numbers.model_sha256 == weights.identity() else None


def _is_here(address: str | None) -> bool:
    """Whether what is sent to `address` stays on this machine."""
    host = urlsplit(address).hostname if address else None
    try:
        return host == "localhost" or ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False

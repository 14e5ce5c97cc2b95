"""Every prompt of the product with its current id, and which of them a model is asked with.

An id names file, examples and reply schema by content, so a change of any needs a new receipt.
"""

from typing import Any

from pydantic import BaseModel, RootModel

from service.analyze import prompts_asked
from service.llm.profiles import EMBEDDED, remote
from service.prompts import VARIABLES, Prompts
from service.services import Services
from service.steps import claims, summary, verdicts


class AnyReply(RootModel[Any]):
    """The repair prompt answers in the shape of whatever is repaired."""


def ids(prompts: Prompts) -> dict[str, str]:
    """The id of every prompt, by its name."""
    return {name: prompts.id_of(name, _reply_types().get(name, AnyReply)) for name in sorted(VARIABLES)}


def asked(services: Services) -> dict[str, str]:
    """The id of each prompt the pipeline asks this model with, by the prompt's name."""
    used = set(prompts_asked(services).values())
    return {name: one for name, one in ids(services.prompts).items() if one in used}


def _reply_types() -> dict[str, type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {"verdicts": verdicts.Judged}
    for profile in (EMBEDDED, remote("openai/any")):
        found[claims.prompt_name(profile)] = claims.reply_type(profile)
        found[summary.prompt_name(profile)] = summary.reply_type(profile)
    return found

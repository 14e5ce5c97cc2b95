"""Stores the report that test_analyze.py compares byte for byte: `python -m tests.store_report`, then read the diff."""

import asyncio
from pathlib import Path

from service.analyze import analyze
from service.llm.profiles import EMBEDDED
from service.llm.scripted import Scripted
from service.prompts import Prompts, shipped_folder
from service.services import Services
from tests.test_analyze import COURIER, POST, restate

STORED = Path(__file__).parent / "stored_report.json"


def main() -> None:
    prompts = Prompts.load(shipped_folder())
    services = Services(Scripted(restate), EMBEDDED, prompts, model="scripted", is_local=True)
    report = asyncio.run(analyze((COURIER, POST), services, request_id="r"))
    STORED.write_text(report.model_dump_json(indent=1, exclude={"provenance"}) + "\n", "utf-8")


if __name__ == "__main__":
    main()

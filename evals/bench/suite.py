"""Runs every benchmark on the files of one folder. Knows no measure; asks the model where a benchmark needs it.

All files are read first, so that a broken one is known before the model is asked. The model is asked about a fixed
sample of 100 sentences, and of 100 pairs where it judges; everything else is by rule, on all rows it is reported for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals.bench import agreement, claim_cutting, faithfulness, pair_verdicts, rows, written_pairs
from evals.bench.figures import Figure
from service.asking import Asking, Progress
from service.services import Services


@dataclass(frozen=True)
class _Data:
    """Every row that is measured on."""

    claims: tuple[rows.ClaimsRow, ...]
    pairs: tuple[rows.PairRow, ...]
    french: tuple[rows.PairRow, ...]
    agreement: tuple[rows.AgreementRow, ...]
    summaries: dict[str, tuple[rows.SummaryRow, ...]]
    written: dict[str, tuple[rows.WrittenRow, ...]]


async def run(
    data: Path, written: Path, services: Services, progress: Callable[[Progress], None]
) -> tuple[Figure, ...]:
    """Every benchmark's figures, on the files in `data` and the written pairs; by rule first where both are measured.

    Raises Invalid for a missing or broken file, ModelError for a call that failed for good (a reply that never
    validates is no failure: it counts as no answer).
    """
    read = _read(data, written)
    asking = Asking(services.llm, services.parallel_calls, progress)
    found = [
        *pair_verdicts.by_rules(read.pairs, _tell(pair_verdicts.FEVER, progress)),
        *pair_verdicts.in_french(read.french, _tell(pair_verdicts.FRENCH, progress)),
        *agreement.measure(read.agreement, _tell(agreement.BENCHMARK, progress)),
        *(
            figure
            for half, listed in read.written.items()
            for figure in written_pairs.measure(half, listed, _tell(written_pairs.BENCHMARK, progress))
        ),
        *faithfulness.measure(read.summaries, _tell(faithfulness.BENCHMARK, progress)),
        *await claim_cutting.measure(read.claims, services, asking),
    ]
    if services.profile.judges:
        found += await pair_verdicts.by_model(read.pairs, services, asking)
    return tuple(found)


def _read(data: Path, written: Path) -> _Data:
    return _Data(
        claims=rows.read(data, claim_cutting.FILE, rows.ClaimsRow),
        pairs=rows.read(data, pair_verdicts.TEST_FILE, rows.PairRow),
        french=rows.read(data, pair_verdicts.FRENCH_FILE, rows.PairRow),
        agreement=rows.read(data, agreement.FILE, rows.AgreementRow),
        summaries={one: rows.read(data, faithfulness.file_name(one), rows.SummaryRow) for one in faithfulness.DOMAINS},
        written={half: rows.read(written, half, rows.WrittenRow) for half in written_pairs.HALVES},
    )


def _tell(step: str, progress: Callable[[Progress], None]) -> Callable[[int, int], None]:
    return lambda done, total: progress(Progress(step, done, total, 0, 0))

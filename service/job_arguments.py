"""The arguments of the commands that work on jobs. Knows nothing of what they do; nothing heavy in it."""

from pathlib import Path

from service.argument_types import Commands, whole_number


def add(commands: Commands) -> None:
    """Adds worker, batch and purge."""
    about = "work on the jobs of the queue, beside rashomon serve or on another machine"
    commands.add_parser("worker", help=about, description=f"{about.capitalize()}.")
    about = "analyse a file of stories, a line each"
    batch = commands.add_parser("batch", help=about, description=f"{about.capitalize()}.")
    stories = "a POST /analyze body a line, gzipped if its name ends in .gz; - for standard input"
    batch.add_argument("stories", type=Path, metavar="STORIES", help=stories)
    output = "where the reports go, a line each; lines that are there already are not analysed again"
    batch.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=output)
    window = "jobs in flight at once (4 for each of RASHOMON_JOBS_PARALLEL, and 4 more)"
    batch.add_argument("--window", type=whole_number(1, 10_000), metavar="N", help=window)
    about = "forget every reply, job and report that saw an article"
    purge = commands.add_parser("purge", help=about, description=f"{about.capitalize()}.")
    files = "the article's .txt or .html file, or a story.json for all its articles"
    purge.add_argument("--article", type=Path, required=True, metavar="FILE", help=files)

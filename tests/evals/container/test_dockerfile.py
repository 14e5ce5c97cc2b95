"""Reading Dockerfiles: ours, and small ones that show one rule each."""

from pathlib import Path

import pytest

from evals.container.dockerfile import UnreadableDockerfile, expand, parse

OURS = (Path(__file__).parents[3] / "Dockerfile").read_text(encoding="utf-8")


def test_our_image_is_built_with_the_model_unless_asked_otherwise() -> None:
    assert list(parse(OURS, {}).values())[-1].base == "weights-embedded"
    assert list(parse(OURS, {"WEIGHTS": "none"}).values())[-1].base == "weights-none"


def test_our_image_runs_as_somebody_else_than_root_from_the_first_step_that_installs_packages() -> None:
    setup = parse(OURS, {})["setup"].instructions
    user = next(place for place, step in enumerate(setup) if step.word == "USER")
    installing = [place for place, step in enumerate(setup) if step.word == "RUN" and "make setup" in step.rest]
    assert setup[user].rest == "rashomon"
    assert installing
    assert min(installing) > user


def test_our_image_asks_for_its_health_without_curl() -> None:
    health = next(step for step in parse(OURS, {})["service"].instructions if step.word == "HEALTHCHECK")
    assert health.options["interval"] == "30s"
    assert "/healthz" in health.rest
    assert "curl" not in health.rest


def test_continued_lines_are_one_instruction_with_the_number_of_its_first_line() -> None:
    (step,) = parse("FROM a AS b\n\nRUN one \\\n    # a comment between\n    && two\n", {})["b"].instructions
    assert (step.line, step.word, step.rest) == (3, "RUN", "one && two")


def test_a_json_array_keeps_its_items_as_they_are() -> None:
    (step,) = parse('FROM a\nCMD ["serve", "a b", "c\'d"]', {})["0"].instructions
    assert step.items == ["serve", "a b", "c'd"]


def test_options_are_told_from_what_follows_them() -> None:
    (step,) = parse("FROM a\nCOPY --from=x --chown=u:g one two /there/", {})["0"].instructions
    assert (step.options, step.items) == ({"from": "x", "chown": "u:g"}, ["one", "two", "/there/"])


def test_variables_are_replaced_in_both_spellings_and_unknown_ones_vanish() -> None:
    assert expand("${A}/$B:$C.", {"A": "x", "B": "y"}) == "x/y:."


@pytest.mark.parametrize(
    "text",
    [
        "FROM a\nADD x y",
        "FROM a\nRUN <<EOF\nls\nEOF",
        "FROM a\nRUN --mount=type=cache ls --mount",
        "FROM a\nARG B",
        "FROM a\nRUN ls \\",
        "FROM a\nCOPY --link x y",
    ],
    ids=["ADD", "heredoc", "mount", "inner ARG", "unfinished", "bare option"],
)
def test_what_is_not_understood_is_refused_rather_than_passed_over(text: str) -> None:
    with pytest.raises(UnreadableDockerfile, match="line 2|ADD"):
        parse(text, {})


def test_a_build_argument_that_the_file_does_not_declare_is_refused() -> None:
    with pytest.raises(UnreadableDockerfile, match="WEIGHT"):
        parse(OURS, {"WEIGHT": "none"})

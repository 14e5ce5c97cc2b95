import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from evals import cases
from evals.cases import Case, Stretch
from evals.expected import Expected, Place
from service.errors import BadInput, Invalid
from tests.evals.made_outcomes import at, may, must
from tests.evals.small_suite import write_suite

ECHO = "Four people died.\n\nFour people were\n  saved. It rained."
GAZETTE = "Seven people died."


def write(folder: Path, expected: Any, *, name: str = "fire") -> Path:
    """A case on disk; `expected` lacks what is empty, or is the text of expected.yaml itself, or None for no file."""
    case = folder / name
    case.mkdir(parents=True)
    articles = [{"id": one, "outlet": one.title(), "file": f"{one}.txt"} for one in ("echo", "gazette")]
    (case / "story.json").write_text(json.dumps({"articles": articles}), "utf-8")
    (case / "echo.txt").write_text(ECHO, "utf-8")
    (case / "gazette.txt").write_text(GAZETTE, "utf-8")
    if isinstance(expected, Mapping):
        expected = yaml.safe_dump({**{section: [] for section in Expected.model_fields}, **expected})
    if expected is not None:
        (case / "expected.yaml").write_text(expected, "utf-8")
    return case


def problems(folder: Path, expected: Any) -> list[str]:
    """What is wrong with the case, a line each."""
    with pytest.raises(Invalid) as caught:
        cases.load(write(folder, expected))
    return [str(problem) for problem in caught.value.problems]


def words(case: Case) -> str:
    """What stands where the one place of the case is said to be."""
    (stretch,) = case.stretches.values()
    (article,) = (one for one in case.articles if one.id == stretch.article_id)
    return article.text[stretch.start : stretch.end]


def test_a_case_knows_where_every_quote_stands(tmp_path: Path) -> None:
    case = cases.load(write(tmp_path, {"claims": [must(**at("echo", "It rained"))]}))
    assert (case.name, {article.id for article in case.articles}) == ("fire", {"echo", "gazette"})
    assert words(case) == "It rained"


def test_every_place_of_every_section_is_found(tmp_path: Path) -> None:
    two = [at("echo", "Four people died"), at("gazette", "Seven people died")]
    listed = {
        "claims": [may(**at("echo", "It rained"))],
        "agreements": [may(quotes=[at("echo", "died"), at("gazette", "people")])],
        **{section: [may(positions=two)] for section in ("contradictions", "disputes", "updates", "scope_differences")},
        "quote_changes": [may(quotes=two)],
        "omissions": [may(article="gazette", quotes=at("echo", "rained"))],
        "summary": [may(quotes=at("echo", "saved")), may(words="massacre")],
    }
    quotes = {place.quote for place in cases.load(write(tmp_path, listed)).stretches}
    assert quotes == {"It rained", "died", "people", "Four people died", "Seven people died", "rained", "saved"}


def test_any_white_space_stands_for_any_other(tmp_path: Path) -> None:
    case = cases.load(write(tmp_path, {"claims": [must(**at("echo", "people\twere saved"))]}))
    assert words(case).split() == ["people", "were", "saved"]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (at("echo", "Five people"), "'Five people' is not in article 'echo'; quote words that stand there once"),
        (at("echo", "four people died"), "'four people died' is not in article 'echo'; quote words that stand"),
        (
            at("echo", "Four people"),
            "'Four people' stands 2 times in article 'echo'; quote words that stand there once",
        ),
        (at("star", "Four people"), "no article 'star' in story.json; it has echo, gazette"),
    ],
)
def test_a_quote_that_does_not_stand_there_once_names_case_and_field(
    tmp_path: Path, place: dict[str, Any], message: str
) -> None:
    right = at("gazette", "Seven people died")
    (problem,) = problems(tmp_path, {"contradictions": [may(positions=[right, right]), may(positions=[right, place])]})
    assert problem.startswith(f"fire/expected.yaml: contradictions[1].positions: {message}")


def test_every_wrong_quote_of_a_case_is_named(tmp_path: Path) -> None:
    wrong = at("echo", "Nine")
    found = problems(tmp_path, {"claims": [must(**wrong)], "omissions": [must(article="gazette", quotes=wrong)]})
    assert [one.split(": ")[1] for one in found] == ["claims[0]", "omissions[0].quotes"]


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        ({"claims": [must(**at("echo", "It rained"), tone="dry")]}, "claims[0].tone: is not a known field"),
        ({"claims": [{**at("echo", "It rained"), "expect": "must"}]}, "claims[0].why: is missing; add it"),
        ({"findings": []}, "findings: is not a known field"),
        ("claims: [", "is not YAML: while parsing"),
        (None, "is missing; write what a good report says"),
    ],
)
def test_what_breaks_the_schema_names_case_and_field(tmp_path: Path, expected: Any, message: str) -> None:
    (problem,) = problems(tmp_path, expected)
    assert problem.startswith(f"fire/expected.yaml: {message}")


def test_a_file_that_is_no_text_is_not_yaml(tmp_path: Path) -> None:
    case = write(tmp_path, None)
    (case / "expected.yaml").write_bytes(b"claims: \xff")
    with pytest.raises(Invalid, match="fire/expected.yaml: is not YAML"):
        cases.load(case)


def test_an_article_that_is_not_beside_the_story_is_named(tmp_path: Path) -> None:
    case = write(tmp_path, {})
    (case / "echo.txt").unlink()
    with pytest.raises(BadInput, match=r"articles\[0\]\.file: cannot be read"):
        cases.load(case)


def test_all_cases_come_by_name_and_what_is_no_case_is_left_alone(tmp_path: Path) -> None:
    for name in ("tunnel", "bridge"):
        write(tmp_path, {}, name=name)
    (tmp_path / "notes").mkdir()
    (tmp_path / "README.md").write_text("none", "utf-8")
    assert [case.name for case in cases.load_all(tmp_path)] == ["bridge", "tunnel"]


def test_the_problems_of_all_cases_come_together(tmp_path: Path) -> None:
    for name in ("tunnel", "bridge"):
        write(tmp_path, {"claims": [must(**at("echo", "Nine"))]}, name=name)
    with pytest.raises(Invalid) as caught:
        cases.load_all(tmp_path)
    assert [problem.field for problem in caught.value.problems] == [
        "bridge/expected.yaml: claims[0]",
        "tunnel/expected.yaml: claims[0]",
    ]


@pytest.mark.parametrize("folder", [".", "nowhere"])
def test_a_folder_without_cases_says_what_to_add(tmp_path: Path, folder: str) -> None:
    with pytest.raises(Invalid, match="holds no folder with a story.json; add one"):
        cases.load_all(tmp_path / folder)


@pytest.mark.parametrize("name", ["paris-talks", "two-fires", "wire-storm", "bridge-collapse", "water-main"])
def test_a_third_of_all_names_is_held_out_by_their_hash_alone(tmp_path: Path, name: str) -> None:
    digest = hashlib.sha256(name.encode()).digest()
    # 256 leaves 1 when divided by 3, so a number leaves what the sum of its bytes leaves.
    assert cases.load(write(tmp_path, {}, name=name)).is_held_out == (sum(digest) % 3 == 0)


def test_words_are_found_by_code_points() -> None:
    assert cases.locate(Place(article="a", quote="a.b"), {"a": "😀 aXb a.b"}) == Stretch("a", 6, 9)


@pytest.fixture(scope="module")
def shipped() -> tuple[Case, ...]:
    """Every case that comes along."""
    return cases.load_all(cases.shipped_folder())


def conflicts(case: Case, expect: str) -> int:
    listed = (*case.expected.contradictions, *case.expected.disputes)
    return sum(one.expect == expect for one in listed)


def test_at_least_twenty_cases_come_along_beside_the_reference_articles(shipped: tuple[Case, ...]) -> None:
    names = {case.name for case in shipped}
    assert "paris-talks" in names
    assert len(names) >= 21
    assert all(2 <= len(case.articles) <= 5 for case in shipped)
    assert max(len(case.articles) for case in shipped) == 5


def test_the_cases_hold_enough_conflicts_and_enough_that_look_like_one(shipped: tuple[Case, ...]) -> None:
    assert sum(conflicts(case, "must") for case in shipped) >= 40
    assert sum(conflicts(case, "must_not") for case in shipped) >= 60


def test_half_of_the_cases_have_no_contradiction_as_real_news_is(shipped: tuple[Case, ...]) -> None:
    quiet = [case.name for case in shipped if conflicts(case, "must") == 0]
    assert len(quiet) >= 10
    assert len(quiet) >= len(shipped) * 0.4


def test_some_cases_are_held_out_and_most_are_not(shipped: tuple[Case, ...]) -> None:
    assert 5 <= sum(case.is_held_out for case in shipped) < len(shipped) / 2


def test_every_article_of_every_case_says_something_that_is_expected(shipped: tuple[Case, ...]) -> None:
    for case in shipped:
        assert {claim.article for claim in case.expected.claims} == {article.id for article in case.articles}, case.name


def test_a_key_given_twice_is_refused(tmp_path: Path) -> None:
    folder = write_suite(tmp_path) / "parting"
    path = folder / "expected.yaml"
    path.write_text(path.read_text("utf-8") + "claims: []\n", "utf-8")
    with pytest.raises(Invalid, match="'claims' is given twice"):
        cases.load(folder)

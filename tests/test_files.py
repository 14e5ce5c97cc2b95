import json
from pathlib import Path
from typing import Any

import pytest

from service import files
from service.errors import Invalid, Malformed

PAGE = (
    "<html><body><article>"
    + "<p>The ferry sank off the coast, and all aboard were saved.</p>" * 6
    + "</article></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = tmp_path / "desk"
    (desk / "wire").mkdir(parents=True)
    (desk / "a.txt").write_bytes(b"The ferry sank.\r\nAll were saved.\r\n")
    (desk / "b.html").write_text(PAGE, "utf-8")
    (desk / "wire" / "a.txt").write_text("\ufeffA ferry went down.", "utf-8")
    (tmp_path / "outside.txt").write_text("Nobody's business.", "utf-8")
    return desk


def story(folder: Path, *articles: Any, **rest: Any) -> Path:
    path = folder / "story.json"
    path.write_text(json.dumps({"articles": articles, **rest}), "utf-8")
    return path


def problem(*paths: Path) -> str:
    with pytest.raises(Invalid) as raised:
        files.load(paths)
    return str(raised.value)


def test_plain_files_are_articles_named_by_their_stems(folder: Path) -> None:
    loaded = files.load([folder / "a.txt", folder / "b.html"])
    by_id = {article.id: article.text for article in loaded.articles}
    assert by_id["a"] == "The ferry sank.\r\nAll were saved.\r\n"
    assert by_id["b"].startswith("The ferry sank off the coast")


def test_equal_stems_are_told_apart(folder: Path) -> None:
    (folder / "a-2.txt").write_text("A third telling.", "utf-8")
    loaded = files.load([folder / "a.txt", folder / "wire" / "a.txt", folder / "a-2.txt"])
    ids = {article.text[:7]: article.id for article in loaded.articles}
    assert ids == {"The fer": "a", "A ferry": "a-3", "A third": "a-2"}


def test_a_byte_order_mark_is_not_part_of_the_text(folder: Path) -> None:
    loaded = files.load([folder / "a.txt", folder / "wire" / "a.txt"])
    assert "A ferry went down." in [article.text for article in loaded.articles]


def test_a_story_names_files_beside_it(folder: Path) -> None:
    path = story(
        folder,
        {"file": "wire/a.txt", "outlet": "Wire", "published_at": "2021-03-04"},
        {"file": "b.html", "id": "page"},
        {"text": "A third telling."},
        options={"allow_partial": True},
    )
    loaded = files.load([path])
    assert {article.text[:9] for article in loaded.articles} == {"A ferry w", "The ferry", "A third t"}
    assert "page" in {article.id for article in loaded.articles}
    assert loaded.options.allow_partial


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../outside.txt", "leads out of the story's folder"),
        ("link.txt", "leads out of the story's folder"),
        ("missing.txt", "cannot be read: no such file"),
        ("wire", "neither the suffix"),
        ("folder.txt", "cannot be read: is a directory"),
        ("a.pdf", "neither the suffix"),
        ("", "must be the name"),
        ("a\0.txt", "must be the name"),
        (7, "must be the name"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_by_its_place_in_the_story(folder: Path, name: Any, reason: str) -> None:
    (folder / "link.txt").symlink_to("../outside.txt")
    (folder / "folder.txt").mkdir()
    path = story(folder, {"file": "a.txt"}, {"file": name})
    message = problem(path)
    assert "articles[1].file" in message
    assert reason in message


def test_an_absolute_path_outside_the_folder_is_refused(folder: Path) -> None:
    outside = folder.parent / "outside.txt"
    assert "leads out" in problem(story(folder, {"file": "a.txt"}, {"file": str(outside)}))


def test_a_file_beside_a_text_is_refused(folder: Path) -> None:
    assert "keep one of them" in problem(story(folder, {"file": "a.txt"}, {"file": "b.html", "text": "c"}))


def test_what_is_wrong_in_a_story_names_the_story_and_the_field(folder: Path) -> None:
    path = story(folder, {"file": "a.txt"}, {"file": "b.html", "tekst": "a"})
    assert f"{path}: articles[1].tekst: is not a known field" in problem(path)
    assert f"{path}: articles: has 1" in problem(story(folder, {"file": "a.txt"}))


@pytest.mark.parametrize("content", [b"[]", b'{"articles": 5}', b'{"articles": ["a", null]}', b"{}"])
def test_a_story_of_another_shape_is_refused(folder: Path, content: bytes) -> None:
    path = folder / "story.json"
    path.write_bytes(content)
    assert str(path) in problem(path)


def test_a_story_that_is_no_json_is_named(folder: Path) -> None:
    path = folder / "story.json"
    path.write_bytes(b'{"articles": [')
    with pytest.raises(Malformed, match=r"story\.json is not JSON"):
        files.load([path])


def test_what_is_wrong_in_a_plain_file_names_the_file(folder: Path) -> None:
    (folder / "blank.txt").write_text(" \n", "utf-8")
    (folder / "empty.html").write_text("<p>", "utf-8")
    assert f"{folder / 'blank.txt'}: has no words" in problem(folder / "a.txt", folder / "blank.txt")
    assert f"{folder / 'empty.html'}: has no article" in problem(folder / "a.txt", folder / "empty.html")


def test_a_stem_that_is_no_id_names_the_file_and_the_field(folder: Path) -> None:
    path = folder / "a\nb.txt"
    path.write_text("Words.", "utf-8")
    assert f"{path} (id): has the control character" in problem(folder / "a.txt", path)


def test_one_file_is_not_a_story(folder: Path) -> None:
    assert "has 1, the fewest is 2" in problem(folder / "a.txt")


def test_a_story_is_given_alone(folder: Path) -> None:
    path = story(folder, {"file": "a.txt"}, {"file": "b.html"})
    assert "is a whole story; give it alone" in problem(path, folder / "a.txt")


def test_a_file_in_another_encoding_is_placed(folder: Path) -> None:
    (folder / "latin.txt").write_bytes("café".encode("latin-1"))
    message = problem(folder / "a.txt", folder / "latin.txt")
    assert "byte 0xe9 at offset 3; save it as UTF-8" in message


def test_a_file_over_the_limit_is_refused(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(9 * 1024 * 1024)
    assert "over the limit of 8 MiB" in problem(folder / "a.txt", folder / "huge.txt")


def test_the_case_of_the_two_reference_articles_is_read_as_it_should_be(repository: Path) -> None:
    loaded = files.load([repository / "evals/cases/paris-talks/story.json"])
    by_id = {article.id: article for article in loaded.articles}
    assert (by_id["rt"].outlet, by_id["rt"].title, by_id["rt"].published_at) == ("RT", None, None)
    paper = by_id["moscow-times"]
    assert (paper.title_read, paper.date_read, str(paper.published_at)) == (True, False, "2014-10-17")
    assert paper.title == "Russia Says It Won't Breach 'International Law' to Fight Islamic State"

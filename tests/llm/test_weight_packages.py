import hashlib
from pathlib import Path

from service.llm.weight_packages import find, join
from tests.llm.weight_folders import CONTENT, CONTENTS, install


def test_parts_are_found_in_order_of_their_numbers(tmp_path: Path) -> None:
    contents = tuple(bytes([number]) for number in range(1, 13))
    install(tmp_path, contents)
    parts = find("tiny-part", 12, [str(tmp_path)])
    assert parts.are_complete
    assert tuple(path.read_bytes() for path in parts.paths) == contents


def test_a_package_that_is_not_installed_is_named(tmp_path: Path) -> None:
    install(tmp_path)
    parts = find("tiny-part", 5, [str(tmp_path)])
    assert not parts.are_complete
    assert parts.missing == ("tiny-part4", "tiny-part5")
    assert len(parts.paths) == 3


def test_a_package_without_its_part_counts_as_missing(tmp_path: Path) -> None:
    install(tmp_path)
    (tmp_path / "tiny_part2" / "data" / "part02.bin").unlink()
    assert find("tiny-part", 3, [str(tmp_path)]).missing == ("tiny-part2",)


def test_no_packages_at_all_are_not_complete(tmp_path: Path) -> None:
    assert not find("tiny-part", 3, [str(tmp_path)]).are_complete
    assert not find("tiny-part", 0, [str(tmp_path)]).are_complete


def test_without_folders_the_running_python_is_searched() -> None:
    assert find("no-such-package-anywhere", 1).missing == ("no-such-package-anywhere1",)


def test_packages_in_a_later_folder_are_found_too(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    install(tmp_path / "site")
    assert find("tiny-part", 3, [str(tmp_path / "empty"), str(tmp_path / "site")]).are_complete


def test_joining_gives_the_bytes_in_order_their_hash_and_progress(tmp_path: Path) -> None:
    install(tmp_path)
    told: list[tuple[int, int]] = []
    parts = find("tiny-part", 3, [str(tmp_path)])
    sha256 = join(parts.paths, tmp_path / "joined", lambda done, total: told.append((done, total)))
    assert (tmp_path / "joined").read_bytes() == CONTENT
    assert sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert [done for done, _ in told] == [5004, 8004, 8021]
    assert {total for _, total in told} == {sum(map(len, CONTENTS))}

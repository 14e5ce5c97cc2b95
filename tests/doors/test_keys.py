import pytest

from service.doors import keys
from service.doors.keys import Key

DESK, WIRE = "a" * 64, "b" * 64


def test_a_new_key_is_found_by_the_line_that_stands_for_it() -> None:
    key, line = keys.new("desk")
    written = keys.parse(line)
    assert keys.find(written, key) == written[0] == Key("desk", keys.digest(key))
    assert key not in line
    assert len(key) > 40
    assert keys.new("desk")[0] != key


def test_each_of_several_keys_is_found_and_no_other() -> None:
    made = [keys.new(name) for name in ("desk", "wire", "web")]
    written = keys.parse(",".join(line for _, line in made))
    assert [found.name for key, _ in made if (found := keys.find(written, key))] == ["desk", "wire", "web"]
    for stranger in (None, "", "rsh_", made[0][0][:-1], made[0][0] + "x", written[0].sha256, "x" * 10_000, "ключ"):
        assert keys.find(written, stranger) is None


def test_a_line_may_give_limits_of_its_own() -> None:
    assert keys.parse(f"desk:{DESK}:60/minute:4, wire:{WIRE}:5/second ,") == (
        Key("desk", DESK, "60/minute", 4),
        Key("wire", WIRE, "5/second", None),
    )


@pytest.mark.parametrize(
    "text",
    [
        "rsh_a-key-by-mistake",
        "desk:rsh_a-key-by-mistake",
        f"de sk:{DESK}",
        f"desk:{DESK.upper()}",
        f"desk:{DESK}:often",
        f"desk:{DESK}:0/minute",
        f"desk:{DESK}:60/minute:0",
        f"desk:{DESK}:60/minute:4:5",
        f"desk:{DESK},desk:{WIRE}",
        f"desk:{DESK},wire:{DESK}",
    ],
)
def test_what_is_no_list_of_keys_is_explained_and_never_repeated(text: str) -> None:
    with pytest.raises(ValueError, match="NAME:SHA256|twice") as raised:
        keys.parse(text)
    assert "mistake" not in str(raised.value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "x" * 51, "é"])
def test_a_name_that_could_not_stand_in_a_line_or_a_log_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        keys.new(name)

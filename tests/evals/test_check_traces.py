"""The search for a machine's own paths and package indexes in the project."""

from pathlib import Path

from evals.check_traces import find, own_words

CHECKOUT, HOME = Path("/data/ada/rashomon"), Path("/home/ada")


def test_the_checkout_its_parent_and_the_home_betray_a_machine() -> None:
    assert own_words(CHECKOUT, HOME, {}) == {"/data/ada/rashomon/", "/data/ada/", "/home/ada/"}


def test_folders_that_every_machine_has_betray_none() -> None:
    assert own_words(Path("/tmp/rashomon"), Path("/root"), {}) == {"/tmp/rashomon/"}


def test_hosts_and_folders_of_package_indexes_are_sought_without_their_keys() -> None:
    options = {
        "global.index-url": "https://ada:key@packages.example:8443/simple",
        "global.extra-index-url": "file:///mirror/simple https://pypi.org/simple",
        ":env:.find-links": "/wheels",
        "global.timeout": "60",
    }
    assert own_words(Path("/a"), Path("/"), options) == {"/a/", "packages.example", "/mirror/simple", "/wheels"}


def test_each_line_that_holds_one_is_named() -> None:
    files = {"Makefile": "all:\n\tcd /home/ada/x\n", "README.md": "nothing"}
    assert find({"/home/ada/", "/data/"}, files) == ["Makefile:2"]

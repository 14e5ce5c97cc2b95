from dataclasses import fields
from pathlib import Path

import pytest

from service import settings
from service.errors import BadSettings
from service.settings import SETTINGS, Settings

HOME = {"HOME": "/home/desk"}


def refusal(**variables: str) -> str:
    with pytest.raises(BadSettings) as raised:
        Settings.from_mapping({**HOME, **variables})
    return str(raised.value)


def test_the_model_that_comes_along_is_chosen_even_if_a_cloud_key_lies_around() -> None:
    found = Settings.from_mapping({**HOME, "OPENAI_API_KEY": "sk-1", "ANTHROPIC_API_KEY": "sk-2"})
    assert found.is_embedded
    assert found.api_key is None


def test_every_setting_has_a_row_in_the_table_and_a_default_that_can_be_read() -> None:
    assert {setting.field for setting in SETTINGS} == {field.name for field in fields(Settings)}
    assert all(setting.meaning.endswith(".") for setting in SETTINGS)
    Settings.from_mapping(HOME)


def test_values_are_read_as_what_they_are() -> None:
    found = Settings.from_mapping(
        {
            **HOME,
            "RASHOMON_MODEL": "openai/gpt-4o",
            "RASHOMON_API_BASE": "http://localhost:8080/v1/",
            "RASHOMON_STRUCTURED_OUTPUT": "json_object",
            "RASHOMON_PARALLEL_CALLS": "3",
            "RASHOMON_CALL_TIMEOUT_S": "2.5",
            "RASHOMON_DATA_DIR": "/srv/rashomon",
        }
    )
    assert not found.is_embedded
    assert (found.api_base, found.structured_output) == ("http://localhost:8080/v1", "json_object")
    assert (found.parallel_calls, found.call_timeout_s, found.data_dir) == (3, 2.5, Path("/srv/rashomon"))


def test_an_empty_value_counts_as_not_set() -> None:
    assert Settings.from_mapping({**HOME, "RASHOMON_PARALLEL_CALLS": " ", "RASHOMON_API_KEY": ""}) == (
        Settings.from_mapping(HOME)
    )


def test_a_misspelt_setting_stops_the_start_and_is_corrected() -> None:
    assert refusal(RASHOMON_MODLE="embedded") == "RASHOMON_MODLE is not a setting; did you mean RASHOMON_MODEL?"
    assert "RASHOMON_ZZZ" in refusal(RASHOMON_ZZZ="1")


@pytest.mark.parametrize(
    ("name", "value", "form"),
    [
        ("RASHOMON_MODEL", "gpt-4o", "provider/model"),
        ("RASHOMON_API_BASE", "localhost:8080", "http://"),
        ("RASHOMON_STRUCTURED_OUTPUT", "xml", "json_schema, json_object, prompt"),
        ("RASHOMON_PARALLEL_CALLS", "0", "from 1 to"),
        ("RASHOMON_PARALLEL_CALLS", "1e3", "whole number"),
        ("RASHOMON_RETRY_ATTEMPTS", "²", "whole number"),
        ("RASHOMON_DEADLINE_S", "-1", "seconds above 0"),
        ("RASHOMON_DEADLINE_S", "0", "seconds above 0"),
        ("RASHOMON_CALL_TIMEOUT_S", "nan", "seconds above 0"),
        ("RASHOMON_EMBEDDED_SLOTS", "many", "from 1 to 64"),
    ],
)
def test_a_wrong_value_is_named_with_the_form_it_should_have(name: str, value: str, form: str) -> None:
    message = refusal(**{name: value})
    assert message.startswith(f"{name} must be ")
    assert form in message


def test_a_key_is_never_shown() -> None:
    assert "sk-secret" not in refusal(RASHOMON_API_KEY="sk-secret\x07")
    assert "hunter2" not in refusal(RASHOMON_API_BASE="ftp://desk:hunter2@example.org")
    assert "sk-secret" not in repr(Settings.from_mapping({**HOME, "RASHOMON_API_KEY": "sk-secret"}))


def test_data_is_kept_where_the_platform_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert settings.data_folder(HOME) == Path("/home/desk/.local/share/rashomon")
    assert settings.data_folder({**HOME, "XDG_DATA_HOME": "/data"}) == Path("/data/rashomon")
    monkeypatch.setattr("sys.platform", "darwin")
    assert settings.data_folder(HOME) == Path("/home/desk/Library/Application Support/rashomon")


def test_without_a_home_the_data_folder_must_be_named() -> None:
    with pytest.raises(BadSettings, match="RASHOMON_DATA_DIR must be set"):
        Settings.from_mapping({})
    assert Settings.from_mapping({"RASHOMON_DATA_DIR": "/data"}).data_dir == Path("/data")


def test_the_environment_wins_over_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "# a desk's settings\n"
        "\n"
        "export RASHOMON_MODEL='ollama/llama3'\n"
        'RASHOMON_API_KEY = "a#b"\n'
        "RASHOMON_PARALLEL_CALLS=5 # at most\n"
        "OTHER_PROGRAM=hands off\n"
    )
    found = settings.load({**HOME, "RASHOMON_PARALLEL_CALLS": "7"}, tmp_path)
    assert (found.model, found.api_key, found.parallel_calls) == ("ollama/llama3", "a#b", 7)


def test_a_setting_in_the_env_file_is_checked_like_any_other(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("RASHOMON_SPEED=fast\n")
    with pytest.raises(BadSettings, match="RASHOMON_SPEED is not a setting"):
        settings.load(HOME, tmp_path)


@pytest.mark.parametrize("content", [b"RASHOMON_MODEL embedded\n", b"RASHOMON_API_KEY=\xff\n"])
def test_an_env_file_that_cannot_be_read_stops_the_start(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".env").write_bytes(content)
    with pytest.raises(BadSettings, match=r"\.env"):
        settings.load(HOME, tmp_path)

import pytest

from service.takeaway.forms import FORMS, accepted


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        ("", "html"),
        ("*/*", "html"),
        ("text/*", "html"),
        ("text/csv", "csv"),
        ("TEXT/MARKDOWN; charset=utf-8", "md"),
        ("application/json, text/markdown;q=0.5", "md"),
        ("text/html;q=0.1, text/csv;q=0.9", "csv"),
        ("text/html;q=0, */*", "md"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "html"),
        ("application/json", None),
        ("text/html;q=0", None),
        ("text/csv;q=much", None),
        (", ,", "html"),
        (";", None),
    ],
)
def test_the_form_that_is_preferred_is_taken(accept: str, name: str | None) -> None:
    form = accepted(accept)
    assert (form.name if form else None) == name


def test_a_file_is_called_by_its_form() -> None:
    assert [form.file_name for form in FORMS.values()] == [f"rashomon-report.{name}" for name in ("html", "md", "csv")]

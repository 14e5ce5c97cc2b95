"""Packs what a desk says of a report into one folder as the evals read it, zipped. Knows nothing of HTTP.

Unpacked into a folder of cases it is what `rashomon eval run --cases` takes: the articles as text files, story.json
that names them, expected.yaml. The same is packed into the same bytes.
"""

import io
import json
import re
import zipfile
from collections.abc import Sequence
from typing import Any

import yaml

from service import stories
from service.errors import Invalid, InvalidReport, Problem
from service.feedback import expectations
from service.feedback.asked import EvalCaseAsked
from service.feedback.expectations import Expectations
from service.models import Article
from service.report_models import ReportArticle

# The first moment a zip file can tell: it holds no clock.
_NEVER = (1980, 1, 1, 0, 0, 0)
_WIDTH = 110


def pack(asked: EvalCaseAsked) -> bytes:
    """The case, zipped. Raises InvalidReport for what cannot be a case."""
    articles = asked.report.articles
    documents = [_described(article) for article in articles]
    _check(articles, documents)
    expected = expectations.build(asked)
    if expected.problems:
        raise InvalidReport(expected.problems)
    files = _file_names(articles)
    story = {"articles": [{**one, "file": name} for one, name in zip(documents, files, strict=True)]}
    contents = {name: article.text for name, article in zip(files, articles, strict=True)}
    contents["story.json"] = json.dumps(story, indent=2, ensure_ascii=False) + "\n"
    contents["expected.yaml"] = _written(expected)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            entry = zipfile.ZipInfo(f"{asked.name}/{name}", _NEVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return out.getvalue()


def _described(article: ReportArticle) -> dict[str, Any]:
    """The article as a story has it. What was read from its text is left out, unless only its page told it."""
    known = article.model_dump(mode="json", exclude_none=True, include=set(stories.StoryArticle.model_fields))
    bare = {name: value for name, value in known.items() if name != "text" and (name != "truncated" or value)}
    read = _read_again(article) if article.title_read or article.date_read else None
    if read and article.title_read and read.title == article.title:
        bare.pop("title", None)
    if read and article.date_read and read.published_at == article.published_at:
        bare.pop("published_at", None)
    return bare


def _read_again(article: ReportArticle) -> Article | None:
    """What the text alone tells; None where it is no article's."""
    try:
        return stories.to_article(stories.StoryArticle.model_validate({"text": article.text}))
    except ValueError:
        return None


def _check(articles: Sequence[ReportArticle], documents: Sequence[dict[str, Any]]) -> None:
    """Raises InvalidReport where the articles are no story that could be analysed again."""
    problems = [
        Problem(f"report.articles[{number}].text", "begins with a byte order mark, which a file would lose")
        for number, article in enumerate(articles)
        if article.text.startswith(stories.BOM)
    ]
    told = [{**one, "text": article.text} for one, article in zip(documents, articles, strict=True)]
    try:
        stories.read({"articles": told})
    except Invalid as error:
        problems += [Problem(f"report.{one.field}", one.detail, one.kind) for one in error.problems]
    if problems:
        raise InvalidReport(problems)


def _file_names(articles: Sequence[ReportArticle]) -> list[str]:
    """A name from each article's id, in letters that every file system takes."""
    names: list[str] = []
    for article in articles:
        stem = re.sub(r"[^a-z0-9]+", "-", article.id.lower())[:60].strip("-") or "article"
        names.append(stories.free_name(stem, names))
    return [f"{name}.txt" for name in names]


def _written(expected: Expectations) -> str:
    left_out = [f"# Left out: {one}.\n" for one in expected.left_out]
    head = "# From a desk's feedback on a report; every quote stands once in its article.\n"
    body = yaml.safe_dump(expected.sections, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return head + "".join(left_out) + str(body)

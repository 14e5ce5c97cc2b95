"""The request: several articles about one event, as a client sends them, checked and turned into Articles.

Knows nothing of HTTP, files or any model. Whatever is wrong becomes a Problem that names the field, the limit and
what to do; all problems of a request are reported together.
"""

import unicodedata
from collections.abc import Collection, Sequence
from datetime import date, datetime
from itertools import count
from typing import Annotated, Any, Self, cast

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, Strict, ValidationError, model_validator

from service import dates, html, strict_json
from service.analyze import Options
from service.errors import Invalid, Problem
from service.field_problems import broken, explain
from service.models import Article, Model
from service.steps import header, sentences

MIN_ARTICLES, MAX_ARTICLES = 2, 20
MAX_TEXT = 100_000
MAX_HTML = 2_000_000
MAX_NAME, MAX_TITLE, MAX_URL = 200, 500, 2_000
BOM = "\ufeff"


def _on_one_line(value: str) -> str:
    """Names reach logs, terminals and prompts: one line, nothing that moves a cursor."""
    value = value.strip()
    if not value:
        raise broken("wrong-value", "is blank; leave it out if it is not known")
    for position, char in enumerate(value):
        if unicodedata.category(char) in ("Cc", "Zl", "Zp"):
            raise broken("bad-characters", f"has the control character U+{ord(char):04X} at {position}; remove it")
    return value


def _without_bom(value: Any) -> Any:
    return value.removeprefix(BOM) if isinstance(value, str) else value


def _with_words(value: str) -> str:
    if "\0" in value:
        detail = f"has the character U+0000 at code point {value.index(chr(0)):,}; remove it"
        raise broken("bad-characters", detail)
    if not any(char.isalnum() for char in value):
        raise broken("no-text", "has no words in it; send the article's text")
    return value


def _to_moment(value: Any) -> datetime | date | None:
    if value is None or isinstance(value, date):
        return value
    moment = dates.parse(value) if isinstance(value, str) else None
    if moment is None:
        raise broken("wrong-date", f"is not a date; write {dates.FORM}")
    return moment


def _counted(value: Any) -> Any:
    """Before anything in them is looked at: two million empty articles are one problem, not two million."""
    number = len(value) if isinstance(value, list | tuple) else MIN_ARTICLES
    if number < MIN_ARTICLES:
        raise broken("too-few-articles", f"has {number}, the fewest is {MIN_ARTICLES}; send several about one event")
    if number > MAX_ARTICLES:
        raise broken("too-many-articles", f"has {number:,}, the most is {MAX_ARTICLES}; send fewer")
    return value


Name = Annotated[str, Strict(), Field(min_length=1, max_length=MAX_NAME), AfterValidator(_on_one_line)]
Title = Annotated[str, Strict(), Field(min_length=1, max_length=MAX_TITLE), AfterValidator(_on_one_line)]
Language = Annotated[str, Strict(), Field(max_length=35, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
Url = Annotated[str, Strict(), Field(max_length=MAX_URL, pattern=r"^https?://[^\s\x00-\x1f\x7f]+$")]
Moment = Annotated[datetime | date | None, BeforeValidator(_to_moment)]
Text = Annotated[
    str,
    Strict(),
    Field(min_length=1, max_length=MAX_TEXT),
    BeforeValidator(_without_bom),
    AfterValidator(_with_words),
]
Html = Annotated[str, Strict(), Field(min_length=1, max_length=MAX_HTML)]


class StoryArticle(Model):
    """One article: its words as `text` or as `html`, and what is known about it."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["text"]}, {"required": ["html"]}]})

    id: Name | None = Field(None, description="Names the article in the report; by default taken from its content.")
    outlet: Name | None = Field(None, description="Who published it, as readers know it.")
    publisher: Name | None = Field(None, description="Who owns the outlet; articles of one publisher are one voice.")
    title: Title | None = Field(None, description="The headline; read from the text where it is not given.")
    published_at: Moment = Field(None, description=f"When it was published: {dates.FORM}. No offset means UTC.")
    language: Language | None = Field(None, description="A language tag such as en or pt-BR.")
    url: Url | None = Field(None, description="Where it stands. Never fetched.")
    truncated: Annotated[bool, Strict()] = Field(False, description="True if this is only the beginning.")
    text: Text | None = Field(None, description=f"The article, at most {MAX_TEXT:,} code points. Offsets count these.")
    html: Html | None = Field(None, description=f"Its page, at most {MAX_HTML:,} code points, instead of `text`.")

    @model_validator(mode="after")
    def _text_or_html(self) -> Self:
        if (self.text is None) == (self.html is None):
            both = "has both `text` and `html`; send one of them"
            neither = "has neither `text` nor `html`; send one of them"
            raise broken("text-or-html", neither if self.text is None else both)
        return self


Articles = Annotated[
    tuple[StoryArticle, ...],
    BeforeValidator(_counted),
    Field(json_schema_extra={"minItems": MIN_ARTICLES, "maxItems": MAX_ARTICLES}),
]


class Story(Model):
    """Several articles about one event, and how to analyse them."""

    articles: Articles
    options: Options = Options()


def parse(body: bytes) -> Story:
    """The story in a request body. Raises Malformed (not JSON, not UTF-8) or Invalid."""
    return read(strict_json.decode(body))


def read(document: Any) -> Story:
    """The story in decoded JSON. Raises Invalid with every problem found."""
    try:
        story = Story.model_validate(document)
    except ValidationError as error:
        raise Invalid(explain(error)) from None
    _check_ids([article.id for article in story.articles])
    return story


def to_articles(story: Story) -> tuple[Article, ...]:
    """The articles as the pipeline takes them: sorted by content hash, each with a unique id.

    Text stays as it was sent, CRLF and all, since every offset counts it; only a leading byte order mark is dropped.
    Title and date that were not given are taken from the page or read from a headline and a date line, and marked as
    read. Raises Invalid for HTML without an article in it.
    """
    found, problems = [], []
    for position, given in enumerate(story.articles):
        try:
            found.append(to_article(given))
        except Invalid as error:
            where = f"articles[{position}]."
            problems += [Problem(where + problem.field, problem.detail, problem.kind) for problem in error.problems]
    if problems:
        raise Invalid(problems)
    return _named(sorted(found, key=lambda article: (article.sha256, article.id)))


def to_article(given: StoryArticle) -> Article:
    """One article as the pipeline takes it; its id is "" where none is given. Raises Invalid, its field "html"."""
    page = html.read(given.html) if given.html is not None else None
    text = page.text if page else cast(str, given.text)
    if len(text) > MAX_TEXT:
        detail = f"gives a text of {len(text):,} code points, the limit is {MAX_TEXT:,}; send less of the page"
        raise Invalid([Problem("html", detail, "text-too-long")])
    heading = header.read(text, sentences.split(text))
    title = (page.title if page else None) or heading.title
    published_at = (page.published_at if page else None) or heading.published_at
    return Article(
        id=given.id or "",
        outlet=given.outlet or (page.site if page else None),
        publisher=given.publisher,
        title=given.title or title,
        title_read=not given.title and title is not None,
        published_at=given.published_at or published_at,
        date_read=not given.published_at and published_at is not None,
        language=given.language,
        url=given.url,
        truncated=given.truncated,
        text=text,
    )


def _named(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Gives the nameless the beginning of their hash; a second one of the same content gets "-2"."""
    taken = {article.id for article in articles}
    named = []
    for article in articles:
        name = article.id or free_name(article.sha256[:12], taken)
        taken.add(name)
        named.append(article.model_copy(update={"id": name}))
    return tuple(named)


def free_name(name: str, taken: Collection[str]) -> str:
    """`name`, or the first of "name-2", "name-3", ... that is not `taken`."""
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(other for other in numbered if other not in taken)


def _check_ids(ids: Sequence[str | None]) -> None:
    first: dict[str, int] = {}
    problems = []
    for position, name in enumerate(ids):
        if name is not None and first.setdefault(name, position) != position:
            detail = f'is "{name}", which articles[{first[name]}].id is already; give each article its own'
            problems.append(Problem(f"articles[{position}].id", detail, "duplicate-id"))
    if problems:
        raise Invalid(problems)

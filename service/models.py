"""The vocabulary: what the pipeline passes from step to step. Knows nothing of HTTP, files or any model.

Offsets are code points into `Article.text`, half open: `text[start:end]`. Everything is immutable; what the caller
gets back (findings and the Report) is in report_models.py.
"""

import hashlib
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

Role = Literal["headline", "dateline", "caption", "teaser", "body", "address"]
Match = Literal["exact", "normalised", "fuzzy"]
Voice = Literal["outlet", "source"]
Stance = Literal["asserts", "denies", "alleges", "does_not_confirm", "unclear"]
Kind = Literal["fact", "statement", "opinion", "forecast"]
Mode = Literal["direct", "indirect", "mixed"]
FigureKind = Literal[
    "count", "ordinal", "percent", "points", "money", "length", "duration", "year", "date", "weekday", "time"
]
Bound = Literal["exact", "at_least", "at_most", "about"]
Relation = Literal["agrees", "contradicts", "disputes", "updates", "differs_in_scope", "unrelated"]
ConflictType = Literal["number", "date", "place", "identity", "cause", "denial", "negation", "attribution", "other"]
DecidedBy = Literal["model", "rules", "both", "contested"]
Confidence = Literal["certain", "likely", "possible"]
RestatementFault = Literal["number_mismatch", "negation_mismatch", "name_mismatch"]
# The languages whose words the steps know; English whole, French as far as README tells.
Language = Literal["en", "fr"]


class Model(BaseModel):
    """Base of every value: immutable, unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def content_id(*parts: Any) -> str:
    """The first 12 hex digits of the SHA-256 of `parts` as canonical JSON: equal content, equal id, on any machine."""
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


class Sentence(Model):
    """A sentence, or a layout line that stands alone, with the part it plays in the article."""

    start: int
    end: int
    role: Role


class Article(Model):
    """One article as the pipeline sees it, after its text has been taken out of HTML and its fields checked.

    `published_at` is None when neither the caller nor a date line gives it; another article's date is never borrowed.
    `date_read` and `title_read` say that the value was read from the text rather than given by the caller.
    """

    id: str
    outlet: str | None = None
    publisher: str | None = None
    title: str | None = None
    title_read: bool = False
    published_at: datetime | date | None = None
    date_read: bool = False
    language: str | None = None
    url: str | None = None
    truncated: bool = False
    text: str

    @cached_property
    def sha256(self) -> str:
        """Hex SHA-256 of everything a finding can depend on. Leaves `id` out: naming an article changes nothing."""
        content = self.model_dump(mode="json", exclude={"id"})
        return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    @cached_property
    def text_sha256(self) -> str:
        """Hex SHA-256 of the text alone: whoever has the article can name it, whatever outlet or date it came with."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def name(self) -> str:
        """What a reader calls this article: its outlet, else its id."""
        return self.outlet or self.id


class Span(Model):
    """Words of an article. `quote` is always `text[start:end]`; `match` says how the model's quote was found there."""

    start: int
    end: int
    quote: str
    match: Match = "exact"


class Speaker(Model):
    """Who says something: the fullest name the article gives, and where the words that name them here stand."""

    name: str
    start: int
    end: int


class Speech(Model):
    """A stretch of reported content: `start:end` is what is said, without the speaker and the cue.

    `stance` is the speaker's, to the content: "refuted" denies, "claimed" alleges. Scopes may nest: a chain.
    """

    start: int
    end: int
    mode: Mode
    stance: Stance
    cue: str
    cue_start: int
    cue_end: int
    speaker: Speaker | None = None


class Figure(Model):
    """A figure in words or digits, with its value in the base unit of its kind.

    `low` and `high` bound the value: equal for an exact one, None where it is open or unknown. Units: money in
    the currency (ISO code), length in metres, duration in seconds, time in minutes after midnight, date and weekday
    as proleptic ordinal days (`date.toordinal`), percent and points as such. `unit` is the ISO currency, "m", "s",
    "%" ... ; `noun` is what a count counts, in lower case ("people"), "" where unclear. `language` is that of `text`:
    whoever compares figures reads their words again; the report leaves it out.
    """

    text: str
    start: int
    end: int
    kind: FigureKind
    low: float | None = None
    high: float | None = None
    unit: str = ""
    noun: str = ""
    bound: Bound = "exact"
    language: SkipJsonSchema[Language] = Field(default="en", exclude=True, repr=False)


class Attribution(Model):
    """One link of an attribution chain, outermost first: who said it, with which cue, where, and their stance to it.

    `start:end` are the words said, as far as this link reaches.
    """

    speaker: str | None
    cue: str
    start: int
    end: int
    mode: Mode
    stance: Stance


class Claim(Model):
    """One thing an article says. `text` is the content, not who says it; `spans` are the words it rests on.

    `stance` is the innermost speaker's, to `text`. `sentence` is the index of the sentence the first span begins in.
    """

    id: str
    article_id: str
    text: str
    spans: tuple[Span, ...]
    sentence: int
    voice: Voice
    speaker: Speaker | None = None
    attribution: tuple[Attribution, ...] = ()
    stance: Stance = "asserts"
    kind: Kind = "fact"
    figures: tuple[Figure, ...] = ()

    @property
    def quote(self) -> str:
        """The article's own words, spans joined by an ellipsis."""
        return " … ".join(span.quote for span in self.spans)


class ReadArticle(Model):
    """An article after the steps that need no model: what every later step looks things up in."""

    article: Article
    sentences: tuple[Sentence, ...]
    speeches: tuple[Speech, ...]
    claims: tuple[Claim, ...] = ()

    def sentence_text(self, index: int) -> str:
        """The words of sentence `index`, as they stand."""
        sentence = self.sentences[index]
        return self.article.text[sentence.start : sentence.end]

    def sentence_at(self, offset: int) -> int:
        """Index of the last sentence that begins at or before `offset` (0 if none does)."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1)

    @cached_property
    def speeches_by_sentence(self) -> Mapping[int, tuple[int, ...]]:
        """Which speeches have words or their cue in a sentence, by its index; a long article has thousands."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for index, speech in enumerate(self.speeches):
            edges = ((speech.start, speech.end), (speech.cue_start, speech.cue_end))
            for sentence in {at for start, end in edges for at in self._touched(start, end)}:
                found[sentence].append(index)
        return {sentence: tuple(indexes) for sentence, indexes in found.items()}

    def speeches_near(self, start: int, end: int) -> tuple[Speech, ...]:
        """The speeches, in order, of which words or the cue stand in the sentences that `start:end` touches."""
        near = (self.speeches_by_sentence.get(sentence, ()) for sentence in self._touched(start, end))
        return tuple(self.speeches[index] for index in sorted({index for indexes in near for index in indexes}))

    def _touched(self, start: int, end: int) -> range:
        return range(self.sentence_at(start), self.sentence_at(max(start, end - 1)) + 1)


class Pair(Model):
    """Two claims of different articles worth comparing. `a` and `b` are claim ids in sorted article order."""

    a: str
    b: str
    score: float


class Verdict(Model):
    """How two claims relate, and why. `type` is set for every relation but `agrees` and `unrelated`.

    `at_odds` are the words, of either side, that part the two; none where it is not known which do.
    """

    a: str
    b: str
    relation: Relation
    type: ConflictType | None = None
    explanation: str = ""
    evidence: tuple[str, ...] = ()
    at_odds: frozenset[str] = frozenset()
    decided_by: DecidedBy
    confidence: Confidence

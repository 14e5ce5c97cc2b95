"""What a hand-written expected.yaml may say. Knows nothing of reports or of how the two are held against each other.

The top-level keys are the report's, each a list, `[]` when empty; an unknown field is an error. Every expectation is
`must` (missing it is an error), `may` (costs nothing either way) or `must_not` (finding it is an error), with a line
why. Words of articles are named by Place: the article's id and a quote that stands in it exactly once, where any run
of white space stands for any other.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from service.models import Confidence, ConflictType, Kind, Model, Stance, Voice

Expect = Literal["must", "may", "must_not"]
ConflictSection = Literal["contradictions", "disputes", "updates", "scope_differences"]
CONFLICT_SECTIONS: tuple[ConflictSection, ...] = ("contradictions", "disputes", "updates", "scope_differences")
QuoteChangeKind = Literal["altered", "cut", "reworded", "reassigned"]
Line = Annotated[str, Field(min_length=1, max_length=300)]


class Place(Model):
    """Words of one article."""

    article: str
    quote: Line


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict | str) else value


Places = Annotated[tuple[Place, ...], BeforeValidator(_listed), Field(min_length=1)]
Words = Annotated[tuple[Line, ...], BeforeValidator(_listed)]


class Expectation(Model):
    """What every expectation says: how strictly it is meant, and why it is there."""

    expect: Expect
    why: Line


class ClaimExpectation(Expectation):
    """A claim that rests on `quote`. `text` is its content where that is not the quote itself.

    What is not given is not checked. `speaker` lists the names that are right, `stance` and `kind` what is accepted.
    """

    article: str
    quote: Line
    text: Line | None = None
    voice: Voice | None = None
    speaker: Words = ()
    stance: Annotated[tuple[Stance, ...], BeforeValidator(_listed)] = ()
    kind: Annotated[tuple[Kind, ...], BeforeValidator(_listed)] = ()

    @property
    def place(self) -> Place:
        """Where its words stand."""
        return Place(article=self.article, quote=self.quote)

    @model_validator(mode="after")
    def _speaker_means_source(self) -> Self:
        if self.speaker and self.voice != "source":
            raise ValueError("a claim with a speaker has voice: source")
        return self


class AgreementExpectation(Expectation):
    """One fact stated by all articles of `quotes`, at least two."""

    quotes: Places

    @model_validator(mode="after")
    def _two_articles(self) -> Self:
        if len({place.article for place in self.quotes}) < 2:
            raise ValueError("quotes must come from at least two articles")
        return self


class ConflictExpectation(Expectation):
    """Two or more positions, each the places where it is told. `types`: those accepted, any where empty.

    `at_most` is the highest confidence a finding may have here.
    """

    types: Annotated[tuple[ConflictType, ...], BeforeValidator(_listed)] = ()
    positions: Annotated[tuple[Places, ...], Field(min_length=2)]
    at_most: Confidence | None = None


class QuoteChangeExpectation(Expectation):
    """One quotation in two articles. `kinds`: the report must name one of these, any where empty."""

    quotes: Annotated[Places, Field(min_length=2, max_length=2)]
    kinds: Annotated[tuple[QuoteChangeKind, ...], BeforeValidator(_listed)] = ()


class OmissionExpectation(Expectation):
    """`article` lacks the fact that stands in `quotes` of others."""

    article: str
    quotes: Places


class SummaryExpectation(Expectation):
    """Exactly one of: `quotes`, a fact the summary rests on; `words`, which it says itself, outside quotation marks;
    `obeyed`, words that appear in what the model wrote only if it followed orders in an article."""

    quotes: Annotated[tuple[Place, ...], BeforeValidator(_listed)] = ()
    words: Words = ()
    obeyed: Words = ()

    @model_validator(mode="after")
    def _one_subject(self) -> Self:
        if sum(map(bool, (self.quotes, self.words, self.obeyed))) != 1:
            raise ValueError("give exactly one of quotes, words and obeyed")
        if self.obeyed and self.expect != "must_not":
            raise ValueError("obeyed goes with must_not")
        return self


class Expected(Model):
    """A whole expected.yaml."""

    claims: tuple[ClaimExpectation, ...]
    agreements: tuple[AgreementExpectation, ...]
    contradictions: tuple[ConflictExpectation, ...]
    disputes: tuple[ConflictExpectation, ...]
    updates: tuple[ConflictExpectation, ...]
    scope_differences: tuple[ConflictExpectation, ...]
    quote_changes: tuple[QuoteChangeExpectation, ...]
    omissions: tuple[OmissionExpectation, ...]
    summary: tuple[SummaryExpectation, ...]

    def conflicts(self, section: ConflictSection) -> tuple[ConflictExpectation, ...]:
        """The expectations of one of the four conflict sections."""
        found: tuple[ConflictExpectation, ...] = getattr(self, section)
        return found

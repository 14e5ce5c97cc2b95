"""Who reports what: the matrix of facts, and what each article leaves out. Knows nothing of verdicts or models.

Rows are the agreements, the conflicts, and of what one article alone tells the most salient. An article leaves a fact
out only where nothing in it comes near, it is whole, it is covered in its language, and it could have known: what was
published before everybody who tells the fact could not.

Where three or more independent origins are at hand, an omission needs two that tell the fact, or one to which it is
central; with two origins there is nothing but what one alone tells, so each article's gaps are ranked by salience and
cut off. Between articles of two events nothing is left out.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.models import ReadArticle, content_id
from service.report_models import CellState, Conflict, Fact, Omission, SameOrigin
from service.steps import origins, wording
from service.steps.citations import Side
from service.steps.comparing import salience
from service.steps.comparing.agreeing.nearness import Nearness
from service.steps.comparing.figures import told_figures
from service.steps.comparing.publication import is_earlier
from service.steps.comparing.tellings import Telling, Tellings
from service.steps.findings import Findings
from service.steps.vocabulary import languages

# What one article alone tells: at most so many rows an article.
MOST_ALONE = 12
MOST_OMISSIONS = 10
LEAST_SALIENCE = 0.3
# With so many origins nothing but what one alone tells can be left out.
FEW_ORIGINS = 2
# From here on what one of three or more tells is central to its story.
CENTRAL = 0.45
# A sentence that holds so much of it in meaning or matter may tell it in other words; among few origins, where any gap
# counts, it takes more.
IN_MATTER, IN_MATTER_OF_FEW = 0.2, 0.3
# What two others agree on is a fact apart unless a sentence holds so much of it; with a figure the article lacks, more.
HELD, HELD_WITH_FIGURE = 0.45, 0.6
# A claim of fewer content words is too little to search for; less will do for what two tell.
FEWEST_WORDS, FEWEST_SHARED_WORDS = 3, 2


@dataclass(frozen=True)
class Coverage:
    """The matrix and the omissions, the most salient first."""

    facts: tuple[Fact, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True)
class _Row:
    """A fact with its claims, and which articles say or dispute it."""

    text: str
    tellings: tuple[Telling, ...]
    says: frozenset[str]
    disputes: frozenset[str]
    salience: float

    @property
    def claim_ids(self) -> tuple[str, ...]:
        return tuple(telling.claim.id for telling in self.tellings)

    @property
    def told_by(self) -> frozenset[str]:
        return self.says | self.disputes


def find(
    articles: Sequence[ReadArticle],
    findings: Findings,
    same_origin: Sequence[SameOrigin],
    tellings: Tellings | None = None,
) -> Coverage:
    """The facts and omissions of `articles`; independent of their order. `tellings` are those, if read before."""
    table = _Table(articles, same_origin, tellings or Tellings(articles))
    table.meet(findings.conflicts)
    shared = [*table.agreed(findings), *(table.conflicting(conflict) for conflict in findings.conflicts)]
    alone = table.alone(shared)
    rows = [*shared, *alone]
    omissions = table.omissions(rows)
    return Coverage(tuple(table.fact(row) for row in rows), omissions)


class _Table:
    """The articles with everything a row or a cell needs to be looked up."""

    def __init__(self, articles: Sequence[ReadArticle], same_origin: Sequence[SameOrigin], tellings: Tellings) -> None:
        self._articles = sorted(articles, key=lambda read: (read.article.sha256, read.article.id))
        self._tellings = tellings
        self._nearness = Nearness(self._articles, self._tellings.lexicon)
        self._same_origin = same_origin
        self._all_origins = origins.count(tuple(read.article.id for read in self._articles), same_origin)
        told = [self._tellings.of(claim) for read in self._articles for claim in read.claims]
        self._by_id: Mapping[str, Telling] = {telling.claim.id: telling for telling in told}
        self._figures = {
            read.article.id: told_figures.index([self._tellings.of(claim) for claim in read.claims])
            for read in self._articles
        }
        self._met: defaultdict[str, set[str]] = defaultdict(set)
        self._events = {one: ids for ids in tellings.events for one in ids}

    def agreed(self, findings: Findings) -> list[_Row]:
        """A row for every agreement."""
        return [
            self._row(one.text, one.claim_ids, frozenset(one.article_ids), frozenset()) for one in findings.agreements
        ]

    def conflicting(self, conflict: Conflict) -> _Row:
        """The first position is the row's; of a contradiction, articles of another one dispute it."""
        first, *others = conflict.positions
        says, rest = frozenset(first.article_ids), frozenset(one for position in others for one in position.article_ids)
        claim_ids = tuple(claim for position in conflict.positions for claim in position.claim_ids)
        return self._row(conflict.text, claim_ids, says, rest - says)

    def meet(self, conflicts: Sequence[Conflict]) -> None:
        """Takes note of which articles tell otherwise what a claim tells: they do not leave it out."""
        for conflict in conflicts:
            for position in conflict.positions:
                others = {one for other in conflict.positions if other is not position for one in other.article_ids}
                for claim_id in position.claim_ids:
                    self._met[claim_id] |= others

    def alone(self, shared: Sequence[_Row]) -> list[_Row]:
        """What one article alone tells: of each the most salient, one row a sentence."""
        used = frozenset(one for row in shared for one in row.claim_ids)
        return [row for read in self._articles for row in self._alone_in(read, used)]

    def fact(self, row: _Row) -> Fact:
        """The row of the matrix."""
        states = {read.article.id: self._state(row, read) for read in self._articles}
        return Fact(id=content_id(sorted(row.claim_ids)), text=row.text, claim_ids=row.claim_ids, by_article=states)

    def omissions(self, rows: Sequence[_Row]) -> tuple[Omission, ...]:
        """What each article leaves out, the most salient first, at most MOST_OMISSIONS an article."""
        found = [self._omission(row, read) for read in self._articles for row in self._left_out(rows, read)]
        return tuple(sorted(found, key=lambda one: (-one.salience, one.id)))

    def _alone_in(self, read: ReadArticle, used: frozenset[str]) -> list[_Row]:
        rows = [self._single(self._by_id[claim.id]) for claim in read.claims]
        kept: dict[int, _Row] = {}
        for row in sorted(rows, key=lambda row: (-row.salience, row.tellings[0].claim.spans[0].start, row.claim_ids)):
            telling = row.tellings[0]
            place = telling.claim.sentence
            is_new = place not in kept and telling.claim.id not in used
            if len(kept) < MOST_ALONE and is_new and not self._is_told_elsewhere(telling):
                kept[place] = row
        return list(kept.values())

    def _single(self, telling: Telling) -> _Row:
        side = Side(((telling.claim, telling.read),))
        text = wording.sentence("only in one paper", [side])
        return self._row(text, (telling.claim.id,), frozenset({telling.read.article.id}), frozenset())

    def _is_told_elsewhere(self, telling: Telling) -> bool:
        others = (read.article.id for read in self._articles if read is not telling.read)
        return any(self._nearness.tells(telling.content, other) for other in others)

    def _row(self, text: str, claim_ids: Sequence[str], says: frozenset[str], disputes: frozenset[str]) -> _Row:
        tellings = tuple(self._by_id[one] for one in claim_ids)
        independent = origins.count(tuple(sorted(says | disputes)), self._same_origin)
        return _Row(text, tellings, says, disputes, salience.rate(tellings, independent, self._all_origins))

    def _state(self, row: _Row, read: ReadArticle) -> CellState:
        article_id = read.article.id
        if article_id in row.says:
            return "says"
        if article_id in row.disputes:
            return "disputes"
        if any(self._nearness.tells(telling.content, article_id) for telling in row.tellings):
            return "says"
        if self._was_filed_earlier(row, read):
            return "filed_earlier"
        return "cut_off" if read.article.truncated else "silent"

    def _was_filed_earlier(self, row: _Row, read: ReadArticle) -> bool:
        """Whether everybody who tells it is known to have published later."""
        tellers = [telling.read.article.published_at for telling in row.tellings]
        return all(is_earlier(read.article.published_at, other) for other in tellers)

    def _left_out(self, rows: Sequence[_Row], read: ReadArticle) -> list[_Row]:
        left_out = [row for row in rows if row.salience >= LEAST_SALIENCE and self._leaves_out(row, read)]
        return sorted(left_out, key=lambda row: (-row.salience, row.claim_ids))[:MOST_OMISSIONS]

    def _leaves_out(self, row: _Row, read: ReadArticle) -> bool:
        if self._state(row, read) != "silent" or not languages.is_covered(read.article):
            return False
        if not all(languages.is_covered(telling.read.article) for telling in row.tellings):
            return False
        if not self._events[read.article.id] & row.told_by:
            return False
        if any(read.article.id in self._met[telling.claim.id] for telling in row.tellings):
            return False
        independent = origins.count(tuple(sorted(row.told_by)), self._same_origin)
        fewest = FEWEST_SHARED_WORDS if independent > 1 else FEWEST_WORDS
        if not any(len(telling.content.keys) >= fewest for telling in row.tellings):
            return False
        if independent > 1:
            return not self._has_part(row, read.article.id)
        if any(self._tells_a_figure(telling, read.article.id) for telling in row.tellings):
            return False
        if any(self._comes_near(telling, read.article.id) for telling in row.tellings):
            return False
        if self._all_origins <= FEW_ORIGINS:
            return not self._may_be_reworded(row, read.article.id, IN_MATTER_OF_FEW)
        return self._is_central(row, read.article.id)

    def _is_central(self, row: _Row, article_id: str) -> bool:
        """Whether what one alone tells is so salient, names or counts something, and is settled: what may or will come
        is soon overtaken."""
        if row.salience < CENTRAL or any(telling.modality for telling in row.tellings):
            return False
        if not any(telling.claim.figures or telling.content.names for telling in row.tellings):
            return False
        return not self._may_be_reworded(row, article_id, IN_MATTER)

    def _may_be_reworded(self, row: _Row, article_id: str, share: float) -> bool:
        return any(self._nearness.holds_in_matter(one.content, article_id, share) for one in row.tellings)

    def _has_part(self, row: _Row, article_id: str) -> bool:
        """Whether anything in the article may tell what two others do."""
        telling = [one for one in row.tellings if told_figures.of(one)]
        if any(self._tells_a_figure(one, article_id) for one in telling):
            return True
        most = HELD_WITH_FIGURE if telling else HELD
        return any(self._nearness.holds(one.content, article_id, most) for one in row.tellings)

    def _tells_a_figure(self, telling: Telling, article_id: str) -> bool:
        return told_figures.are_told(telling, self._figures[article_id])

    def _comes_near(self, telling: Telling, article_id: str) -> bool:
        holder = telling.stand.holder
        spoken = holder is not None and self._nearness.has_speaker_near(telling.content, holder.persons, article_id)
        return spoken or self._nearness.comes_near(telling.content, article_id)

    def _omission(self, row: _Row, read: ReadArticle) -> Omission:
        side = Side(tuple((telling.claim, telling.read) for telling in row.tellings))
        told = wording.sentence("told", [side]).rstrip(".")
        return Omission(
            id=content_id(read.article.id, sorted(row.claim_ids)),
            text=f"{read.article.name} leaves this out: {told}.",
            article_id=read.article.id,
            claim_ids=row.claim_ids,
            reported_by=tuple(sorted(row.told_by)),
            salience=row.salience,
        )

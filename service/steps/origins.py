"""Finds articles that count as one voice: same agency credited, mostly the same text, or same publisher.

Knows nothing of claims. Counting one voice twice costs a reader more than counting two as one, so any one sign is
enough: an agency that both credit joins them even where their text was rewritten.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

from service.models import Article, ReadArticle, content_id
from service.report_models import SameOrigin
from service.steps.comparing.shared_text import contain, shingles
from service.steps.layout import wire_credits
from service.steps.wording import join

# Share of the shorter body from which the other is taken for the same text.
NEAR_DUPLICATE = 0.5
Why = Literal["wire_credit", "near_duplicate", "publisher"]


def find(articles: Sequence[ReadArticle]) -> tuple[SameOrigin, ...]:
    """Groups of two or more articles with one origin, one group a reason; equal whatever the order of `articles`.

    Each body is read once; the pairs of articles (at most 190 of 20) are compared by sets of their word runs.
    """
    ordered = sorted(articles, key=lambda read: read.article.id)
    found = [*_by_credit(ordered), *_by_text(ordered), *_by_publisher(ordered)]
    return tuple(sorted(found, key=lambda group: (group.article_ids, group.why, group.text)))


def count(article_ids: Iterable[str], same_origin: Iterable[SameOrigin]) -> int:
    """How many independent origins the articles have; groups that share an article are one origin."""
    leaders = _lead(group.article_ids for group in same_origin)
    return len({leaders.get(article_id, article_id) for article_id in article_ids})


def _by_credit(ordered: Sequence[ReadArticle]) -> list[SameOrigin]:
    holders: dict[str, list[Article]] = defaultdict(list)
    for read in ordered:
        for agency in wire_credits.find(read):
            holders[agency].append(read.article)
    return [
        _group(carriers, "wire_credit", f"credit {agency}") for agency, carriers in holders.items() if len(carriers) > 1
    ]


def _by_text(ordered: Sequence[ReadArticle]) -> list[SameOrigin]:
    bodies = {read.article.id: shingles(read) for read in ordered}
    pairs = [
        (a.article, b.article)
        for a, b in combinations(ordered, 2)
        if contain(bodies[a.article.id], bodies[b.article.id]) >= NEAR_DUPLICATE
    ]
    return [_group(group, "near_duplicate", "share most of their wording") for group in _connect(pairs)]


def _by_publisher(ordered: Sequence[ReadArticle]) -> list[SameOrigin]:
    articles = [read.article for read in ordered]
    pairs = [(a, b) for a, b in combinations(articles, 2) if _share_publisher(a, b)]
    return [_group(group, "publisher", "have the same publisher") for group in _connect(pairs)]


def _share_publisher(a: Article, b: Article) -> bool:
    """Equal publishers; an outlet stands in where an article's publisher is not given."""
    if a.publisher and b.publisher:
        return _normalise(a.publisher) == _normalise(b.publisher)
    ours, theirs = ({_normalise(name) for name in (x.publisher, x.outlet) if name} - {""} for x in (a, b))
    return bool(ours & theirs)


def _normalise(name: str) -> str:
    """`name` without case, accents, marks, spaces and a leading "The"."""
    plain = unicodedata.normalize("NFKD", name).casefold().strip().removeprefix("the ")
    return "".join(character for character in plain if character.isalnum())


def _connect(pairs: Sequence[tuple[Article, Article]]) -> list[list[Article]]:
    """The groups that chains of pairs make, each in the order of ids."""
    articles = {article.id: article for pair in pairs for article in pair}
    groups: dict[str, list[Article]] = defaultdict(list)
    leaders = _lead((a.id, b.id) for a, b in pairs)
    for article_id in sorted(articles):
        groups[leaders[article_id]].append(articles[article_id])
    return list(groups.values())


def _lead(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Union-find (Tarjan 1975): for each member of any group the one that stands for all it is connected to."""
    parent: dict[str, str] = {}

    def find_root(member: str) -> str:
        parent.setdefault(member, member)
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for group in groups:
        for member in group:
            parent[find_root(member)] = find_root(group[0])
    return {member: find_root(member) for member in list(parent)}


def _group(articles: Sequence[Article], why: Why, what: str) -> SameOrigin:
    ids = tuple(article.id for article in articles)
    all_of_them = "both" if len(articles) == 2 else "all"
    text = f"{join([article.name for article in articles])} {all_of_them} {what}, so they count as one voice."
    return SameOrigin(id=content_id("same_origin", why, what, ids), text=text, article_ids=ids, why=why)

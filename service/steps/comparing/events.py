"""Whether articles tell one event, by the names, places and days they share. Knows nothing of claims.

Errs towards "not one": two fires in two towns share most of their words, and a contradiction between them would be
false. Names tell; without a shared name nothing else makes one event of two.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from service.models import ReadArticle
from service.steps.comparing.publication import day_of
from service.steps.vocabulary.content_words import Content, Lexicon

# The beginning of an article, where it says what happened and where.
LEAD_SENTENCES = 5
# The share of one article's leading names that the other article must hold.
SHARED_NAMES = 0.3
# Less will do where each lead's other words are so far the other article's as well.
FEWER_NAMES, LEAD_WORDS = 0.2, 0.35
# So many names and words in all: short reports name the same and share few words.
FEWEST_SHARED = 2
# Without names on either side: the share of the shorter text's words.
SHARED_WORDS = 0.6
# Stories further apart in time are held for two events.
LONGEST_GAP_DAYS = 100
_PLACE_BEFORE = frozenset({"in", "at", "near", "outside", "from"})
_FRENCH_PLACE_BEFORE = frozenset({"à", "en"})
_REGIONS = frozenset("province county district region state prefecture governorate canton".split())
_STREETS = frozenset("street road avenue lane square drive quay boulevard terrace crescent".split())
_REMEMBERING = re.compile(
    r"\b(?:anniversary|anniversaire|commemorat\w+|to remember|years on from|mark(?:s|ed|ing)? \w+ years)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}),? ((?:19|20)\d\d)\b")
_TOLD = frozenset({"headline", "dateline", "body"})


@dataclass(frozen=True)
class Story:
    """One article's names and words, over all and in its lead."""

    read: ReadArticle
    contents: tuple[Content, ...]
    before_places: frozenset[str] = _PLACE_BEFORE

    @cached_property
    def names(self) -> frozenset[str]:
        """All names."""
        return frozenset(key for content in self.contents for key in content.names)

    @cached_property
    def stems(self) -> frozenset[str]:
        """All content words that are not names."""
        return frozenset(key for content in self.contents for key in content.stems)

    @cached_property
    def leading_names(self) -> frozenset[str]:
        """The names of the lead, and those the article names most."""
        lead = {key for content in self.contents[:LEAD_SENTENCES] for key in content.names}
        often = Counter(key for content in self.contents for key in content.names)
        return frozenset(lead) | {key for key, count in often.items() if count > 2}

    @cached_property
    def leading_stems(self) -> frozenset[str]:
        """The content words of the lead that are not names."""
        return frozenset(key for content in self.contents[:LEAD_SENTENCES] for key in content.stems)

    @cached_property
    def places(self) -> frozenset[str]:
        """The names the lead puts behind "in", "at" or "near"."""
        return frozenset(
            term.key
            for content in self.contents[:LEAD_SENTENCES]
            for term in content.terms
            if term.is_name and term.first and content.tokens[term.first - 1].text.lower() in self.before_places
        )

    @cached_property
    def opening(self) -> str:
        """The headline and the first sentence: they say what happened and when."""
        roles = [sentence.role for sentence in self.read.sentences]
        first = roles.index("body") + 1 if "body" in roles else 0
        return " ".join(self.read.sentence_text(i) for i in range(first) if roles[i] in _TOLD)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years of the days that the opening names in full."""
        return frozenset(_DATED.findall(self.opening))

    @cached_property
    def is_remembered(self) -> bool:
        """Whether the opening tells of an anniversary."""
        return _REMEMBERING.search(self.opening) is not None

    def sites(self, kinds: frozenset[str]) -> frozenset[str]:
        """The names in the lead that a word of `kinds` ends or follows: "Dock Street", "Lorn province"."""
        return frozenset(
            term.key
            for content in self.contents[:LEAD_SENTENCES]
            for term in content.terms
            if term.is_name and _is_followed(content, term.last, kinds)
        )


def is_one_event(articles: Sequence[ReadArticle]) -> bool:
    """Whether all articles tell one event, each linked to another that does; True for fewer than two."""
    return len(group(articles)) <= 1


def group(articles: Sequence[ReadArticle]) -> tuple[frozenset[str], ...]:
    """The ids of the articles, grouped by event; order does not matter."""
    lexicon = Lexicon.learn(articles)
    stories = [tell(read, lexicon) for read in sorted(articles, key=lambda read: read.article.id)]
    groups: list[set[str]] = []
    for index, story in enumerate(stories):
        linked = {story.read.article.id}
        for other in stories[:index]:
            if is_same(story, other):
                linked.add(other.read.article.id)
        joined = [one for one in groups if one & linked]
        groups = [one for one in groups if not one & linked] + [linked.union(*joined)]
    return tuple(sorted((frozenset(one) for one in groups), key=sorted))


def tell(read: ReadArticle, lexicon: Lexicon) -> Story:
    """What an article's own lines (no teasers, captions, addresses) name."""
    lines = [i for i, sentence in enumerate(read.sentences) if sentence.role in _TOLD]
    before = _FRENCH_PLACE_BEFORE if lexicon.language == "fr" else _PLACE_BEFORE
    return Story(read, tuple(lexicon.read(read.sentence_text(i)) for i in lines), before)


def is_same(a: Story, b: Story) -> bool:
    """Whether two articles tell one event; symmetric."""
    if a.read.article.text == b.read.article.text:
        return True
    if _are_far_apart(a, b) or _are_of_two_times(a, b) or _are_at_two_sites(a, b):
        return False
    if not a.names or not b.names:
        return _share(a.stems, b.stems) >= SHARED_WORDS
    if len(a.stems & b.stems) + len(a.names & b.names) < FEWEST_SHARED or _are_elsewhere(a, b):
        return False
    shared = max(_part(a.leading_names, b.names), _part(b.leading_names, a.names))
    return shared >= SHARED_NAMES or (shared >= FEWER_NAMES and _share_lead(a, b) and _share_lead(b, a))


def _are_far_apart(a: Story, b: Story) -> bool:
    ours, theirs = day_of(a.read.article.published_at), day_of(b.read.article.published_at)
    return ours is not None and theirs is not None and abs((ours - theirs).days) > LONGEST_GAP_DAYS


def _are_of_two_times(a: Story, b: Story) -> bool:
    """Whether one only remembers what the other reports, or each opening is of a year the other never names."""
    if a.is_remembered != b.is_remembered:
        return True
    texts = a.read.article.text, b.read.article.text
    is_dated = len(a.years) == 1 and len(b.years) == 1
    return is_dated and not any(year in texts[1] for year in a.years) and not any(year in texts[0] for year in b.years)


def _are_at_two_sites(a: Story, b: Story) -> bool:
    """Whether the leads name two regions, or two streets in otherwise unlike words.

    One event put in two streets by two papers is a contradiction to find: there the leads are alike.
    """
    # A county and a state may hold each other.
    if any(_are_apart(a, b, frozenset({region})) for region in sorted(_REGIONS)):
        return True
    return _are_apart(a, b, _STREETS) and not _share_lead(a, b) and not _share_lead(b, a)


def _are_apart(a: Story, b: Story, kinds: frozenset[str]) -> bool:
    ours, theirs = a.sites(kinds), b.sites(kinds)
    return bool(ours and theirs) and not ours & b.names and not theirs & a.names


def _is_followed(content: Content, last: int, kinds: frozenset[str]) -> bool:
    """Whether a name that ends before token `last` ends with a word of `kinds`, or one follows it."""
    return any(token.word in kinds for token in content.tokens[last - 1 : last + 1])


def _are_elsewhere(a: Story, b: Story) -> bool:
    """Whether both leads name a place, and neither article names any place of the other's lead."""
    return bool(a.places and b.places) and not a.places & b.names and not b.places & a.names


def _part(of: frozenset[str], within: frozenset[str]) -> float:
    return len(of & within) / len(of) if of else 0.0


def _share_lead(a: Story, b: Story) -> bool:
    """Whether the other article holds so many of the words that a lead tells its event in."""
    return bool(a.leading_stems) and _part(a.leading_stems, b.stems) >= LEAD_WORDS


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    shorter = min(len(a), len(b))
    return len(a & b) / shorter if shorter else 0.0

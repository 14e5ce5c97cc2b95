"""Whether anything in an article comes near a claim: the check before saying that the article leaves it out.

Knows nothing of findings. Searches every sentence by content words, two neighbours at once, and the article as a whole:
a wrong "leaves out" costs more than a missed one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from service.models import ReadArticle
from service.steps.vocabulary import concepts
from service.steps.vocabulary.content_words import NAME_WEIGHT, Content, Lexicon

# Shares of a claim's weight: in one sentence or two neighbours, or anywhere in the article.
NEAR = 0.22
TOLD = 0.6
SCATTERED = 0.7
# What a word counts for where the article has only another of the same matter.
OF_ONE_MATTER = 0.45


class Nearness:
    """Searches the articles at hand; each is indexed once."""

    def __init__(self, articles: Sequence[ReadArticle], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._indexes: Mapping[str, Mapping[str, list[int]]] = {read.article.id: self._index(read) for read in articles}
        self._matters = {read.article.id: self._index_matters(read) for read in articles}

    def comes_near(self, content: Content, article_id: str) -> bool:
        """Whether a sentence may tell the same, or its words stand all over the article."""
        return self._closest(content, article_id) >= NEAR or self._scattered(content, article_id) >= SCATTERED

    def holds_in_matter(self, content: Content, article_id: str, share: float) -> bool:
        """Whether two neighbouring sentences hold so much of the content's weight, words of one matter counting for
        part of theirs: "redundancies" where the content has "laid off"."""
        return self._closest(content, article_id, by_matter=True) >= share

    def holds(self, content: Content, article_id: str, share: float) -> bool:
        """Whether two neighbouring sentences hold so much of the content's weight."""
        return self._closest(content, article_id) >= share

    def has_speaker_near(self, content: Content, persons: frozenset[str], article_id: str) -> bool:
        """Whether a sentence names one of `persons` and shares a content word: whatever else it says, it is theirs."""
        index = self._indexes[article_id]
        named = {near for key in persons for sentence in index.get(key, ()) for near in (sentence, sentence + 1)}
        words = {sentence for key in content.stems for sentence in index.get(key, ())}
        return bool(named & words)

    def tells(self, content: Content, article_id: str) -> bool:
        """Whether a sentence holds so much of the content that it very likely tells it."""
        return self._closest(content, article_id) >= TOLD

    def _closest(self, content: Content, article_id: str, by_matter: bool = False) -> float:
        """The largest share of the content's weight in two neighbouring sentences."""
        index, weights = self._indexes[article_id], self._weights(content)
        held: defaultdict[int, float] = defaultdict(float)
        for key, weight in weights.items():
            places = {near for sentence in index.get(key, ()) for near in (sentence, sentence + 1)}
            for place in places:
                held[place] += weight
            for place in self._of_matter(key, article_id) - places if by_matter else ():
                held[place] += OF_ONE_MATTER * weight
        whole = sum(weights.values())
        return max(held.values(), default=0.0) / whole if whole else 0.0

    def _of_matter(self, key: str, article_id: str) -> set[int]:
        found = (s for matter in concepts.of_word(key) for s in self._matters[article_id].get(matter, ()))
        return {near for sentence in found for near in (sentence, sentence + 1)}

    def _scattered(self, content: Content, article_id: str) -> float:
        index, weights = self._indexes[article_id], self._weights(content)
        whole = sum(weights.values())
        return sum(weight for key, weight in weights.items() if key in index) / whole if whole else 0.0

    def _weights(self, content: Content) -> dict[str, float]:
        names = content.names
        return {key: self._lexicon.weigh(key) * (NAME_WEIGHT if key in names else 1.0) for key in sorted(content.keys)}

    def _index(self, read: ReadArticle) -> Mapping[str, list[int]]:
        """Sentences by key; a person stands for the country spoken for as well."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number in range(len(read.sentences)):
            keys = self._lexicon.read(read.sentence_text(number)).keys
            lands = {land for key in keys for land in self._lexicon.affiliations.get(key, ())}
            for key in keys | lands:
                index[key].append(number)
        return index

    def _index_matters(self, read: ReadArticle) -> Mapping[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for number in range(len(read.sentences)):
            for matter in concepts.of_tokens(self._lexicon.read(read.sentence_text(number)).tokens):
                index[matter].append(number)
        return index

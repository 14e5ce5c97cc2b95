"""A claim as the rules see it: its content, who holds what towards which matter, what it negates, when it came out.

Knows nothing of verdicts. A claim is often a part of a sentence; what its speaker does with it ("without denying that
...") may stand outside of it, so the whole sentence's speeches are read.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar, cast

from service.models import Claim, Figure, ReadArticle, Speech, Stance
from service.steps import figures
from service.steps.comparing import events, polarity
from service.steps.comparing import publication as times
from service.steps.comparing.french import polarity as french_polarity
from service.steps.comparing.speakers.parties import Parties, Party
from service.steps.vocabulary.content_words import Content, Lexicon, Overlap
from service.steps.vocabulary.folding import fold
from service.steps.vocabulary.names import is_office_stem

# Two topics are one matter from these on: shared words that are no names, and the covers of Overlap.
FEWEST_SHARED = 2
MATTER_MOST = 0.5
MATTER_LEAST = 0.2
# What an outlet tells in its own voice must be nearer to what somebody answers: it was not said in reply to anybody.
OWN_MATTER_LEAST = 0.35
ANSWERS: frozenset[Stance] = frozenset({"denies", "does_not_confirm"})

Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Stand:
    """What `holder` (None: the outlet itself) holds towards `topic`; `name` and `cue` are the article's words."""

    holder: Party | None
    name: str | None
    stance: Stance
    topic: Content
    negated: frozenset[str]
    cue: str = ""

    @property
    def is_named(self) -> bool:
        """Whether somebody in particular holds it, not the outlet and not mere "reports"."""
        return self.holder is not None and not self.holder.is_anonymous


@dataclass(frozen=True)
class Telling:
    """One claim, read. `answers` are the denials and refusals to confirm that it tells or stands under."""

    claim: Claim
    read: ReadArticle
    content: Content
    placed: Content
    stand: Stand
    answers: tuple[Stand, ...]
    tells_answer: bool
    is_deferred: bool
    negated: frozenset[str]
    modality: frozenset[str]
    _kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def keep(self, name: str, read: Callable[[], Kept]) -> Kept:
        """What `read` makes of the claim, made once; every claim stands in many pairs."""
        if name not in self._kept:
            self._kept[name] = read()
        return cast(Kept, self._kept[name])

    @property
    def is_under_answer(self) -> bool:
        """Whether it is only what somebody denies or does not confirm: nobody's claim, whoever is named inside."""
        return any(link.stance in ANSWERS for link in self.claim.attribution[:-1])

    @property
    def name(self) -> str:
        """The outlet, as a reader calls it."""
        return self.read.article.name

    @property
    def stands(self) -> tuple[Stand, ...]:
        """Its answers; where it has none, the stand of its own, unless another claim tells that answer whole."""
        return self.answers or (() if self.is_deferred else (self.stand,))

    def is_apart_from(self, other: "Telling") -> bool:
        """Whether their articles came out so far apart that what may change may have changed."""
        return times.are_apart(self.read.article.published_at, other.read.article.published_at)

    def is_later_than(self, other: "Telling") -> bool:
        """Whether its article is known to have come out after the other's."""
        return times.order(self.read.article.published_at, other.read.article.published_at) > 0

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return times.day_of(self.read.article.published_at)


class Tellings:
    """The articles at hand as the rules see them; every claim is read once."""

    def __init__(self, articles: Iterable[ReadArticle]) -> None:
        reads = list(articles)
        self.articles: Mapping[str, ReadArticle] = {read.article.id: read for read in reads}
        self.lexicon = Lexicon.learn(reads)
        self.parties = Parties.learn(reads, self.lexicon)
        self._polarity = french_polarity if self.lexicon.language == "fr" else polarity
        self._kept: dict[tuple[Hashable, ...], object] = {}

    def of(self, claim: Claim) -> Telling:
        """The claim as the rules see it."""
        return self.keep(("telling", claim.id), lambda: self._tell(claim))

    @property
    def events(self) -> tuple[frozenset[str], ...]:
        """The ids of the articles, grouped by the event they tell; see events.py."""
        return self.keep(("events",), lambda: events.group(tuple(self.articles.values())))

    def stands_in(self, article_id: str) -> tuple[Stand, ...]:
        """Everything anybody is reported to hold anywhere in an article."""
        read = self.articles[article_id]
        return self.keep(("stands", article_id), lambda: tuple(self._stand(read, speech) for speech in read.speeches))

    def keep(self, key: tuple[Hashable, ...], read: Callable[[], Kept]) -> Kept:
        """What `read` makes of something, made once; `key` is what is read and the id of what it is read of."""
        if key not in self._kept:
            self._kept[key] = read()
        return cast(Kept, self._kept[key])

    def figures_in(self, text: str, published_at: datetime | date | None) -> tuple[Figure, ...]:
        """The figures of any words; a sentence is asked about for every pair its claims stand in."""
        language = self.lexicon.language
        return self.keep(
            ("figures", text, published_at), lambda: figures.find(text, published_at=published_at, language=language)
        )

    def contents_in(self, article_id: str) -> tuple[Content, ...]:
        """The content of every sentence of an article, in order."""
        read = self.articles[article_id]
        texts = ((read.sentence_text(i), read.sentences[i].start) for i in range(len(read.sentences)))
        return self.keep(
            ("contents", article_id), lambda: tuple(self.lexicon.read(text, start) for text, start in texts)
        )

    def are_of_one_article(self, a: Telling, b: Telling) -> bool:
        """Whether one article tells both: they stand in it, or it has the other's whole sentence word for word."""
        if a.read is b.read:
            return True
        return self._words_of(a) in self._sentences_in(b) or self._words_of(b) in self._sentences_in(a)

    def covering(self, content: Content, article_id: str, least: float) -> list[int]:
        """Which sentences of an article hold so much of a content's weight, in order; `least` is above 0."""
        weighed = self.lexicon.weights_of(content)
        index = self._sentences_by_key(article_id)
        held: defaultdict[int, float] = defaultdict(float)
        for key, weight in weighed.by_key.items():
            for sentence in index.get(key, ()):
                held[sentence] += weight
        return sorted(
            sentence for sentence, weight in held.items() if weighed.whole and weight / weighed.whole >= least
        )

    def _sentences_by_key(self, article_id: str) -> Mapping[str, list[int]]:
        return self.keep(("sentences by key", article_id), lambda: _index(self.contents_in(article_id)))

    def overlap(self, a: Stand, b: Stand) -> Overlap:
        """How much the topics of two stands share, countries standing in for those who speak for them."""
        return self.lexicon.compare_topics(a.topic, b.topic)

    def is_one_matter(self, a: Stand, b: Stand) -> bool:
        """Whether two stands are towards the same matter; symmetric."""
        shared = (a.topic.keys & b.topic.keys) - a.topic.names
        if len([key for key in shared if not is_office_stem(key)]) < FEWEST_SHARED:
            return False
        overlap = self.overlap(a, b)
        least = MATTER_LEAST if a.holder and b.holder else OWN_MATTER_LEAST
        return overlap.most >= MATTER_MOST and overlap.least >= least

    def _words_of(self, telling: Telling) -> str:
        return telling.keep("sentence", lambda: self._fold_sentence(telling))

    def _fold_sentence(self, telling: Telling) -> str:
        return fold(telling.read.sentence_text(telling.claim.sentence)).text.strip()

    def _sentences_in(self, telling: Telling) -> frozenset[str]:
        read = telling.read
        texts = (fold(read.sentence_text(index)).text.strip() for index in range(len(read.sentences)))
        return self.keep(("sentences", read.article.id), lambda: frozenset(texts))

    def _tell(self, claim: Claim) -> Telling:
        read = self.articles[claim.article_id]
        content = self.lexicon.read(claim.text)
        negated = self._polarity.negated(content)
        start, end = claim.spans[0].start, claim.spans[-1].end
        holder = self._holder(claim)
        answering = _answering(claim, read)
        return Telling(
            claim=claim,
            read=read,
            content=content,
            placed=self.lexicon.read(read.article.text[start:end], start),
            stand=Stand(holder, claim.speaker.name if claim.speaker else None, claim.stance, content, negated),
            answers=self._answers(claim, read),
            tells_answer=any(_holds_cue(claim, speech) for speech in answering),
            is_deferred=claim.stance in ANSWERS and any(_is_told_whole(claim, read, speech) for speech in answering),
            negated=negated,
            modality=self._polarity.modality(content),
        )

    def _holder(self, claim: Claim) -> Party | None:
        """Whose word a claim is; nobody's in particular where mere "reports" stand anywhere in its chain."""
        if claim.voice == "outlet":
            return None
        chain = [self.parties.read(link.speaker) for link in claim.attribution if link.speaker]
        if not claim.speaker or any(party.is_anonymous for party in chain):
            return Party()
        return self.parties.read(claim.speaker.name)

    def _answers(self, claim: Claim, read: ReadArticle) -> tuple[Stand, ...]:
        answers = [self._stand(read, speech) for speech in _answering(claim, read) if _concerns(claim, read, speech)]
        return tuple(stand for stand in answers if stand.topic.terms)

    def _stand(self, read: ReadArticle, speech: Speech) -> Stand:
        """What a speech holds. Not confirming is often told in a clause of its own ("Without denying it, the ministry
        asked ..."): its matter is then all the sentence says, less who says it and the cue."""
        text = read.article.text
        speaker = speech.speaker.name if speech.speaker else _first_speaker(read, speech)
        topic = said = self.lexicon.read(text[speech.start : speech.end], speech.start)
        if speech.stance == "does_not_confirm":
            sentence = read.sentences[read.sentence_at(speech.cue_start)]
            whole = self.lexicon.read(text[sentence.start : sentence.end], sentence.start)
            topic = _less_speakers(whole, read, speech)
        holder = self.parties.read(speaker) if speaker else Party()
        return Stand(holder, speaker, speech.stance, topic, self._polarity.negated(said), speech.cue)


def _index(contents: Sequence[Content]) -> Mapping[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, content in enumerate(contents):
        for key in content.keys:
            index[key].append(number)
    return index


def _answering(claim: Claim, read: ReadArticle) -> list[Speech]:
    """The denials and refusals to confirm that the sentence of a claim tells."""
    sentence = read.sentences[claim.sentence]
    near = read.speeches_near(sentence.start, sentence.end)
    return [s for s in near if s.stance in ANSWERS and sentence.start <= s.cue_start < sentence.end]


def _concerns(claim: Claim, read: ReadArticle, speech: Speech) -> bool:
    """Whether a claim tells this answer; where no claim of the sentence does, whether it stands under or beside it."""
    if _holds_cue(claim, speech):
        return True
    if _is_told_whole(claim, read, speech):
        return False
    under = speech.start < claim.spans[-1].end and claim.spans[0].start < speech.end
    return under or speech.stance == "does_not_confirm"


def _is_told_whole(claim: Claim, read: ReadArticle, speech: Speech) -> bool:
    """Whether another claim of the sentence tells the answer with its cue."""
    beside = (other for other in read.claims if other.sentence == claim.sentence and other.id != claim.id)
    return any(_holds_cue(other, speech) for other in beside)


def _holds_cue(claim: Claim, speech: Speech) -> bool:
    return any(span.start <= speech.cue_start < span.end for span in claim.spans)


def _first_speaker(read: ReadArticle, speech: Speech) -> str | None:
    """Who else is named as speaking in the sentence of a cue without a subject of its own."""
    sentence = read.sentences[read.sentence_at(speech.cue_start)]
    near = read.speeches_near(sentence.start, sentence.end)
    named = (s.speaker.name for s in near if s.speaker and sentence.start <= s.cue_start < sentence.end)
    return next(named, None)


def _less_speakers(whole: Content, read: ReadArticle, speech: Speech) -> Content:
    sentence = read.sentences[read.sentence_at(speech.cue_start)]
    for other in read.speeches_near(sentence.start, sentence.end):
        if sentence.start <= other.cue_start < sentence.end:
            whole = whole.without(other.cue_start, other.cue_end)
            if other.speaker:
                whole = whole.without(other.speaker.start, other.speaker.end)
    return whole

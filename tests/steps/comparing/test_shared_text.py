"""How much wording two articles share."""

from service.models import Article, ReadArticle, Sentence
from service.steps.comparing.shared_text import FEWEST_SHINGLES, contain, shingles

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßàèéíñøåçæœ"
WORDS = [f"x{letter}x" for letter in LETTERS]


def read(*words: str, role: str = "body") -> ReadArticle:
    text = " ".join(words)
    sentence = Sentence.model_validate({"start": 0, "end": len(text), "role": role})
    return ReadArticle(article=Article(id="a", text=text), sentences=(sentence,), speeches=())


def test_a_text_holds_itself_whole() -> None:
    found = shingles(read(*WORDS))
    assert len(found) == 36
    assert contain(found, found) == 1.0


def test_the_share_is_that_of_the_shorter_text() -> None:
    whole, half = shingles(read(*WORDS)), shingles(read(*WORDS[:20], *(f"y{letter}y" for letter in LETTERS[:20])))
    assert contain(whole, half) == contain(half, whole) == 16 / 36
    assert contain(whole, shingles(read(*WORDS[:20]))) == 1.0


def test_other_words_in_other_order_share_nothing() -> None:
    assert contain(shingles(read(*WORDS)), shingles(read(*reversed(WORDS)))) == 0.0


def test_too_short_a_text_tells_nothing() -> None:
    short = shingles(read(*WORDS[: FEWEST_SHINGLES + 3]))
    assert len(short) == FEWEST_SHINGLES - 1
    assert contain(short, short) == 0.0


def test_only_the_body_counts() -> None:
    assert shingles(read(*WORDS, role="headline")) == frozenset()

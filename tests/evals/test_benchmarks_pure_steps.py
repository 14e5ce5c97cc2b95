"""Where the time of an analysis is taken: between the answers of one step and the questions of the next."""

from evals.benchmarks.pure_steps import WHOLE, Stages, growth, pair_growth
from service.asking import Progress


def progress(step: str, done: int, total: int) -> Progress:
    return Progress(step, done, total, prompt_tokens=0, completion_tokens=0)


def test_only_what_lies_between_answers_and_questions_is_counted() -> None:
    ticks = iter([0.0, 0.5, 10.5, 11.5, 20.0, 20.25])
    stages = Stages(clock=lambda: next(ticks))
    for told in (("claims", 0, 2), ("claims", 1, 2), ("claims", 2, 2), ("summary", 0, 1), ("summary", 1, 1)):
        stages.tell(progress(*told))
    assert stages.milliseconds() == {
        "before claims is asked for": 500,
        "before summary is asked for": 1_000,
        "after the last answer": 250,
        WHOLE: 20_250,
    }


def test_a_step_without_a_question_takes_no_time_of_the_model() -> None:
    ticks = iter([0.0, 1.0, 1.0, 3.0])
    stages = Stages(clock=lambda: next(ticks))
    stages.tell(progress("verdicts", 0, 0))
    assert stages.milliseconds() == {
        "before verdicts is asked for": 1_000,
        "after the last answer": 2_000,
        WHOLE: 3_000,
    }


def test_an_article_among_many_is_held_against_one_among_four() -> None:
    rows = {row.what: row for row in growth({2: 90.0, 4: 100.0, 20: 150.0})}
    assert rows["an article among 2, of the processor"].value == 90
    assert rows["an article among 20 against one among 4"].value == 1.5


def test_more_than_twice_the_work_an_article_misses_the_aim() -> None:
    assert [row.is_met for row in growth({4: 100.0, 20: 200.0})][-1]
    assert [row.is_met for row in growth({4: 100.0, 20: 201.0})][-1] is False


def test_pairs_that_grow_faster_than_the_articles_miss_the_aim() -> None:
    rows = list(pair_growth({2: 150.0, 4: 200.0, 32: 210.0}))
    assert [row.value for row in rows] == [150, 200, 210, 1.05]
    assert rows[-1].is_met
    assert [row.is_met for row in pair_growth({4: 200.0, 32: 230.0})][-1] is False

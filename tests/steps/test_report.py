"""Totals and notices of a report."""

from datetime import date

from service.models import Article
from service.report_models import CallRecord
from service.steps import report


def record(*, cached: bool = False, cost_usd: float | None = 0.25) -> CallRecord:
    return CallRecord(step="claims", cached=cached, prompt_tokens=10, completion_tokens=4, cost_usd=cost_usd, ms=5)


def test_totals_tell_live_from_cached() -> None:
    totals = report.totals([record(), record(cached=True, cost_usd=0.0)])
    assert (totals.calls, totals.cached_calls) == (2, 1)
    assert (totals.prompt_tokens, totals.live_prompt_tokens) == (20, 10)
    assert (totals.completion_tokens, totals.live_completion_tokens) == (8, 4)
    assert totals.cost_usd == 0.25


def test_one_unknown_price_makes_the_cost_unknown_never_smaller() -> None:
    assert report.totals([record(), record(cost_usd=None)]).cost_usd is None


def test_a_run_without_live_calls_costs_nothing() -> None:
    assert report.totals([record(cached=True, cost_usd=None)]).cost_usd == 0


def test_an_article_without_a_date_and_one_in_another_language_have_notices() -> None:
    notices = report.input_notices(
        [
            Article(id="a", text="x", outlet="Courier", language="en"),
            Article(id="b", text="x", published_at=date(2021, 3, 9), date_read=True, language="de"),
            Article(id="c", text="x", published_at=date(2021, 3, 9), language="fr"),
        ]
    )
    assert [(notice.code, notice.article_id) for notice in notices] == [
        ("date_unknown", "a"),
        ("date_read", "b"),
        ("language_not_covered", "b"),
        ("language_partly_covered", "c"),
    ]
    assert "Courier" in notices[0].text
    assert "omissions are not" in notices[3].text


def test_comparison_notices_say_what_was_not_compared() -> None:
    codes = [n.code for n in report.comparison_notices(judges=False, is_one_event=False, capped=True)]
    assert codes == ["may_not_be_one_event", "judged_by_rules", "pairs_capped"]
    assert report.comparison_notices(judges=True, is_one_event=True, capped=False) == ()

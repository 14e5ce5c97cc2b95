from collections import Counter
from html.parser import HTMLParser

from evals import page
from evals.results import Result
from tests.evals.made_results import case, counts, fault, result, two_cases

SCRIPT = "<script>alert('x')</script>"
VOID = {"meta", "br"}


class Read(HTMLParser):
    """What a browser would find: elements, their attributes and the words, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.opened: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes += attrs
        if tag not in VOID:
            self.opened.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.opened):
            self.rows[-1][-1] += data


def rows_of(text: str, name: str) -> list[list[str]]:
    """The cells of every row that begins with `name`."""
    return [row[1:] for row in Read(text).rows if row and row[0] == name]


def about(text: str, name: str) -> str:
    """The section of one case."""
    sections = text.split("<h2>Cases</h2>")[1].split("<section>")
    return next(one.split("</section>")[0] for one in sections if f"<h3>{name}</h3>" in one)


def test_every_element_is_closed_and_nothing_is_loaded_or_run() -> None:
    text = page.build([two_cases(), two_cases(model="other")], baseline=result(two_cases().cases[0]))
    assert text.startswith("<!doctype html>")
    read = Read(text)
    assert read.opened == []
    assert {"script", "link", "img", "iframe", "a"} & set(read.elements) == set()
    assert {"src", "href"} & {name for name, _ in read.attributes} == set()
    assert "url(" not in text
    assert "@import" not in text


def test_the_head_names_model_identity_prompts_and_counts() -> None:
    head = page.build([two_cases()]).split("</header>")[0]
    assert "<title>Evals: local/small</title>" in head
    assert "<code>sha256:abc</code>" in head
    assert "claims.sentence <code>0f0f0f</code>" in head
    assert "2 cases (1 held out), 41 gold conflicts, 67 near-misses" in head


def test_a_replay_is_called_one() -> None:
    assert "replay" not in page.build([two_cases()]).lower()
    assert "local/small (replay)" in page.build([two_cases(is_replay=True)])
    assert "measures the code and not the model" in page.build([two_cases(is_replay=True)])


def test_scores_stand_apart_for_all_open_and_held_out_cases_with_intervals() -> None:
    every, opened, held_out = rows_of(page.build([two_cases()]), "claims")[:3]
    assert every == ["6", "5", "5", "1.00", "0.83", "0.91", "0.67-1.00"]
    assert opened[5] == "1.00"
    assert held_out[5] == "0.67"


def test_models_stand_side_by_side_under_their_names() -> None:
    text = page.build([two_cases(), two_cases(model="other", cases=[two_cases().cases[0]])])
    assert [row[1:] for row in Read(text).rows][0][1].startswith("other")
    assert [row[5] + " " + row[12] for row in rows_of(text, "claims")[:1]] == ["0.91 1.00"]
    assert "other: " not in about(text, "bridge").split("</summary>")[0]


def test_faults_are_counted_by_evaluator() -> None:
    assert rows_of(page.build([two_cases()]), "lost_negation") == [["0", "0", "0", "0"]]
    assert rows_of(page.build([two_cases()]), "missed_claim")[0] == ["1", "0", "1", "0"]


def test_every_table_has_a_caption_and_headings_with_scope() -> None:
    text = page.build([two_cases()], baseline=result(two_cases().cases[0]))
    elements = Read(text).elements
    assert elements["caption"] == elements["table"] > 5
    assert text.count("<th ") == text.count("<th scope=")


def test_a_case_shows_expected_against_got_and_why() -> None:
    text = page.build([two_cases()])
    assert rows_of(about(text, "bridge"), "missed_claim") == [["The bridge closed", "nothing", "the lead"]]
    assert rows_of(about(text, "ferry"), "false_contradiction") == [["nothing", "12 died / 14 died", "the newer toll"]]
    assert rows_of(about(text, "bridge"), "claims") == [["1", "0", "1"]]
    assert "held out" in about(text, "bridge")
    assert "held out" not in about(text, "ferry")


def test_failed_and_crashed_cases_stand_open_and_say_why() -> None:
    broken = result(case("a", failure="no reply"), case("b", crashed={"wrong_type": "KeyError"}), case("c"))
    text = page.build([broken])
    assert text.count("<details open>") == 2
    assert "<strong>Failed:</strong> no reply" in about(text, "a")
    assert "<strong>wrong_type crashed:</strong> KeyError" in about(text, "b")
    assert "no faults, 1 crashed" in about(text, "b")
    assert "no faults" in about(text, "c")


def against(before: Result, after: Result) -> str:
    return page.build([after], baseline=before)


def test_a_case_shows_what_came_and_what_went_against_the_baseline() -> None:
    before = result(
        case("ferry", counts={"claims": counts(3, fn=1)}, faults={"missed_claim": (fault(expected="Nine died"),)})
    )
    text = against(before, two_cases())
    ferry = about(text, "ferry")
    assert "<strong>claims.f1</strong>: right 3 -&gt; 4, wrong 0 -&gt; 0, missed 1 -&gt; 0" in ferry
    assert ["nothing", "12 died / 14 died", "the newer toll"] in rows_of(ferry, "came")
    assert ["Nine died", "nothing", ""] in rows_of(ferry, "went")
    assert ", changed" in ferry
    assert "The baseline does not hold this case." in about(text, "bridge")
    assert rows_of(text, "claims.f1") == [["0.857", "1.000", "0.000", "better", "ferry"]]
    assert "Not in the baseline: bridge" in text


def test_a_case_that_began_or_ceased_to_fail_says_so() -> None:
    fine, failed = result(case("a")), result(case("a", failure="timed out"))
    assert "Fails now, did not before." in against(fine, failed)
    assert "Failed before, does not now: timed out" in " ".join(against(failed, fine).split())
    assert "No metric moved in this case." in against(fine, fine)
    assert "wrong_type crashes now" in against(fine, result(case("a", crashed={"wrong_type": "KeyError"})))


def test_markup_in_a_case_name_or_a_fault_is_shown_as_words() -> None:
    hostile = case(
        f"x{SCRIPT}",
        failure=SCRIPT,
        crashed={SCRIPT: SCRIPT},
        faults={"wrong_type": (fault(SCRIPT, SCRIPT, SCRIPT),), '"><img src=x onerror=y>': ()},
    )
    after = result(hostile, model=SCRIPT, identity=(SCRIPT,), prompts={SCRIPT: SCRIPT})
    before = result(case(f"x{SCRIPT}", faults={"wrong_type": ()}), case(SCRIPT), model=SCRIPT)
    text = against(before, after)
    read = Read(text)
    assert {"script", "img"} & set(read.elements) == set()
    assert "<script" not in text
    assert "onerror" not in {name for name, _ in read.attributes}
    escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
    assert f"<h3>x{escaped}</h3>" in text
    assert rows_of(text, "wrong_type")[-1] == [SCRIPT, SCRIPT, SCRIPT]


def test_control_and_direction_characters_are_made_visible_or_dropped() -> None:
    text = page.build([result(case("a", faults={"x": (fault("\x1b[2J safe\u202eevil\nnext line"),)}))])
    assert "␛[2J safeevil next line" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_equal_results_give_equal_bytes() -> None:
    assert page.build([two_cases()], baseline=two_cases()) == page.build([two_cases()], baseline=two_cases())

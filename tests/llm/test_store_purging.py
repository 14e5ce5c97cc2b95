"""Purging an article and clearing the cache: what goes, what stays, and that no file keeps a word of it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from service.errors import CacheFailed
from service.llm.store import DATABASE, Store
from tests.llm.cache_folder import SECRET, A, B, C, execute, holding, open_store


def test_purging_an_article_removes_all_that_saw_it_and_nothing_else(store: Store) -> None:
    store.put("of a", "1", [A])
    store.put("of both", "2", [A, B])
    store.put("of b", "3", [B])
    assert store.purge(A) == 2
    assert [store.get(key) for key in ("of a", "of both", "of b")] == [None, None, "3"]


def test_purged_words_are_in_no_file_any_more(store: Store, folder: Path) -> None:
    for number in range(50):
        store.put(f"key {number}", SECRET * 100, [A])
    store.put("other", "other words", [B])
    assert holding(folder, SECRET)
    assert store.purge(A) == 50
    assert holding(folder, SECRET) == []
    assert store.get("other") == "other words"


def test_cleared_words_are_in_no_file_any_more(store: Store, folder: Path) -> None:
    store.put("key", SECRET * 100, [A])
    store.put("key", SECRET * 90, [A])
    assert store.clear() == 1
    assert holding(folder, SECRET) == []
    assert store.stats().entries == 0
    store.put("key", "anew", [A])
    assert store.get("key") == "anew"


def test_a_text_used_again_for_another_article_goes_with_that_one_too(store: Store, folder: Path) -> None:
    store.put("key", "text", [A])
    (before,) = execute(folder, "SELECT expire_time FROM Cache")
    assert store.get("key", [B]) == "text"
    (after,) = execute(folder, "SELECT expire_time FROM Cache")
    assert after[0] == pytest.approx(before[0], abs=1)
    assert store.purge(B) == 1


def test_a_text_stored_again_for_another_article_still_goes_with_the_first(store: Store) -> None:
    store.put("key", "text", [A])
    store.put("key", "text", [B, C])
    assert store.purge(A) == 1


def test_what_names_no_article_may_have_seen_any(store: Store, folder: Path) -> None:
    store.put("key", SECRET, [A])
    execute(folder, "UPDATE Cache SET tag = NULL")
    assert store.purge(B) == 1


def test_purging_where_nothing_was_ever_stored_makes_no_folder(store: Store, folder: Path) -> None:
    assert (store.purge(A), store.clear()) == (0, 0)
    assert not folder.exists()


def test_two_processes_writing_at_once_lose_no_article(store: Store, folder: Path, troubles: list[str]) -> None:
    script = """
import sys
from pathlib import Path
from service.llm.store import Store
store = Store(Path(sys.argv[1]), print, size_limit_bytes=10**8, max_age_s=1000)
for number in range(150):
    store.put(f"shared {number}", "words of two articles", [sys.argv[2]])
    store.put(f"{sys.argv[2]} {number}", "words of one article", [sys.argv[2]])
"""
    command = [sys.executable, "-c", script, str(folder)]
    writers = [subprocess.Popen([*command, tag], stdout=subprocess.PIPE) for tag in (A, B)]
    assert [(writer.communicate()[0], writer.returncode) for writer in writers] == [(b"", 0)] * 2
    assert store.stats().entries == 450
    assert store.purge(A) == 300
    assert store.purge(B) == 150
    assert holding(folder, "words of") == []


def test_a_reader_in_the_way_of_wiping_is_an_error_that_says_so(folder: Path) -> None:
    store = open_store(folder, [], patience_s=0.05)
    store.put("key", SECRET, [A])
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM Cache").fetchone()
        with pytest.raises(CacheFailed, match="in use and keeps removed text in its log; try again"):
            store.purge(A)
    assert store.purge(A) == 0
    assert holding(folder, SECRET) == []

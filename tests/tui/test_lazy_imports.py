"""What is imported when it is first needed can be imported by two threads at once: the search beside the passages."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import tuireader

BOTH = """
import sys, threading
from tuireader import passages, sources
from tuireader.search import Index
from tuireader.settings import paths

articles = sources.open([paths.find().seeds]).articles
index = Index(articles)
wrong = []

def run(work):
    try:
        work()
    except Exception as error:
        wrong.append(error)

sys.setswitchinterval(1e-5)
works = (lambda: passages.find(articles), lambda: index.search("balkns"), lambda: index.words_like("qwrty"))
threads = [threading.Thread(target=run, args=(work,)) for work in works]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(wrong)
"""


def test_search_and_passages_can_begin_together() -> None:
    done = subprocess.run([sys.executable, "-c", BOTH], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_rapidfuzz_is_imported_as_a_package() -> None:
    """``from rapidfuzz.distance import OSA`` fails while another thread imports it; from the package it waits."""
    for file in Path(tuireader.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("rapidfuzz."), f"{file.name}, line {node.lineno}"


def test_the_reader_does_without_what_it_has_no_use_for() -> None:
    """OpenSSL for a digest, fractions for a median: megabytes that a reader would hold to the end."""
    code = "import sys, tuireader.tui.app, tuireader.tui.session, tuireader.library; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert not {"_hashlib", "statistics", "email", "xml", "http"} & set(done.stdout.split())

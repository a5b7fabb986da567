"""Tables and JSON: which column holds what, and what is told of rows that cannot be read."""

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader import sources
from tuireader.article import Article
from tuireader.sources import formats
from tuireader.sources.columns import Columns, columns
from tuireader.sources.inputs import StreamInput
from tuireader.sources.model import Draft, Options

BODY = "The harbour of Lindby opened again on Friday.\n\nThree ships came in."
ROW = {
    "id": "a7_b",
    "headline": "Harbour reopens",
    "maintext": BODY,
    "source_domain": "post.example",
    "authors": ["Ida Holm", "Per Lund"],
    "date_publish": "2025-03-10 08:00:00",
    "url": "https://post.example/1",
    "language": "en",
}


def opened(tmp_path: Path, name: str, data: str | bytes, **columns: str) -> sources.Opened:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return sources.open([tmp_path / name], options=Options(columns=columns))


def one(found: sources.Opened) -> Article:
    assert not found.problems
    (article,) = found.articles
    return article


def said(found: sources.Opened) -> list[str]:
    return [problem.reason for problem in found.problems]


def csv(*rows: dict[str, object], mark: str = ",") -> str:
    lines = [list(rows[0]), *([str(value) for value in row.values()] for row in rows)]
    return "".join(mark.join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n" for line in lines)


FORMS: dict[str, Callable[[], str]] = {
    "n.jsonl": lambda: json.dumps(ROW) + "\n\n",
    "n.json": lambda: json.dumps([ROW], indent=2),
    "nested.json": lambda: json.dumps({"status": "ok", "response": {"results": [ROW]}}),
    "deep.jsonl": lambda: json.dumps({"_id": "a7_b", "_source": ROW}),
    "n.csv": lambda: csv(ROW),
    "semicolons.csv": lambda: "\ufeff" + csv(ROW, mark=";"),
    "n.tsv": lambda: csv(ROW, mark="\t"),
}


@pytest.mark.parametrize("name", FORMS)
def test_columns_are_known_by_their_names(tmp_path: Path, name: str) -> None:
    article = one(opened(tmp_path, name, FORMS[name]()))
    assert (article.id, article.path) == ("a7_b", f"{tmp_path}/{name}#a7_b")
    assert article.text == f"Harbour reopens\n\n{BODY}"
    assert (article.title, article.source, article.byline) == ("Harbour reopens", "post.example", "Ida Holm, Per Lund")
    assert (article.published, article.moment) == ("2025-03-10", "2025-03-10T08:00:00")
    assert (article.url, article.language) == ("https://post.example/1", "en")
    assert article.told_by["title"].endswith("headline")


WRITE = """
import duckdb, sys
with duckdb.connect() as connection:
    connection.execute(
        "COPY (SELECT 'Harbour reopens' AS title, ? AS body, DATE '2025-03-10' AS date, ['I', 'P'] AS authors, "
        "{'name': 'Post'} AS source UNION ALL BY NAME SELECT 'No text' AS title, '' AS body) TO "
        f"'{sys.argv[2]}' (FORMAT parquet)",
        [sys.argv[1]],
    )
"""


def test_parquet(tmp_path: Path) -> None:
    file = tmp_path / "od*d.parquet"
    # In a process of its own: DuckDB complains where it is still there when Python leaves.
    subprocess.run([sys.executable, "-c", WRITE, BODY, str(file)], check=True)
    found = sources.open([file])
    (article,) = found.articles
    assert (article.source, article.byline, article.published) == ("Post", "I, P", "2025-03-10")
    assert said(found) == ["row 2: no text in column “body”"]
    file.write_bytes(file.read_bytes()[:-20])
    (problem,) = said(sources.open([file]))
    assert problem.startswith("is damaged, or no Parquet table")


def test_a_text_of_html_is_read_as_it_looks(tmp_path: Path) -> None:
    post = {
        "id": 7,
        "title": {"rendered": "Harbour &#8220;reopens&#8221;"},
        "content": {
            "rendered": "<h2>Ships</h2><p>Three <b>ships</b> came in.</p><p>Nobody was hurt &amp; all is well.</p>"
        },
    }
    article = one(opened(tmp_path, "posts.json", json.dumps([post])))
    assert article.text == "Harbour “reopens”\n\nShips\n\nThree ships came in.\n\nNobody was hurt & all is well."
    assert [part.role for part in article.parts] == ["title", "heading", "body", "body"]
    plain = one(opened(tmp_path, "n.csv", csv({"title": "[Live] a < b", "text": "If a < b and b > c, it is so."})))
    assert plain.text == "[Live] a < b\n\nIf a < b and b > c, it is so."


def test_lines_and_columns_without_end(tmp_path: Path) -> None:
    begin = time.monotonic()
    (problem,) = said(opened(tmp_path, "n.jsonl", b"\n" * 3_000_000))
    assert problem.startswith("line 1000001: more than 1,000,000 blank lines")
    wide = json.dumps({f"k{number}": 1 for number in range(60_000)})
    assert "and 59992 more" in said(opened(tmp_path, "wide.jsonl", wide))[0]
    assert time.monotonic() - begin < 5


def test_objects_as_deep_as_one_likes(tmp_path: Path) -> None:
    deep = "[" * 900 + "]" * 900
    lines = ['{"title": "T", "text": ' + deep + "}", json.dumps({"title": "U", "text": BODY})]
    found = opened(tmp_path, "n.jsonl", "\n".join(lines))
    assert [article.title for article in found.articles] == ["U"]
    assert len(found.problems) == 1


def test_a_file_of_one_has_its_name(tmp_path: Path) -> None:
    article = one(opened(tmp_path, "harbour.json", json.dumps(ROW, indent=1)))
    assert (article.id, article.path) == ("harbour", f"{tmp_path}/harbour.json")


def test_the_user_says_which_column(tmp_path: Path) -> None:
    rows = [{"kop": "Haven open", "inhoud": BODY, "krant": "De Post"}]
    for name, data in (("n.csv", csv(*rows)), ("n.jsonl", json.dumps(rows[0])), ("m.json", json.dumps(rows))):
        (problem,) = said(opened(tmp_path, name, data))
        assert "holds the text of articles: there is “kop”, “inhoud”, “krant”" in problem
        assert "--map text=" in problem
        article = one(opened(tmp_path, name, data, title="kop", text="inhoud", source="krant"))
        assert (article.title, article.source) == ("Haven open", "De Post")
        (problem,) = said(opened(tmp_path, name, data, text="nhoud"))
        assert "“nhoud” (--map)" in problem


def test_a_table_without_names(tmp_path: Path) -> None:
    data = f'7,"Harbour reopens","{BODY}"\n8,"Bridge shut","{BODY}"\n'
    found = opened(tmp_path, "n.csv", data, title="2", text="3", id="1")
    assert [(article.id, article.title) for article in found.articles] == [
        ("harbour-reopens", "Harbour reopens"),
        ("bridge-shut", "Bridge shut"),
    ]


def test_a_broken_line_is_a_problem_and_the_next_is_read(tmp_path: Path) -> None:
    good = json.dumps({"title": "T", "text": BODY})
    lines = [good, '{"title": "x", "text"', "[1]", '{"other": 1}', '{"title": "y", "text": " "}', "[" * 5000, good]
    found = opened(tmp_path, "n.jsonl", "\n".join(lines))
    assert len(found.articles) == 2
    assert [problem.partition(" (")[0] for problem in said(found)] == [
        "line 2: no JSON",
        "line 3: no object with the fields of an article",
        "line 4: no field with a text",
        "line 5: no text in field “text”",
        "line 6: no JSON",
    ]


def test_of_many_broken_lines_a_few_are_told(tmp_path: Path) -> None:
    found = opened(tmp_path, "n.jsonl", json.dumps(ROW) + "\n" + "{broken\n" * 500)
    assert len(found.articles) == 1
    assert len(said(found)) == 9
    assert said(found)[-1] == "492 more in it could not be read"


def test_rows_name_their_line(tmp_path: Path) -> None:
    data = csv({"title": "T", "text": BODY}, {"title": "U", "text": ""}) + '"V"\r\n"W","' + BODY + '"\r\n'
    found = opened(tmp_path, "n.csv", data)
    assert [article.title for article in found.articles] == ["T", "W"]
    assert said(found) == ["row 2 (line 5): no text in column “text”", "row 3 (line 6): no text in column “text”"]


def test_a_quotation_mark_that_is_not_closed(tmp_path: Path) -> None:
    data = 'title,text\nT,"' + "words of a text\n" * 9000
    (tmp_path / "n.csv").write_text(data)
    (problem,) = sources.open([tmp_path / "n.csv"], options=Options(cap=10_000)).problems
    assert problem.reason.endswith("is a quotation mark not closed?")


def test_a_line_that_is_too_long_is_passed(tmp_path: Path) -> None:
    lines = [json.dumps({"title": "T", "text": "word " * 9000}), json.dumps({"title": "U", "text": BODY})]
    (tmp_path / "n.jsonl").write_text("\n".join(lines))
    found = sources.open([tmp_path / "n.jsonl"], options=Options(cap=10_000))
    assert [article.title for article in found.articles] == ["U"]
    assert said(found) == ["line 1: more than 0.02 MB"]


def test_encodings(tmp_path: Path) -> None:
    late = b"title,text\n" + (b"T," + b"plain words " * 400 + b"\n") * 16 + "U,Café in Rågö\n".encode("cp1252")
    articles = opened(tmp_path, "late.csv", late).articles
    assert articles[-1].text == "U\n\nCafé in Rågö"
    wide = csv({"title": "T", "text": "Škoda v Brně"}).encode("utf-16")
    assert one(opened(tmp_path, "wide.csv", wide)).text == "T\n\nŠkoda v Brně"
    (tmp_path / "n.csv").write_bytes("title,text\nT,Škoda v Brně\n".encode("cp1250"))
    article = one(sources.open([tmp_path / "n.csv"], options=Options(charset="cp1250")))
    assert (article.text, article.encoding) == ("T\n\nŠkoda v Brně", "cp1250")
    (problem,) = sources.open([tmp_path / "n.csv"], options=Options(charset="klingon")).problems
    assert "no encoding" in problem.reason


def test_in_a_folder_only_what_is_of_articles(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(csv(ROW))
    (tmp_path / "b.csv").write_text("name,price\nrope,3\n")
    (tmp_path / "c.json").write_text('{"name": "package", "version": "1", "text": "of the licence"}')
    found = sources.open([tmp_path])
    assert [article.path for article in found.articles] == [f"{tmp_path}/a.csv#a7_b"]
    assert not found.problems


@pytest.mark.parametrize("said", ["title", "title=", "colour=red", "=x", ""])
def test_words_of_a_mapping_that_mean_nothing(said: str) -> None:
    with pytest.raises(ValueError):
        columns(said)
    assert columns("Headline=a b, text=c.d,author=e") == {"headline": "a b", "text": "c.d", "author": "e"}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["text", "title", "x"]), inner),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=5), st.sampled_from(["lines", "array", "whole"]))
def test_any_json_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, values: list[object], form: str) -> None:
    lines = "\n".join(map(json.dumps, values)) if form == "lines" else json.dumps(values, indent=1)
    text = json.dumps({"items": values}) if form == "whole" else lines
    file = tmp_path_factory.getbasetemp() / "any.jsonl"
    file.with_suffix(".json" if form != "lines" else ".jsonl").write_text(text)
    found = sources.open([file.with_suffix(".json" if form != "lines" else ".jsonl")])
    texts = [each for each in values if isinstance(each, dict) and isinstance(each.get("text"), str)]
    told = [each for each in texts if str(each["text"]).strip()]
    assert found.articles or found.problems
    assert form == "whole" or len(found.articles) >= len(told)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_header(names: list[str]) -> None:
    try:
        known = Columns(names, Options())
    except ValueError as error:
        assert "--map" in str(error)
    else:
        assert set(known.of.values()) <= set(names)


class Counting(io.BytesIO):
    """Says how much of it was read."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        self.taken += len(found)
        return found

    def readinto(self, buffer: object) -> int:
        count = super().readinto(buffer)  # type: ignore[arg-type]
        self.taken += count
        return count

    read1 = read


@pytest.mark.parametrize("name", ["n.jsonl", "n.json", "n.csv"])
def test_rows_are_read_as_they_are_asked_for(name: str) -> None:
    rows: list[dict[str, object]] = [{"title": f"T{number}", "text": "word " * 400} for number in range(1500)]
    whole = {"n.jsonl": "\n".join(map(json.dumps, rows)), "n.json": json.dumps(rows), "n.csv": csv(*rows)}[name]
    file = Counting(whole.encode())
    reading = formats.read(StreamInput(name, lambda: file if not file.closed else Counting(whole.encode())))
    assert isinstance(next(reading), Draft)
    assert file.taken < 400_000 < len(whole)

"""The command line: what is printed where, and with which status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tuireader
from tuireader.cli import main
from tuireader.settings import paths

NORTH = (
    "Bridge closes for repairs\n\nThe bridge at Vesterå will be closed from 3 May, the road office said on Monday.\n"
)
SOUTH = "The bridge at Vesterå will be closed from 3 May, the road office announced on Monday.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of its own, a plain terminal of 80 columns, and a working directory with two articles."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("COLUMNS", "NO_COLOR", "PAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)
    work = tmp_path / "work"
    work.mkdir()
    (work / "north.txt").write_text(NORTH, "utf-8")
    (work / "south.txt").write_text(SOUTH, "utf-8")
    monkeypatch.chdir(work)
    return tmp_path


class Printed:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def call(*arguments: str) -> Printed:
        try:
            status = main(list(arguments))
        except SystemExit as end:
            status = int(end.code or 0)
        return Printed(status, *capsys.readouterr())

    return call


SEEDS = ["000", "001", "002", "003", "004"]


def test_version_and_help(run: Any) -> None:
    assert run("--version").out == f"tuireader {tuireader.__version__}\n"
    assert run("list", "-h").status == 0
    helped = run("--help")
    assert helped.status == 0
    for command in (
        "list",
        "show",
        "read",
        "compare",
        "facts",
        "search",
        "paths",
        "themes",
        "keys",
        "settings",
        "completion",
    ):
        assert f"\n  {command} " in helped.out


def test_list_shows_the_bundled_articles(run: Any) -> None:
    printed = run("list")
    assert printed.status == 0
    assert printed.err == ""
    assert [line.split()[1] for line in printed.out.splitlines() if line[0].isdigit()] == SEEDS
    assert max(map(len, printed.out.splitlines())) <= 80


def test_list_is_the_same_from_the_cache(run: Any) -> None:
    assert run("list", "--json").out == run("list", "--json").out


def test_list_as_json(run: Any) -> None:
    rows = run("list", "--json").json["articles"]
    assert [row["id"][:3] for row in rows] == SEEDS
    assert all(Path(row["path"]).is_file() and 0 <= row["shared"] <= 1 and row["story"] >= 1 for row in rows)
    assert all(isinstance(row["words"], int) and isinstance(row["sentences"], int) for row in rows)


def test_list_of_paths(run: Any) -> None:
    rows = run("list", "--json", "north.txt", "south.txt").json["articles"]
    assert [(row["id"], row["path"], row["story"]) for row in rows] == [
        ("north", "north.txt", 1),
        ("south", "south.txt", 1),
    ]


def test_a_list_is_sorted_and_leaves_out_what_is_not_asked_for(run: Any) -> None:
    from tuireader import sources
    from tuireader.library import Library

    words = [row["words"] for row in run("list", "--json", "--sort", "words").json["articles"]]
    assert words == sorted(words, reverse=True)
    assert run("list", "--sort", "colour").status == 2
    assert len(run("list", "--json", "--unread").json["articles"]) == 5, "nothing was read yet"
    digests = [article.digest for article in sources.open([paths.find().seeds]).articles]
    with Library.open(paths.find().library) as library:
        library.set_read(digests[0], True)
        library.set_article_tags(digests[1], "Kfor troops")
    assert [row["id"][:3] for row in run("list", "--json", "--unread").json["articles"]] == ["001", "002", "003", "004"]
    tagged = run("list", "--json", "--tag", "kfor", "--tag", "#troops").json["articles"]
    assert [row["id"][:3] for row in tagged] == ["001"]
    nothing = run("list", "--tag", "none")
    assert nothing.out.strip() == "" and "no article answers that" in nothing.err


@pytest.mark.parametrize("arguments", [("--json", "list"), ("list", "--json"), ("--width", "60", "--json", "list")])
def test_options_stand_before_or_after_the_command(run: Any, arguments: tuple[str, ...]) -> None:
    assert "articles" in run(*arguments).json


def test_paths_stand_before_or_behind_the_options(run: Any) -> None:
    seeds = str(paths.find().seeds)
    assert run("show", "003", "--json", seeds).json["id"].startswith("003")
    assert run("search", "vucic", "--json", seeds).json["hits"]
    for words in (("keys", "--json", "vim"), ("show", "003", "--wrong", seeds), ("library", "check", "a", "b")):
        wrong = run(*words)
        assert wrong.status == 2 and "unrecognized arguments" in wrong.err


def test_width_is_kept_and_checked(run: Any) -> None:
    lines = run("show", "000", "--width", "40").out.splitlines()
    assert 30 < max(map(len, lines)) <= 40
    assert run("list", "--width", "nine").status == 2


def test_show_by_id_prefix_and_path_gives_one_article(run: Any) -> None:
    whole = run("show", "--json", "001").json
    assert whole == run("show", "--json", whole["id"]).json
    assert whole["text"][whole["sentences"][0][0] : whole["sentences"][0][1]]
    assert {part["role"] for part in whole["parts"]} <= {
        "title",
        "heading",
        "body",
        "byline",
        "caption",
        "furniture",
    }
    seed = str(next(paths.find().seeds.glob("001*")))
    assert run("show", "--json", seed).json["text"] == whole["text"]
    assert run("show", "--json", "south", "north.txt", "south.txt").json["id"] == "south"
    assert run("show", "--json", "./south.txt", "north.txt", "south.txt").json["id"] == "south"
    assert run("show", "--json", "south.txt").json["path"] == "south.txt"


def test_show_is_text_made_for_reading(run: Any) -> None:
    printed = run("show", "002")
    assert "NATO’s Commitment to Stability\n" in printed.out
    assert max(map(len, printed.out.splitlines())) <= 80


def test_read_prints_what_stands_at_a_place(run: Any) -> None:
    whole = run("show", "--json", "001").json
    start, end = next(each for each in whole["sentences"] if each[0] > 500)
    form = run("read", f"001:{start}-{end}", "--json").json
    assert (form["text"], form["article"]["id"]) == (whole["text"][start:end], whole["id"])
    assert form["passages"]
    assert all(whole["id"] in passage["articles"] for passage in form["passages"])
    assert run("read", f"001:{start + 3}", "--json").json == form
    printed = run("read", f"001:{start}-{end}", "--width", "40").out
    assert max(map(len, printed.splitlines())) <= 40
    assert f"({whole['id']}:{start}-{end})" in printed
    assert run("read", "south.txt:0-5").out.strip()
    assert run("read", "001:999999").status == 2
    assert run("read", "south.txt:9-3").status == 2


def test_compare_mixes_bundled_ids_and_paths(run: Any) -> None:
    form = run("compare", "--json", "000", "north.txt", "004").json
    assert [row["id"][:5] for row in form["articles"]] == ["000_6", "north", "004_e"]
    assert {link["a"][:3] for link in form["links"]} == {"000"}
    assert {link["b"][:3] for link in form["links"]} == {"004"}


def test_compare_explains_its_links(run: Any) -> None:
    form = run("compare", "--explain", "--json", "000", "001").json
    assert form["links"]
    assert all(link["explain"]["words"] for link in form["links"])
    printed = run("compare", "000", "001", "--explain").out
    assert "with its surroundings" in printed
    assert "why" in printed


def test_compare_as_text_marks_what_the_wording_changed(run: Any) -> None:
    printed = run("compare", "north.txt", "south.txt")
    assert "2 wordings" in printed.out
    assert "[-said-] {+announced+}" in printed.out.replace("\n", " ")
    assert "\x1b" not in printed.out


def test_facts(run: Any) -> None:
    form = run("facts", "--json").json
    assert set(form) == {"articles", "mentions", "facts", "entities", "timeline"}
    assert form["mentions"]
    assert {fact["verdict"] for fact in form["facts"]} <= {"agree", "differ", "changed", "only"}
    text = run("facts", "--width", "70").out
    assert "The articles agree" in text
    assert max(map(len, text.splitlines())) <= 70


def test_search_takes_the_words_with_and_without_quotes(run: Any) -> None:
    quoted = run("search", "--json", "Kurti Albn").json
    plain = run("search", "--json", "Kurti", "Albn").json
    assert quoted["query"] == plain["query"] == "Kurti Albn"
    assert quoted["hits"] == plain["hits"]
    assert set(quoted["hits"][0]) >= {"article", "start", "end", "score", "text", "matches"}
    assert quoted["milliseconds"] > 0
    assert "Albin Kurti" in run("search", "Kurti", "Albn").out.replace("\n", " ")


def test_search_has_fields_and_says_what_it_found(run: Any) -> None:
    answer = run("search", "--json", "fact:troops", "--in", "000,004").json
    assert {hit["article"][:3] for hit in answer["hits"]} == {"000", "004"}
    assert {hit["labels"][0]["verdict"] for hit in answer["hits"]} <= {"differ", "changed", "agree", "only"}
    assert {each["article"] for each in answer["counts"]} > {hit["article"] for hit in answer["hits"]}
    assert "differ: troops of KFOR" in run("search", "fact:kfor").out
    assert "Vjosa Osmani" in run("search", "who:osmni -kurti").out.replace("\n     ", " ")


def test_search_finds_what_was_written_and_says_how_much_it_leaves_out(run: Any) -> None:
    from tuireader.library import Library
    from tuireader.settings import paths
    from tuireader.sources import open as opened

    assert run("search", "--json", "note:office").json["hits"] == []
    article = opened([Path("north.txt")]).articles[0]
    file = paths.find().library
    file.parent.mkdir(parents=True, exist_ok=True)
    with Library.open(file) as library:
        library.add_mark(article.digest, 0, 6, note="ask the office", tags=("follow",))
    for query in ("note:office", "tag:follow"):
        assert [hit["article"] for hit in run("search", "--json", query, "north.txt").json["hits"]] == ["north"]
    answer = run("search", "kosovo", "--limit", "2")
    assert "further hits; --limit tells how many" in answer.err and "further" not in answer.out
    assert not run("search", "kosovo", "--limit", "900").err


@pytest.mark.parametrize(("query", "said"), [("wo:x", "did you mean who:?"), ("qqqq:x", "there are in: title:")])
def test_a_field_that_there_is_not_is_wrong_usage(run: Any, query: str, said: str) -> None:
    answer = run("search", query)
    assert answer.status == 2 and said in answer.err and answer.err.count("\n") <= 2


def test_a_search_for_nothing_is_wrong_usage(run: Any) -> None:
    answer = run("search", " ")
    assert answer.status == 2
    assert "no word to search for" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "000"),
        ("read", "000:0-9"),
        ("compare",),
        ("facts",),
        ("search", "Kurti"),
        ("paths",),
        ("themes",),
        ("keys",),
    ],
)
def test_every_key_is_told_of_in_the_docs(run: Any, arguments: tuple[str, ...]) -> None:
    told = (Path(tuireader.__file__).parents[1] / "docs" / "json.md").read_text("utf-8")

    def keys(form: Any) -> set[str]:
        if isinstance(form, dict):
            return set(form).union(*map(keys, form.values()))
        return set().union(*map(keys, form)) if isinstance(form, list) else set()

    form = run(*arguments, "--json").json
    names = keys(form) - set(form.get("paths", ()))
    assert names
    assert [name for name in sorted(names) if f"`{name}`" not in told and f'"{name}"' not in told] == []


def test_search_in_paths_and_its_limit(run: Any) -> None:
    hits = run("search", "--json", "vestera", "north.txt", "south.txt").json["hits"]
    assert {hit["article"] for hit in hits} == {"north", "south"}
    assert len(run("search", "--json", "--limit", "1", "the").json["hits"]) == 1
    assert run("search", "zzzzqqqq").status == 0


def test_settings_are_printed(run: Any) -> None:
    assert str(paths.find().config_file) in run("paths").out
    assert "ink" in run("themes").out
    assert any(theme["name"] == "ink" for theme in run("themes", "--json").json["themes"])
    assert "compare.next_passage" in run("keys").out
    keys = {row["command"]: row["keys"] for row in run("keys", "--json").json["keys"]}
    assert keys["compare.next_passage"] == ["n"]
    assert set(run("paths", "--json").json["paths"]) >= {"settings", "library"}


def test_keys_are_those_the_user_chose(run: Any) -> None:
    file = paths.find().config_file
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\n"compare.next_passage" = "N"\n"compare.nonsense" = "x"\n', "utf-8")
    printed = run("keys", "--json")
    keys = {row["command"]: row["keys"] for row in printed.json["keys"]}
    assert keys["compare.next_passage"] == ["N"]
    assert "compare.nonsense" in printed.err
    assert printed.status == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh"])
def test_completion(run: Any, shell: str) -> None:
    printed = run("completion", shell)
    assert printed.status == 0
    assert "compare" in printed.out


def test_completion_knows_its_shells(run: Any) -> None:
    assert run("completion", "cmd").status == 2


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("show", "00"), 2, "beginning of 5 articles"),
        (("show", "000_697f7434f885c16g"), 2, "did you mean “000_697f7434f885c16f”?"),
        (("compare", "000", "nobody"), 2, "there is no article “nobody”"),
        (("show", "nowhere/at/all.txt"), 1, "nowhere/at/all.txt"),
        (("list", "nothing.txt"), 1, "nothing.txt"),
        (("show", "."), 2, "holds 2 articles"),
        (("show",), 2, "ARTICLE"),
        (("search",), 2, "QUERY"),
        (("list", "--colour"), 2, "--colour"),
    ],
)
def test_mistakes_are_told_in_a_line_with_the_right_status(
    run: Any, arguments: tuple[str, ...], status: int, says: str
) -> None:
    printed = run(*arguments)
    assert printed.status == status
    assert printed.out == ""
    assert says in printed.err
    assert "Traceback" not in printed.err


def test_one_bad_path_does_not_stop_the_others(run: Any) -> None:
    Path("empty.txt").touch()
    Path("binary.txt").write_bytes(bytes(range(256)) * 8)
    printed = run("list", "--json", "north.txt", "missing.txt", "empty.txt", "binary.txt", "south.txt")
    assert printed.status == 0
    assert [row["id"] for row in printed.json["articles"]] == ["north", "south"]
    lines = printed.err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("tuireader: ") for line in lines)


def test_hostile_names_and_texts_are_printed_harmless(run: Any) -> None:
    name = "evil\x1b]0;owned\x07.txt"
    Path(name).write_text("Title \x1b[2J of evil\n\nA body \u202e with \x9b31m tricks in it, said nobody.\n", "utf-8")
    for arguments in (("list", name), ("show", name), ("compare", name, "north.txt"), ("search", "\x1b[2Jevil", name)):
        printed = run(*arguments)
        assert printed.status == 0
        for char in ("\x1b", "\x07", "\x9b", "\u202e"):
            assert char not in printed.out + printed.err
    assert "\x1b" not in run("list", "\x1b[2Jmissing.txt").err
    assert "\x1b" not in run("list", "--\x1b[2Junknown").err
    assert "\x1b" not in run("list", "--width", "\x1b[2J").err


def test_standard_input_is_an_article(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(NORTH.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    rows = run("list", "--json", "-", "south.txt").json["articles"]
    assert [row["path"] for row in rows] == [None, "south.txt"]
    assert rows[0]["title"] == "Bridge closes for repairs"


def test_without_a_terminal_the_reader_prints_the_list_and_a_hint(run: Any) -> None:
    printed = run("north.txt")
    assert printed.status == 0
    assert printed.out.startswith("north  Bridge closes for repairs")
    assert "the reader opens on a terminal" in printed.err
    assert run().out == run("list").out


def test_colour_only_where_asked_or_seen(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("list").out
    assert "\x1b[" in run("list", "--color", "always").out
    assert "\x1b" not in run("list", "--color", "always", "--no-color").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in run("list", "--color", "always").out


def test_the_reader_gets_the_paths_that_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    import tuireader.output
    import tuireader.tui

    asked: list[tuple[list[str], dict[str, object]]] = []
    monkeypatch.setattr(tuireader.output, "can_draw", lambda: True)
    monkeypatch.setattr(tuireader.tui, "run", lambda paths, **options: asked.append((list(paths), options)) or 0)
    assert main(["--theme", "paper", "001", "north.txt", "--mouse", "off", "--watch"]) == 0
    assert [Path(name).name[:5] for name in asked[0][0]] == ["001_a", "north"]
    assert asked[0][1] == {"theme": "paper", "mouse": "off", "watch": True, "early": None}
    assert main([]) == 0
    assert asked[1][0] == [], "what was added before, if anything was"


def program(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tuireader", *arguments], stderr=subprocess.PIPE, **options)


def test_a_closed_pipe_is_quiet() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = program("show", "000", stdout=writer)
    os.close(writer)
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() == 141


def test_a_full_disk_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        process = program("list", stdout=full)
        assert process.stderr is not None
        errors = process.stderr.read().decode()
    assert process.wait() == 1
    assert len(errors.splitlines()) == 1
    assert "cannot be written" in errors


def test_ctrl_c_is_quiet(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tuireader.report.listing.listing", interrupted)
    printed = run("list")
    assert (printed.status, printed.out, printed.err) == (130, "", "")


def test_json_is_utf_8_whatever_the_locale_says() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    process = program("list", "--json", "north.txt", stdout=subprocess.PIPE, env=environment)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert json.loads(out.decode("utf-8"))["articles"][0]["id"] == "north"


def test_text_survives_an_ascii_locale() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    process = program("show", "north.txt", stdout=subprocess.PIPE, env=environment)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert b"Vester?" in out


@pytest.mark.parametrize("arguments", [["list"], ["show", "000"], ["search", "Kurti"], ["--version"], ["--help"]])
def test_no_screen_is_imported_for_a_pipe(arguments: list[str]) -> None:
    code = (
        "import sys, tuireader.cli\n"
        f"try: tuireader.cli.main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_kept_list_imports_nothing_that_reads_or_compares() -> None:
    code = (
        "import sys, tuireader.cli\n"
        "tuireader.cli.main(['list'])\n"
        "slow = ('rapidfuzz', 'Stemmer', 'charset_normalizer', 'dataclasses', 'hashlib', 'tuireader.sources',\n"
        "        'tuireader.passages', 'tuireader.facts', 'tuireader.article')\n"
        "print([name for name in slow if name in sys.modules], file=sys.stderr)\n"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(2)
    )
    assert second.stdout == first.stdout
    assert first.stderr.splitlines()[-1] != "[]"
    assert second.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize(("typed", "meant"), [("shw", "show"), ("Fact", "facts"), ("serch", "search")])
def test_a_mistyped_command_is_guessed(run: Any, typed: str, meant: str) -> None:
    said = run(typed)
    assert said.status == 2
    assert f"did you mean the command `{meant}`?" in said.err


def test_a_file_with_nearly_the_name_of_a_command_is_a_file(run: Any) -> None:
    Path("shwo").write_text(NORTH, "utf-8")
    assert "shwo" in run("shwo").out


@pytest.mark.parametrize(("command", "missing"), [("show", "ARTICLE"), ("search", "QUERY")])
def test_only_what_is_missing_is_asked_for(run: Any, command: str, missing: str) -> None:
    said = run(command)
    assert said.status == 2
    assert said.err.splitlines()[-1].endswith(f"required: {missing}")


# Facts: choosing, forms


def test_facts_are_chosen_by_kind_verdict_and_article(run: Any) -> None:
    form = run("facts", "--json", "--kind", "quantity,quote", "--kind", "DATE", "--verdict", "only", "--article", "004")
    facts = form.json["facts"]
    assert facts
    assert {fact["kind"] for fact in facts} <= {"quantity", "quote", "date"}
    assert {fact["verdict"] for fact in facts} == {"only"}
    assert len({value["article"] for fact in facts for value in fact["values"]}) == 1
    assert {mention["kind"] for mention in form.json["mentions"]} <= {"quantity", "quote", "date"}
    assert len({mention["article"] for mention in form.json["mentions"]}) == 1


def test_facts_of_an_article_named_by_path(run: Any) -> None:
    form = run("facts", "--json", "--article", "north.txt", "north.txt", "south.txt").json
    assert {mention["article"] for mention in form["mentions"]} <= {"north"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--kind", "quotes"), "there is no “quotes”; did you mean “quote”?"),
        (("--kind", "person,people"), "did you mean “person”?"),
        (("--verdict", "differs"), "did you mean “differ”?"),
        (("--kind", ","), "write one of person"),
        (("--article", "00"), "beginning of 5 articles"),
        (("--article", "nowhere"), "there is no article “nowhere”"),
        (("--csv", "--json"), "ask for one"),
    ],
)
def test_unknown_words_are_wrong_usage_and_a_near_one_is_named(run: Any, words: tuple[str, ...], told: str) -> None:
    said = run("facts", *words)
    assert said.status == 2
    assert said.out == ""
    assert told in said.err


def test_facts_as_csv(run: Any) -> None:
    printed = run("facts", "--csv", "--verdict", "differ,changed").out
    assert printed.startswith("fact,verdict,kind,key,article,start,end,text,value,wording,compatible,why")
    assert len(printed.splitlines()) > 2


def test_the_timeline_alone(run: Any) -> None:
    assert set(run("facts", "--timeline", "--json").json) == {"articles", "timeline"}
    assert "articles differ" not in run("facts", "--timeline").out
    assert run("facts", "--timeline", "--csv").out.startswith("date,known,status,article,start,end,dated,told")


def test_facts_explain_themselves(run: Any) -> None:
    said = run("facts", "--explain", "--kind", "quantity", "--verdict", "differ").out
    assert "  read " in said
    assert "independent wording" in said


def test_the_words_for_choosing_are_those_of_facts() -> None:
    from tuireader import facts, own_words
    from tuireader.report import list_choice

    assert own_words.KINDS == facts.KINDS
    assert own_words.VERDICTS == facts.VERDICTS
    assert tuple(list_choice.SORTS) == own_words.SORTS


def test_the_help_of_facts_says_where_they_are_blind(run: Any) -> None:
    from tuireader.settings.limits import LIMITS

    said = " ".join(run("facts", "--help").out.split())
    for limit in LIMITS:
        assert limit in said
    assert LIMITS[1] not in " ".join(run("list", "--help").out.split())


def test_dismissed_facts_are_left_out_unless_asked_for(run: Any) -> None:
    from tuireader.library import Library
    from tuireader.report.dismissals import dismissals
    from tuireader.sources import open as open_articles
    from tuireader.story import know, tell

    before = run("facts", "--json", "north.txt", "south.txt").json["facts"]
    assert before and not any(fact["dismissed"] for fact in before)
    articles = open_articles(["north.txt", "south.txt"]).articles
    fact = know(articles, tell(articles)).facts[0]
    with Library.open(paths.find().library) as library:
        library.dismiss(dismissals(fact, {article.id: article.digest for article in articles})[0])
    after = run("facts", "--json", "north.txt", "south.txt").json["facts"]
    assert [found["id"] for found in after if found["dismissed"]] == [fact.id] and len(after) == len(before)
    page = run("facts", "north.txt", "south.txt").out
    assert "1 dismissed fact left out; --all tells them too" in page
    whole = run("facts", "--all", "north.txt", "south.txt").out
    assert "left out" not in whole and f"{len(before)} facts:" in whole and f"{len(before) - 1} facts:" in page
    table = run("facts", "--csv", "north.txt", "south.txt")
    assert f"\n{fact.id}," not in table.out and "1 dismissed fact left out" in table.err


def test_settings_say_what_holds_and_where_that_is_from(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    file = paths.find().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('# mine\nmeasure = 70\nmouse = "off"\n[keys]\n"library.read" = "L"\n', "utf-8")
    monkeypatch.setenv("TUIREADER_MOUSE", "on")
    rows = {row["name"]: row for row in run("settings", "--json").json["settings"]}
    assert (rows["measure"]["value"], rows["measure"]["place"]) == (70, "config.toml, line 2")
    assert (rows["mouse"]["value"], rows["mouse"]["origin"], rows["mouse"]["place"]) == (
        "on",
        "environment",
        "TUIREADER_MOUSE",
    )
    assert (rows["glyphs"]["origin"], rows["glyphs"]["place"]) == ("default", None)
    told = run("settings").out
    assert "theme not set (default)" in " ".join(told.split())
    assert "measure" in told and "70 (config.toml, line 2)" in told and "1 command has other keys" in told
    assert max(map(len, told.splitlines())) <= 80
    monkeypatch.setenv("TUIREADER_MOUSE", "blue")
    printed = run("settings", "--json")
    assert printed.json["settings"][1]["value"] == "off" and "TUIREADER_MOUSE: must be" in printed.err


def test_keys_of_a_preset_under_ones_own(run: Any) -> None:
    file = paths.find().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[keys]\n"app.redraw" = "L"\n', "utf-8")
    keys = {row["command"]: row["keys"] for row in run("keys", "--preset", "less", "--json").json["keys"]}
    assert keys["app.help"] == ["question_mark", "h"] and keys["compare.previous_pane"] == ["left", "shift+tab"]
    assert keys["app.redraw"] == ["L"]
    assert run("keys", "--preset", "nano").status == 2


def test_coverage_as_text_picture_and_json(run: Any) -> None:
    page = run("coverage", "north.txt", "south.txt")
    assert page.status == 0 and "Who shares with whom" in page.out and "Story map" in page.out and "┌" not in page.out
    assert "┌─ together: 2 articles" in run("coverage", "--map", "north.txt", "south.txt").out
    form = run("coverage", "--json", "north.txt", "south.txt").json
    assert [sorted(story["articles"]) for story in form["stories"]] == [["north", "south"]]
    told = {row["id"]: row["shared"] for row in form["articles"]}
    assert form["stories"][0]["articles"] == sorted(told, key=lambda id: -told[id]), (
        "the figure of the list orders them"
    )
    assert form["stories"][0]["pairs"][0]["b_same"] > 0.5
    assert "No two of them tell one story." in run("coverage", "north.txt").out

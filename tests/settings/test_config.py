"""config.toml: what holds, and what is said about what does not."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.settings import config
from tuireader.settings.config import Settings, load
from tuireader.settings.keymap import read as read_keymap


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def _one(file: Path, text: str) -> str:
    file.write_text(text, "utf-8")
    (complaint,) = load(file).complaints
    return str(complaint).removeprefix(str(file))


def test_no_file_means_the_defaults(file: Path) -> None:
    settings = load(file)
    assert settings == Settings()
    assert settings.keys_for("compare.next_passage") == ("n",)
    assert (settings.theme, settings.measure, settings.animation) == ("", 80, False)


def test_everything_can_be_set(file: Path) -> None:
    file.write_text(
        'theme = "paper"\nmouse = "off"\nanimation = true\nmeasure = 66\nglyphs = "ascii"\n'
        '[keys]\n"library.select" = ["x", "Ctrl+L", "?"]\ncompare.sync = "S"\n',
        "utf-8",
    )
    settings = load(file)
    assert [str(c) for c in settings.complaints if "library.select" not in c.key] == []
    assert (settings.theme, settings.mouse, settings.animation) == ("paper", "off", True)
    assert (settings.measure, settings.glyphs) == (66, "ascii")
    assert settings.keys_for("compare.sync") == ("S",)
    assert settings.keys_for("compare.wording") == ("w",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('\nthem = "ink"', ', line 2: them: there is no such setting (did you mean "theme"?)'),
        ('mouse = "offf"', ', line 1: mouse: must be "auto", "on" or "off", not "offf"'),
        ("mouse = false", ', line 1: mouse: must be "auto", "on" or "off", not false'),
        ('animation = "no"', ', line 1: animation: must be true or false, not "no"'),
        ("measure = 300", ", line 1: measure: must be a whole number from 40 to 120, not 300"),
        ("measure = true", ", line 1: measure: must be a whole number from 40 to 120, not true"),
        ("theme = 3", ', line 1: theme: must be the name of a theme, such as "ink", not 3'),
        (
            "keys = 3",
            ", line 1: keys: must be a table of commands and their keys, under a line [keys]",
        ),
        (
            '# mine\n[keys]\n"compare.wordin" = "x"',
            ', line 3: keys.compare.wordin: there is no such command (did you mean "compare.wording"?);'
            " `tuireader keys` lists them",
        ),
        (
            '[keys]\ncompare.sync = "spce"',
            ', line 2: keys.compare.sync: there is no key "spce" (did you mean "space"?)',
        ),
        (
            '[keys.compare]\nsync = "hyper+9"',
            ', line 2: keys.compare.sync: there is no key "hyper+9"; keys look like "n", "?", "space" or "ctrl+l"',
        ),
        (
            "[keys]\ncompare.sync = 7",
            ', line 2: keys.compare.sync: must be a key or a list of keys, such as "n" or ["n", "tab"], not 7',
        ),
        (
            '[keys]\ncompare.sync = "ctrl+i"',
            ', line 2: keys.compare.sync: terminals send "ctrl+i" as "tab"; choose another key',
        ),
        (
            '[keys]\ncompare.sync = "/"',
            ', line 2: keys.compare.sync: "slash" is already a key of app.search;'
            " choose another, or give that command another too",
        ),
        (
            '[keys]\nsearch.next = "n"',
            ', line 2: keys.search.next: "n" is typed into the search; choose a key that types nothing',
        ),
        ("[keys]\napp.quit = []", ", line 2: keys.app.quit: must keep a key"),
        ('theme = "ink\nmouse = "on"', ", line 1: not TOML: Illegal character '\\n'"),
        ("theme = ", ", line 1: not TOML: Invalid value"),
    ],
)
def test_a_mistake_is_told_with_its_place(file: Path, text: str, line: str) -> None:
    assert _one(file, text) == line


def test_one_mistake_leaves_the_rest(file: Path) -> None:
    file.write_text('mouse = "sometimes"\nmeasure = 70\n[keys]\ncompare.sync = ["nokey", "%"]\ncompare.zoom = "#"\n')
    settings = load(file)
    assert [c.key for c in settings.complaints] == ["mouse", "keys.compare.sync"]
    assert (settings.mouse, settings.measure) == ("auto", 70)
    assert settings.keys_for("compare.sync") == ("percent_sign",)
    assert settings.keys_for("compare.zoom") == ("number_sign",)


def test_two_keys_can_be_exchanged(file: Path) -> None:
    file.write_text('[keys]\ncompare.sync = "w"\ncompare.wording = "s"\n')
    settings = load(file)
    assert settings.complaints == ()
    assert (settings.keys_for("compare.sync"), settings.keys_for("compare.wording")) == (("w",), ("s",))


def test_keys_can_be_taken_away(file: Path) -> None:
    file.write_text("[keys]\nlibrary.select_story = []\n")
    assert load(file).keys_for("library.select_story") == ()
    assert load(file).complaints == ()


def test_a_key_that_tmux_takes_is_bound_with_a_warning(file: Path) -> None:
    file.write_text('[keys]\ncompare.sync = "ctrl+b"\n')
    settings = load(file)
    assert settings.keys_for("compare.sync") == ("ctrl+b",)
    assert "tmux takes it" in str(settings.complaints[0])


def test_files_that_cannot_be_read(file: Path) -> None:
    file.write_bytes(b'theme = "ink"\nmouse = "\xff"')
    (complaint,) = load(file).complaints
    assert (complaint.line, complaint.message) == (2, "not UTF-8; save the file as UTF-8")
    file.unlink()
    file.mkdir()
    assert "cannot be read" in load(file).complaints[0].message


def test_a_byte_order_mark_is_no_mistake(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfmeasure = 50\n")
    assert load(file) == Settings(measure=50)


def test_nothing_a_terminal_obeys_comes_back_out(file: Path) -> None:
    file.write_text('"a\\u001b]0;x\\u0007" = 1\nmouse = "\\u001b[31m\\u202e"\n', "utf-8")
    for complaint in load(file).complaints:
        assert str(complaint).isprintable()


@given(st.text(max_size=60) | st.text(alphabet='ab=[]"\n.{}#', max_size=40))
def test_no_text_makes_it_raise(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    for complaint in load(file).complaints:
        assert str(complaint).isprintable()


def test_any_keymap_ends_without_a_clash() -> None:
    from tuireader.settings.clashes import clashes
    from tuireader.settings.commands import COMMANDS, get

    chance = random.Random(4)
    for _ in range(60):
        table = {chance.choice(COMMANDS).id: chance.choice("abcjkq/?") for _ in range(12)}
        keymap = read_keymap(table, lambda _key, _message: None)
        assert clashes(lambda id, keymap=keymap: keymap.get(id, get(id).keys)) == []  # type: ignore[misc]


@pytest.mark.parametrize(
    ("environ", "mouse"),
    [({}, True), ({"SSH_CONNECTION": "1 2 3 4"}, False), ({"SSH_TTY": "/dev/pts/1"}, False), ({"STY": "1.x"}, False)],
)
def test_the_mouse_is_off_over_ssh_and_in_gnu_screen(environ: dict[str, str], mouse: bool) -> None:
    assert Settings().mouse_on(environ) is mouse
    assert Settings(mouse="on").mouse_on(environ) is True
    assert Settings(mouse="off").mouse_on(environ) is False


@pytest.mark.parametrize(
    ("environ", "unicode"),
    [
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "de_DE.ISO-8859-1"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": ""}, True),
        ({}, False),
    ],
)
def test_glyphs_follow_the_locale(environ: dict[str, str], unicode: bool) -> None:
    assert Settings().unicode(environ) is unicode
    assert Settings(glyphs="ascii").unicode(environ) is False
    assert Settings(glyphs="unicode").unicode(environ) is True


def test_the_default_theme_is_shipped() -> None:
    from tuireader.settings.paths import find

    assert (find().shipped_themes / f"{config.DEFAULT_THEME}.toml").is_file()


def test_a_file_one_may_not_ask_for_is_told_of(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", deny)
    monkeypatch.setattr(Path, "read_bytes", deny)
    (complaint,) = load(file, {}).complaints
    assert "cannot be read (Permission denied)" in str(complaint)

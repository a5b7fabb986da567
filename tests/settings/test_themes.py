"""Theme files: what is accepted, what is said about the rest, and which theme holds."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.settings import paths as place
from tuireader.settings import themes
from tuireader.settings.paths import Paths
from tuireader.settings.theme import FALLBACK

SHIPPED = place.find().shipped_themes
INK = (SHIPPED / "ink.toml").read_text("utf-8")
ANSI = (SHIPPED / "ansi-dark.toml").read_text("utf-8")


@pytest.fixture
def here(tmp_path: Path) -> Paths:
    (tmp_path / "config" / "themes").mkdir(parents=True)
    return place.find()._replace(config=tmp_path / "config", state=tmp_path / "s", cache=tmp_path / "c")


def _write(here: Paths, name: str, text: str) -> Path:
    file = here.themes / name
    file.write_text(text, "utf-8")
    return file


def test_the_shipped_ones(here: Paths) -> None:
    found, complaints = themes.available(here)
    assert complaints == []
    assert next(iter(found)) == "ink"
    assert sum(t.dark and not t.ansi for t in found.values()) >= 3
    assert sum(not t.dark and not t.ansi for t in found.values()) >= 2
    assert {"ansi-dark", "ansi-light", "contrast", "paper"} <= set(found)
    for name, theme in found.items():
        assert name == theme.name
        assert (SHIPPED / f"{name}.toml").is_file()


def test_short_colours_and_case(here: Paths) -> None:
    file = _write(here, "mine.toml", INK.replace('"ink"', '"mine"').replace('"#131519"', '"#ABC"'))
    assert themes.load(file).colours.background == "#aabbcc"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('muted = "', 'mutd = "', 'colours.mutd: there is no such key (did you mean "muted"?)'),
        ('text = "#e7e2d9"', 'text = "#e7e2d"', 'colours.text: "#e7e2d" is no colour; colours look like "#e0c8a4"'),
        ('text = "#e7e2d9"', 'text = "red"', 'colours.text: "red" is no colour; colours look like "#e0c8a4"'),
        ('text = "#e7e2d9"', "text = 7", 'colours.text: 7 is no colour; colours look like "#e0c8a4"'),
        (
            'text = "#e7e2d9"',
            'text = "ansi_red"',
            'colours.text: "ansi_red" is a colour of the terminal; write "#rrggbb", or ansi = true above',
        ),
        ('only = "#96c4e7"\n', "", "colours.only: is missing; copy a shipped theme to begin with"),
        ("[110, 222,", "[110, 94.5,", "passages.inks256: 94.5 is none of the 256 colours;"),
        (
            "[110, 222,",
            "[110, 9,",
            "passages.inks256: 9 is none of the 256 colours; write a whole number from 16 to 255",
        ),
        ("[110, 222,", "[110,", "passages.inks256: must be a list of 6 colours, not a list of 5"),
        ("tints256 = []", "tints256 = [17]", "passages.tints256: must be a list of 6 colours, not a list of 1"),
        ("dark = true", 'dark = "yes"', 'dark: must be true or false, not "yes"'),
        ("dark = true", "dark = true\nansi = 1", "ansi: must be true or false, not 1"),
        (
            'name = "ink"',
            'name = "My Theme"',
            'name: must be up to 30 small letters, digits and hyphens, not "My Theme"',
        ),
        ('label = "Ink"', 'label = "\\u001b[31m"', 'label: must be a text of 1 to 40 characters, not "\\x1b[31m"'),
        ("[colours]", "[colors]", 'colors: there is no such key (did you mean "colours"?)'),
        ("[colours]", "[[colours]]", "colours: must be a table, not [{"),
        ("[passages]", "[passages", "not TOML: "),
    ],
)
def test_a_mistake_names_file_line_and_key(here: Paths, old: str, new: str, message: str) -> None:
    file = _write(here, "bad.toml", INK.replace(old, new, 1))
    with pytest.raises(themes.BadTheme) as caught:
        themes.load(file)
    assert str(caught.value).startswith(f"{file}, line ")
    assert message in str(caught.value)
    assert str(caught.value).isprintable()


def test_ansi_themes_take_names_only(here: Paths) -> None:
    file = _write(here, "bad.toml", ANSI.replace('"ansi_bright_cyan"', '"ansi_bright_cyn"', 1))
    with pytest.raises(themes.BadTheme, match=r'"ansi_bright_cyn" is no colour of the terminal \(did you mean "ansi_'):
        themes.load(file)
    file = _write(here, "bad.toml", ANSI.replace('"ansi_bright_cyan"', '"#00ffff"', 1))
    with pytest.raises(themes.BadTheme, match='they are called "ansi_red"'):
        themes.load(file)


def test_all_mistakes_are_told_and_the_other_themes_hold(here: Paths) -> None:
    _write(here, "bad.toml", INK.replace("#e7e2d9", "#xyz").replace('line = "', 'lin = "'))
    _write(here, "mine.toml", INK.replace('"ink"', '"mine"'))
    _write(here, "notes.txt", "not a theme")
    found, complaints = themes.available(here)
    assert "mine" in found and "ink" in found
    assert [c.key for c in complaints] == ["colours.text", "colours.lin", "colours.line"]
    assert list(found)[-1] == "mine"


def test_the_users_own_stands_for_a_shipped_one(here: Paths) -> None:
    _write(here, "ink.toml", INK.replace("#e7e2d9", "#ffffff"))
    assert themes.available(here)[0]["ink"].colours.text == "#ffffff"
    assert themes.find("ink", here)[0].colours.text == "#ffffff"
    assert themes.find("", here)[0].colours.text == "#ffffff"


def test_one_name_twice(here: Paths) -> None:
    _write(here, "a.toml", INK.replace('"ink"', '"mine"'))
    _write(here, "b.toml", INK.replace('"ink"', '"mine"'))
    _, (complaint,) = themes.available(here)
    assert str(complaint).endswith('b.toml: name: "mine" is already the name of a.toml')


def test_find_by_a_name_that_is_not_the_files(here: Paths) -> None:
    _write(here, "some.toml", INK.replace('"ink"', '"mine"'))
    theme, complaints = themes.find("mine", here)
    assert (theme.name, complaints) == ("mine", [])


@pytest.mark.parametrize("name", ["papr", "../../etc/passwd", "\x1b[31m", "x" * 500])
def test_a_theme_that_does_not_exist(here: Paths, name: str) -> None:
    theme, complaints = themes.find(name, here)
    assert theme.name == "ink"
    (complaint,) = complaints
    assert "there is no theme" in complaint.message and complaint.message.isprintable()
    assert ('did you mean "paper"?' in complaint.message) is (name == "papr")


def test_a_broken_theme_of_the_users_gives_the_default(here: Paths) -> None:
    _write(here, "mine.toml", "name = 3")
    theme, complaints = themes.find("mine", here)
    assert theme.name == "ink"
    assert all(complaint.file.name == "mine.toml" for complaint in complaints)


def test_without_any_theme_the_reader_starts(here: Paths) -> None:
    nothing = here._replace(shipped_themes=here.config / "none")
    theme, complaints = themes.find("ink", nothing)
    assert theme is FALLBACK
    assert len(complaints) == 1


_VALUES = st.recursive(
    st.booleans() | st.integers(-2, 300) | st.floats(0, 9) | st.text("#af09\x1b\u202eé", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=6) | st.dictionaries(st.sampled_from(["text", "tints", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(["name", "label", "dark", "ansi", "colours", "passages", "text", "tints", "inks256"]), _VALUES)
def test_no_value_makes_it_raise_anything_else(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: object
) -> None:
    written = json.dumps(value).replace("{", "{ ").replace('": ', '" = ')
    file = tmp_path_factory.getbasetemp() / "any.toml"
    lines = [f"{key} = {written}" if line.startswith(f"{key} = ") else line for line in INK.splitlines()]
    file.write_text("\n".join(lines), "utf-8")
    try:
        themes.load(file)
    except themes.BadTheme as error:
        assert str(error).isprintable()
        assert str(error).startswith(str(file))


def test_every_shipped_theme_says_what_it_is_for_and_no_file_need(tmp_path: Path) -> None:
    found, _ = themes.available(place.find())
    assert all(theme.about.endswith(".") and len(theme.about) <= 47 for theme in found.values())
    text = (place.find().shipped_themes / "ink.toml").read_text("utf-8")
    file = tmp_path / "ink.toml"
    file.write_text("".join(line for line in text.splitlines(True) if not line.startswith("about")), "utf-8")
    assert themes.load(file).about == ""
    file.write_text(text.replace("Night:", "Night\\n:"), "utf-8")
    with pytest.raises(themes.BadTheme, match="about: must be a text"):
        themes.load(file)

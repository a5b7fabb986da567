"""The shipped colours: readable in every depth, and passages that can be told apart. Contrast as in WCAG 2.2."""

import itertools
from dataclasses import replace

import pytest
from rich.color import Color, ColorSystem

from tuireader.settings import paths, themes
from tuireader.settings.colour import RGB, asking_for, contrast, distance, grey_256, nearest_256, of_256, rgb
from tuireader.settings.legible import weak
from tuireader.settings.theme import PASSAGES, Depth, Theme

ALL, _ = themes.available(paths.find())
COLOURED = [theme for theme in ALL.values() if not theme.ansi]
FULL: list[Depth] = ["truecolor", "256"]
VERDICTS = ("differs", "changed", "agree", "only")
SIGNAL = ("muted", "accent", "warning", "error", *VERDICTS)

_NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
#: What two usual terminals show for the sixteen names: the VGA console, and xterm.
_VGA = [(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)]
_VGA += [(85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85)]
_VGA += [(85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)]
_XTERM = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
]
_XTERM += [(127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)]
_XTERM += [(92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)]


def seen(colour: str, depth: Depth) -> RGB:
    """What the terminal shows for a colour that Rich sends at this depth."""
    if depth == "truecolor":
        return rgb(colour)
    number = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).number
    assert number is not None
    return of_256(number)


def part(theme: Theme, name: str, depth: Depth) -> RGB:
    return seen(getattr(theme.at_depth(depth).colours, name), depth)


def least(colours: list[RGB]) -> float:
    return min(distance(one, other) for one, other in itertools.combinations(colours, 2))


@pytest.fixture(params=COLOURED, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    found: Theme = request.param
    return found


@pytest.mark.parametrize("depth", FULL)
def test_text_is_easy_to_read(theme: Theme, depth: Depth) -> None:
    text = part(theme, "text", depth)
    for under in ("background", "surface"):
        assert contrast(text, part(theme, under, depth)) >= 10
    assert contrast(part(theme, "cursor_text", depth), part(theme, "cursor", depth)) >= 10


@pytest.mark.parametrize("depth", FULL)
def test_furniture_and_signals_can_be_read(theme: Theme, depth: Depth) -> None:
    wanted = 7 if theme.name == "contrast" else 4.5
    for name in SIGNAL:
        for under in ("background", "surface"):
            assert contrast(part(theme, name, depth), part(theme, under, depth)) >= wanted, (name, under)


def test_signals_can_be_read_in_the_row_under_the_cursor(theme: Theme) -> None:
    if theme.name == "contrast":  # its cursor is a bright bar: all on it is drawn in cursor_text
        return
    for depth in FULL:
        for name in ("text", *SIGNAL):
            assert contrast(part(theme, name, depth), part(theme, "cursor", depth)) >= (
                4.5 if depth == "truecolor" else 4
            ), (name, depth)


@pytest.mark.parametrize("depth", FULL)
def test_panels_cursor_and_rules_stand_out_but_quietly(theme: Theme, depth: Depth) -> None:
    background, surface, cursor = (part(theme, name, depth) for name in ("background", "surface", "cursor"))
    assert 0.02 <= distance(background, surface) <= 0.25
    assert distance(surface, cursor) >= 0.02
    assert contrast(part(theme, "line", depth), background) >= 1.4


@pytest.mark.parametrize("depth", FULL)
def test_verdicts_can_be_told_apart(theme: Theme, depth: Depth) -> None:
    assert least([part(theme, name, depth) for name in VERDICTS]) >= 0.05


@pytest.mark.parametrize("depth", FULL)
def test_text_on_a_passage_can_be_read(theme: Theme, depth: Depth) -> None:
    passages = theme.at_depth(depth).passages
    tints = [seen(tint, depth) for tint in passages.tints]
    if not tints:
        background = part(theme, "background", depth)
        assert min(contrast(seen(ink, depth), background) for ink in passages.inks) >= 6
        return
    assert len(tints) == PASSAGES
    wanted = 7
    text = part(theme, "text", depth)
    assert min(contrast(text, tint) for tint in tints) >= (
        5.5 if theme.name == "contrast" and depth == "256" else wanted
    )


@pytest.mark.parametrize("depth", FULL)
def test_numbers_and_changed_words_can_be_read_on_a_passage(theme: Theme, depth: Depth) -> None:
    passages = theme.at_depth(depth).passages
    differs = part(theme, "differs", depth)
    background = theme.at_depth(depth).colours.background
    for tint, ink in zip(passages.tints or [background] * PASSAGES, passages.inks, strict=True):
        assert contrast(seen(ink, depth), seen(tint, depth)) >= 4.5
        assert contrast(differs, seen(tint, depth)) >= 4.5


@pytest.mark.parametrize("depth", FULL)
def test_passages_can_be_told_apart(theme: Theme, depth: Depth) -> None:
    passages = theme.at_depth(depth).passages
    tints = [seen(tint, depth) for tint in passages.tints]
    background = part(theme, "background", depth)
    assert tints or (depth == "256" and theme.dark)
    if tints:
        assert least(tints) >= 0.05
        assert min(distance(tint, background) for tint in tints) >= 0.06
    inks = [seen(ink, depth) for ink in passages.inks]
    assert len(inks) == PASSAGES
    assert least(inks) >= 0.07
    assert min(contrast(ink, background) for ink in inks) >= (7 if theme.name == "contrast" else 4.5)


def _as_seen_without(cone: str, colour: RGB) -> RGB:
    """A colour as eyes without one kind of cone see it (Machado, Oliveira and Fernandes 2009, severity 1)."""
    matrix = {
        "red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        "green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    }[cone]
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    mixed = [min(1, max(0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in matrix]
    red, green, blue = (round(255 * (12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)) for c in mixed)
    return red, green, blue


@pytest.mark.parametrize("cone", ["red", "green"])
@pytest.mark.parametrize("depth", FULL)
def test_passages_differ_for_colour_blind_eyes_too(theme: Theme, depth: Depth, cone: str) -> None:
    passages = theme.at_depth(depth).passages
    assert least([_as_seen_without(cone, seen(colour, depth)) for colour in passages.tints or passages.inks]) >= 0.019


def test_the_256_colours_are_the_ones_in_the_file(theme: Theme) -> None:
    passages = theme.at_depth("256").passages
    assert [seen(tint, "256") for tint in passages.tints] == [of_256(n) for n in theme.passages.tints256]
    assert [seen(ink, "256") for ink in passages.inks] == [of_256(n) for n in theme.passages.inks256]
    assert not any(grey_256(number) for number in theme.passages.tints256 + theme.passages.inks256)


@pytest.mark.parametrize("palette", [_VGA, _XTERM], ids=["vga", "xterm"])
@pytest.mark.parametrize("theme16", ALL.values(), ids=lambda theme: theme.name)
def test_sixteen_colours(theme16: Theme, palette: list[RGB]) -> None:
    shown = dict(zip([*_NAMES, *(f"bright_{name}" for name in _NAMES)], palette, strict=True))
    shown["default"] = (0, 0, 0) if theme16.dark else (255, 255, 255)
    there = theme16.at_depth("16")
    assert there.ansi and there.passages.tints == ()
    colour = {name: shown[getattr(there.colours, name).removeprefix("ansi_")] for name in there.colours.__slots__}
    if there.colours.text == "ansi_default":
        colour["text"] = (255, 255, 255) if theme16.dark else (0, 0, 0)
    assert contrast(colour["text"], colour["background"]) >= 7
    assert contrast(colour["cursor_text"], colour["cursor"]) >= 7
    for name in SIGNAL:
        assert contrast(colour[name], colour["background"]) >= 4.5, name
    inks = there.passages.inks
    # Only three of the sixteen can be read on white; those of neighbours differ all the same.
    assert len(inks) == PASSAGES and len(set(inks)) == (PASSAGES if theme16.dark else 3)
    assert all(len(set(three)) == 3 for three in zip(inks, inks[1:], inks[2:], strict=False))
    assert there.passages.inks16 == inks
    for ink in inks:
        assert contrast(shown[ink.removeprefix("ansi_")], colour["background"]) >= 4.5


def test_no_colour_at_all() -> None:
    for theme in ALL.values():
        there = theme.at_depth("none")
        assert {getattr(there.colours, name) for name in there.colours.__slots__} == {"ansi_default"}
        assert there.passages.tints == there.passages.inks == ()


def test_an_ansi_theme_is_the_same_in_every_depth_with_colour() -> None:
    theme = ALL["ansi-dark"]
    assert theme.at_depth("truecolor") == theme.at_depth("256") == theme.at_depth("16") == theme


def test_what_is_asked_for_is_what_rich_sends() -> None:
    for number in range(16, 256):
        if number >= 232 or not grey_256(number) or number in (16, 231):
            assert Color.parse(asking_for(number)).downgrade(ColorSystem.EIGHT_BIT).number == number


def test_the_nearest_of_256() -> None:
    assert [nearest_256(colour) for colour in ("#000000", "#ffffff", "#131519", "#5f5f87")] == [16, 231, 233, 60]


def test_colours_as_numbers() -> None:
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert distance((0, 0, 0), (255, 255, 255)) == pytest.approx(1, abs=0.001)
    for bad in ("", "red", "#12345", "#12345g"):
        with pytest.raises(ValueError):
            rgb(bad)
    with pytest.raises(ValueError):
        of_256(7)


def test_a_theme_that_is_hard_to_read_is_told_of() -> None:
    ink = ALL["ink"]
    pale = replace(ink, colours=replace(ink.colours, muted="#40444c"))
    said = weak(pale)
    assert said[0] == "muted on background has a contrast of 1.9 in 24-bit colours; text wants 4.5"
    assert any("in 256 colours" in line for line in said) and weak(ink) == []

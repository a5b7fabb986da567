"""The table of commands keeps its promises."""

import re

from tuireader.settings.clashes import clashes
from tuireader.settings.commands import COMMANDS, SCOPES, WITH, Command, by_scope, get


def test_no_two_commands_want_one_key_in_one_place() -> None:
    assert clashes() == []


def test_clashes_are_found() -> None:
    def keys(id: str) -> tuple[str, ...]:
        return ("slash",) if id == "compare.sync" else get(id).keys

    (clash,) = clashes(keys)
    assert (clash.scope, clash.key, clash.first, clash.second) == ("compare", "slash", "app.search", "compare.sync")


def test_ids_are_scope_and_verb_and_stand_once() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    for command in COMMANDS:
        assert re.fullmatch(r"[a-z]+\.[a-z_0-9]+", command.id)
        assert command.id.startswith(command.scope + ".")
        assert command.scope in SCOPES


def test_every_scope_says_what_holds_beside_it() -> None:
    assert set(SCOPES) == set(WITH)
    for others in WITH.values():
        assert set(others) <= set(SCOPES)


def test_words_fit_their_places() -> None:
    for command in COMMANDS:
        assert command.keys, command.id
        assert 1 <= len(command.label.split()) <= 3 and len(command.label) <= 16, command.id
        assert command.help.endswith(".") and command.help.count(".") == 1, command.id
        assert len(command.help) <= 80, command.id


def test_get_and_by_scope() -> None:
    assert get("compare.next_passage").keys == ("n",)
    assert all(isinstance(command, Command) and command.scope == "facts" for command in by_scope("facts"))
    assert by_scope("nowhere") == ()


def test_no_key_that_tmux_screen_or_flow_control_take() -> None:
    taken = {"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+q", "ctrl+o", "ctrl+p", "ctrl+t", "ctrl+n"}
    for command in COMMANDS:
        for key in command.keys:
            assert key not in taken and not re.fullmatch(r"f\d+", key), command.id


def test_escape_is_never_the_only_way_back() -> None:
    assert {"q", "escape"} <= set(get("app.back").keys)
    assert {"q", "escape"} <= set(get("themes.cancel").keys)
    assert len(get("search.close").keys) > 1


def test_what_changes_panes_takes_no_count() -> None:
    # A digit goes to a pane: one followed by such a key is two steps.
    assert not any("pane" in command.id or "article" in command.id for command in COMMANDS if command.counts)

"""A call of nothing but files is understood as argparse would, or left to it."""

from __future__ import annotations

import contextlib
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuireader.arguments import COMMANDS, parse
from tuireader.plain_call import plain

WORD = st.one_of(
    st.sampled_from(
        ["", "-", "--", "/", "a/b", "./list", "--json", "--map", "/x=y", "-h", "list/", "@/x", "ab", *COMMANDS]
    ),
    st.text(max_size=4),
)


@given(st.lists(WORD, max_size=4))
@example([])
@example(["./story", "list"])
def test_as_argparse_understands_it_or_not_at_all(words: list[str]) -> None:
    asked = plain(words)
    if asked is None:
        return
    with contextlib.redirect_stderr(io.StringIO()) as said:
        try:
            wanted = parse(words)
        except SystemExit:  # pragma: no cover - the failure
            pytest.fail(f"argparse refuses {words}: {said.getvalue()}")
    assert vars(asked) == vars(wanted)
    assert list(vars(asked)) == list(vars(wanted))


@pytest.mark.parametrize("words", [[], ["a/b"], ["/tmp", "list"]])
def test_files_alone_are_plain(words: list[str]) -> None:
    assert plain(words) is not None

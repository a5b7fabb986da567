"""Many mistakes of one file, told in a few lines."""

from pathlib import Path

from tuireader.settings.complaint import Complaint, summed


def test_the_mistake_of_each_file_is_told_and_several_are_counted() -> None:
    mistakes = [Complaint(Path("mine.toml"), f"colours.{name}", None, "is missing") for name in "abcd"]
    other = Complaint(Path("config.toml"), "mouse", 2, "is wrong")
    assert summed([*mistakes, other], "`,` shows them") == [
        "mine.toml: 4 mistakes; `,` shows them",
        "config.toml, line 2: mouse: is wrong",
    ]
    assert summed([]) == []

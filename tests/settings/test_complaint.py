"""Many mistakes of one file, told in a few lines."""

from pathlib import Path

from tuireader.settings.complaint import Complaint, summed


def test_the_first_mistakes_of_each_file_are_told_and_the_others_counted() -> None:
    mistakes = [Complaint(Path("mine.toml"), f"colours.{name}", None, "is missing") for name in "abcd"]
    other = Complaint(Path("config.toml"), "mouse", 2, "is wrong")
    assert summed([*mistakes, other], 1) == [
        "mine.toml: colours.a: is missing",
        "mine.toml: 3 more; `tuireader keys` and `themes` name all",
        "config.toml, line 2: mouse: is wrong",
    ]
    assert summed([]) == []

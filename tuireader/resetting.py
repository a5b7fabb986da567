"""``tuireader reset``: puts a terminal right that a killed reader left behind, and says what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from tuireader.tui.terminal.restoring import Restored


def reset(asked: Namespace) -> int:
    """Puts the terminal right, also where the output goes elsewhere. Returns the exit status."""
    import os
    import termios

    from tuireader import output
    from tuireader.article import TuireaderError
    from tuireader.settings.config import remote
    from tuireader.tui.terminal import asking, restoring

    try:
        fd = asking.opened()
    except OSError:
        message = "there is no terminal here to put right; call it in the terminal that is not as it should be"
        raise TuireaderError(message) from None
    try:
        done = restoring.restore(fd, os.environ, asking.patience(far=remote()))
    except (OSError, termios.error) as error:
        raise TuireaderError(f"the terminal could not be put right: {error}") from None
    finally:
        os.close(fd)
    if asked.json:
        from tuireader.report.json import encode

        form = {"put_right": list(done.found), "told": done.told, "sent": done.sent}
        output.write_bytes(encode({"reset": form}))
    else:
        output.write([told(done)], pager=False)
    return 0


def told(done: Restored) -> str:
    """What was done, in a line."""
    from tuireader.output import teletype

    if done.found:
        rest = (
            "" if done.told or not done.sent else "; all else was sent as well, this terminal does not tell its state"
        )
        return f"Put right: {', '.join(done.found)}{rest}."
    if not done.sent:
        return f"Nothing was wrong with the line, and {teletype()} says that there are no codes that could be sent."
    if done.told:
        return "Nothing was wrong with this terminal."
    return (
        "This terminal does not tell its state. It was sent all that puts it right: reports of mouse, focus and pastes "
        "off, the main screen, no margins, plain colours, the cursor shown."
    )

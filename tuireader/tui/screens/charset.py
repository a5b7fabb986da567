"""One line to type the name of an encoding into, for a file that was read under a wrong one."""

from __future__ import annotations

from collections.abc import Callable

from tuireader.text.safe import line as safe
from tuireader.tui.screens.asking import AskScreen

#: What files come in, the likeliest first.
USUAL = (
    *("utf-8", "cp1252", "cp1250", "cp1251", "iso8859-2", "iso8859-15", "koi8-r", "gb18030", "big5", "shift_jis"),
    *("euc_jp", "euc_kr", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "utf-16-le", "utf-16-be", "mac_roman"),
)


class CharsetScreen(AskScreen):
    """Asks for an encoding."""

    SCOPE = "charset"

    def __init__(self, now: str, take: Callable[[str], None]) -> None:
        """``now`` is what the file was read as; ``take`` gets a name that there is."""
        super().__init__(f"Read the file under another encoding than {safe(now)}", "C", ", ".join(USUAL[:8]), "")
        self._take = take

    def do_take(self) -> None:
        from tuireader.sources.decoding import decode

        name = self._typed.value.strip()
        if name:
            try:
                decode(b"", name)
            except ValueError as error:
                said = safe(str(error))
                self.say(said[:1].upper() + said[1:])
                return
        self.do_close()
        if name:
            self._take(name)

    def do_complete(self) -> None:
        """The first that begins as what is typed; again, the next one."""
        typed = self._typed.value.strip().lower()
        at = USUAL.index(typed) + 1 if typed in USUAL else 0
        begins = [name for name in USUAL if name.startswith(typed)] if typed and not at else []
        self._typed.put(begins[0] if begins else USUAL[at % len(USUAL)])

    def do_close(self) -> None:
        self.app.pop_screen()

"""Strings that try to steer a terminal, a clipboard or a page, and the look at what came of them.

Each payload has the letters ``pwned`` in it: as letters they may be shown, in a sequence never.
"""

from __future__ import annotations

import re
import sys
from base64 import b64decode
from pathlib import Path

from tests.terminal import codes
from tests.terminal.conftest import STORY

TITLE = "\x1b]0;pwned\x07"
LINK = "\x1b]8;;http://pwned.example\x1b\\click\x1b]8;;\x1b\\"
CLIPBOARD = "\x1b]52;c;cHduZWQ=\x07"
CURSOR = "\x1b[77;7H\x1b[7;77m\x1b[2J\x1b[?1049l\x1b[3J"
REQUEST = "\x1b[6n\x1b[c\x1b[>q\x1bP$qm\x1b\\\x1bP+q544e\x1b\\\x1b_pwned\x1b\\\x1b^pwned\x1b\\\x1bXpwned\x1b\\\x1b[5i"
SHORT = "\x1bc\x1b7\x1b8\x1b(0\x1b=\x1bM\x0e\x0f\x05"
C1 = "\x9b77;7H\x9d0;pwned\x9c\x90pwned\x9c\x9fpwned\x9c\x84\x85\x8d"
UNENDED = "\x1b]0;pwned"
BACK = "good\b\b\b\bpwned\rpwned\x7f\x0b\x0c"
BIDI = "\u202epwned\u202c\u2066x\u2069\u202a\u202b\u202d\u2067\u2068"
HIDDEN = "\u200bpw\u2060ned\ufeff\u00ad\u180e\u2028\u2029\U000e0041\U000e007f\U000e0141\ufff9x\ufffb"
MARKS = "e" + "\u0301" * 400 + "\u0e33\u20dd" * 40
SURROGATES = "\ud800pwned\udfff"
MARKUP = "[/red][@click=app.quit]x[/][/][link=file:///etc/passwd]y[/link][00]"
HTML = "<script>pwned()</script><img src=x onerror=pwned()>&lt;\"'><!--"
MARKDOWN = "[x](javascript:pwned()) ![y](http://pwned.example/z.png) `` ` `` | --- |\n# pwned\n"
FORMULA = '=HYPERLINK("http://pwned.example")'

PAYLOADS = {name: value for name, value in list(globals().items()) if name.isupper() and isinstance(value, str)}
#: All in one line of text. What breaks lines, or cannot be encoded, stands in a text of its own.
LINE = " ".join(value for name, value in PAYLOADS.items() if name not in ("SURROGATES", "UNENDED", "MARKDOWN", "BACK"))
#: What may stand in the name of a file, as far as it is not too long for one.
NAME = f"{C1}\x1b]0;pwned\x07\x1b[2J[bold]\u202e\u200b=1+1"
#: The same where it need not be text.
_NO_TEXT = f"{NAME}\udce9\udc9b2J" if sys.platform == "linux" else NAME

#: Everything the reader itself has reason to send: final letters of CSI, beginnings of other sequences.
FINALS = frozenset(b"mHfKJCABDGdhlupnXbc@PqLMrst")
_COPIED = b"\x1b]52;c;"
#: Going back by up to three cells is the reader's own; the payloads go back by more.
_BACK = re.compile(rb"(?<!\x08)\x08{1,3}(?!\x08)")
STRINGS = (
    *(b"\x1b]22;", _COPIED, b"\x1b(B", b"\x1b7", b"\x1b8", b"\x1b["),
    # A terminal that is put right, or asked about its colours.
    *(b"\x1b\\", b"\x1b>", b"\x1bP+q524742"),
)
#: What nobody sees, in the planes above; a variant of an ideograph is letters.
_TAGS = re.compile(
    "[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    "|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\u00ad\u180e\u2028\u2029")


def check(raw: bytes) -> None:
    """Of the payloads nothing went to the terminal but letters. Raises AssertionError."""
    for sequence in codes.sequences(raw):
        assert sequence.startswith(STRINGS), sequence
        if sequence.startswith(_COPIED):
            copied = b64decode(sequence.removeprefix(_COPIED).rstrip(b"\x07\x1b\\")).decode()
            assert copied != "pwned"
            harmless(copied)
            continue
        assert b"pwned" not in sequence, sequence
        if sequence.startswith(b"\x1b["):
            assert sequence[-1] in FINALS, sequence
            assert sequence not in (b"\x1b[77;7H", b"\x1b[7;77m", b"\x1b[3J", b"\x1b[5i"), sequence
    harmless(codes.text(_BACK.sub(b"", raw)))


def harmless(text: str) -> None:
    """A text holds no control but line ends and tabs, nothing hidden, no flood of marks. Raises AssertionError."""
    unsteered(text)
    flood = text.find("\u0301" * 5)
    assert flood < 0, text[max(0, flood - 300) : flood + 20]


def unsteered(text: str) -> None:
    """A text holds no control but line ends and tabs, and nothing hidden. Raises AssertionError."""
    bad = {char for char in text if ("\x00" <= char < " " and char not in "\r\n\t") or "\x7f" <= char < "\xa0"}
    bad |= set(text) & _UNSEEN
    bad |= {char for char in text if "\ud800" <= char <= "\udfff"} | set(_TAGS.findall(text))
    assert not bad, (bad, [text[max(0, text.index(char) - 40) : text.index(char) + 40] for char in bad])


def folder(parent: Path) -> Path:
    """A folder below ``parent`` with two articles of one story whose names, titles and texts are full of payloads, and
    files that cannot be opened."""
    made = parent / f"evil {NAME}"
    made.mkdir()
    for name, text in STORY.items():
        title, _, rest = text.partition("\n")
        evil = rest.replace("Engineers", f"Engineers {LINE}").replace("Drivers", f"{MARKUP} {C1} Drivers {UNENDED}\n")
        whole = (
            f"{title} {LINE}\nBy Ann {LINK} Pwned\n{evil}\n{BACK}\n{MARKDOWN}\n{FORMULA}\n({MARKUP} / {LINK} Agency)\n"
        )
        (made / f"{name}{NAME if name == 'north' else _NO_TEXT}.txt").write_text(whole, encoding="utf-8")
    (made / f"bad{NAME}.txt").write_bytes(bytes(range(256)) * 40)
    (made / f"empty{NAME}.txt").touch()
    return made

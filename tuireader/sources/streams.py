"""Bytes as text while they are read: for files too large to be decoded at once."""

from __future__ import annotations

import codecs
import io
from typing import BinaryIO, TextIO

from tuireader.sources.decoding import BinaryError, decode
from tuireader.sources.inputs import HEAD
from tuireader.sources.model import Input

#: What is done with a byte that is no UTF-8 in a file that began as such.
_ERRORS = "tuireader-western"


def encoding_of(input: Input) -> str:
    """What its bytes are to be read as, told from its head or by the user. Raises ValueError for no such encoding."""
    if charset := input.options.charset:
        return decode(b"", charset).encoding
    head = input.head
    if len(head) == HEAD:
        # Not to cut a character in two.
        head = head[: head.rfind(b"\n") + 1] or head[:-4]
    try:
        return decode(head, hint=input.charset).encoding
    except BinaryError:
        return "utf-8"


def reading(file: BinaryIO, encoding: str) -> TextIO:
    """The text of ``file``, line breaks as they are. What is no UTF-8 in a file of that is read as Windows' Latin."""
    return io.TextIOWrapper(file, encoding, errors=_ERRORS if encoding.startswith("utf-8") else "replace", newline="")


def _western(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_ERRORS, _western)

"""PDFs of a few lines a page, made by hand: their objects, their table of contents, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

#: A line of a page: how far from the left and from below, in points, the size of its letters, its text.
Row = tuple[float, float, float, str]


def pdf(pages: Sequence[Sequence[Row]], info: str = "", extra: str = "") -> bytes:
    """A PDF of ``pages``. ``info`` is what it says of itself, ``extra`` goes into its catalog."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, rows in enumerate(pages):
        stream = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, size, text in rows
        ).encode("cp1252")
        resources = "<< /Font << /F1 3 0 R >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
        objects.append(f"{page} /Resources {resources} >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< {info} >>".encode())
    return _assembled(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assembled(objects: Sequence[bytes]) -> bytes:
    found = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    found += b"".join(b"%010d 00000 n \n" % place for place in places)
    found += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(found + b"startxref\n%d\n%%%%EOF\n" % start)


def column(text: str, *, top: float = 740, width: int = 70, size: float = 11, left: float = 72) -> list[Row]:
    """The lines of paragraphs, parted by blank lines, as they stand on a page."""
    rows: list[Row] = []
    y = top
    for paragraph in text.split("\n\n"):
        line = ""
        for word in [*paragraph.split(" "), ""]:
            if line and (not word or len(line) + len(word) >= width):
                rows.append((left, y, size, line))
                y -= 1.2 * size
                line = ""
            line = f"{line} {word}".strip()
        y -= 0.8 * size
    return rows

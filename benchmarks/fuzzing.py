"""What is fuzzed: targets, how valid files are changed, and what must hold of whatever is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from fuzz_samples import TEXT, samples

from tests import hostile
from tuireader.article import Article, TuireaderError
from tuireader.report.json import encode
from tuireader.report.records import records
from tuireader.sources import formats
from tuireader.sources.decoding import BinaryError
from tuireader.sources.drafts import article
from tuireader.sources.inputs import BytesInput
from tuireader.sources.model import Draft, Options, Problem
from tuireader.story import tell
from tuireader.text import safe

#: Bytes that mean something in one format or another.
TOKENS: tuple[bytes, ...] = (
    *(payload.encode("utf-8", "surrogatepass") for payload in hostile.PAYLOADS.values()),
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xc3\x28",
        b"\xed\xa0\x80",
        b"\r\n\r\n",
        b"\n" * 50,
        b" " * 300,
    ),
    *(
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"&b;",
        b"<![CDATA[",
        b"]]>",
        b"<p>" * 200,
        b"</div>" * 50,
        b"&#x1b;",
        b"&#0;",
    ),
    *(b'"' * 9, b"{" * 400, b"[" * 400, b"\\ud800", b"1e999", b"NaN", b"null", b'"title":', b'"text":[]', b",,,,,"),
    *(
        b"\nFrom x\n",
        b"\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
        b"=?utf-8?q?=1b]0;x?=",
        b'charset="x"',
        b"=\n",
    ),
    *(
        b"Content-Length: -1",
        b"Content-Length: 99999999999",
        b"endstream",
        b"/Length 9",
        b"1 0 R",
        b"PK\x03\x04",
        b"PK\x01\x02",
    ),
    *(
        "“”’—\u00a0đŠ漢字".encode(),
        b"A" * 1000,
        b"9" * 400,
        b"2025-02-31",
        b"25:61",
        b"/ (Reuters) - ",
        b"---\n",
        b"../../x",
    ),
)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes. ``weight`` is how often it is chosen: more, the quicker it is."""

    name: str
    samples: Sequence[bytes]
    run: Callable[[bytes], None]
    weight: float


def targets() -> list[Target]:
    """All that is fuzzed: each format, and what stands behind all of them."""
    slow = {"a.html": 2, "a.mhtml": 1, "a.pdf": 1, "a.epub": 1, "a.parquet": 0.3, "a.warc": 1, "a.eml": 2, "a.mbox": 1}
    found = [
        Target(name, (data,), lambda data, name=name: _read(name, data), slow.get(name, 6))  # type: ignore[misc]
        for name, data in samples().items()
    ]
    texts = (TEXT.encode(), hostile.LINE.encode(), hostile.BACK.encode())
    return [
        *found,
        Target("safe", texts, _safe, 8),
        Target("query", (b'bridge source:north -closed "long way" date:2025-03', hostile.MARKUP.encode()), _query, 4),
        Target("passages", texts, _passages, 3),
    ]


def changed(given: Sequence[bytes], random: Random) -> bytes:
    """One of the samples, changed in one to eight places."""
    data = bytearray(random.choice(given))
    for _ in range(1 << random.randrange(4)):
        at = random.randrange(len(data) + 1)
        match random.randrange(8):
            case 0:
                data[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                data[at:at] = random.choice(TOKENS)
            case 2:
                del data[at : at + (1 << random.randrange(10))]
            case 3:
                piece = data[at : at + (1 << random.randrange(10))]
                data[at:at] = piece * random.randrange(1, 9)
            case 4 if data:
                bit = random.randrange(8 * len(data))
                data[bit // 8] ^= 1 << bit % 8
            case 5:
                other = random.choice(given)
                cut = random.randrange(len(other) + 1)
                data[at:] = other[cut:]
            case 6 if random.random() < 0.2:
                del data[at:]
            case _:
                token = random.choice(TOKENS)
                data[at : at + len(token)] = token
    return bytes(data)


def _read(name: str, data: bytes) -> None:
    """Reads a file of a name and makes articles of it."""
    input = BytesInput(name, data, options=Options(cap=2_000_000))
    articles = []
    try:
        for number, found in enumerate(formats.read(input)):
            if isinstance(found, Draft):
                articles.append(article(found, id=f"a{number}", path=name))
            else:
                assert isinstance(found, Problem) and found.reason, found
                # A reader that breaks ends nothing, and is told as a line: here it is a mistake all the same.
                assert not (found.reason.startswith("cannot be read as ") and "(" in found.reason), found.reason
                hostile.unsteered(safe.line(found.reason))
    except BinaryError:
        return
    for each in articles:
        check(each)
    if articles:
        hostile.unsteered(encode({"articles": records(articles, tell([]))}).decode())


def check(made: Article) -> None:
    """What holds of every article: parts and sentences lie in its text, in order; nothing of it can steer."""
    last = 0
    for part in made.parts:
        assert last <= part.start < part.end <= len(made.text), part
        last = part.end
    last = 0
    for sentence in made.sentences:
        assert last <= sentence.start < sentence.end <= len(made.text), sentence
        last = sentence.end
        assert made.parts[sentence.paragraph].role == sentence.role
    for said in (made.title, made.source, made.byline, made.agency, made.published, made.url, made.language, made.path):
        hostile.unsteered(safe.line(said or ""))
    made.text.encode("utf-8", "surrogatepass")


def _safe(data: bytes) -> None:
    text = data.decode("utf-8", "surrogatepass" if data[:1] > b"\x7f" else "replace") if _decodes(data) else str(data)
    shown = safe.display(text)
    hostile.harmless(shown.text)
    assert safe.clean(shown.text) == shown.text
    if shown.offsets is not None:
        assert len(shown.offsets) == len(shown.text)


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _query(data: bytes) -> None:
    from tuireader.search.query import parse

    parse(data.decode("utf-8", "replace"))


def _passages(data: bytes) -> None:
    texts = (TEXT, data.decode("utf-8", "replace"))
    articles = [
        article(Draft(text=text, plain=True), id=str(number)) for number, text in enumerate(texts) if text.strip()
    ]
    try:
        tell(articles)
    except TuireaderError:
        return

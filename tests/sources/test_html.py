"""Web pages: the text of their article, and what they say of it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.pages import HEADLINE, PARAGRAPHS, TEXT, as_article, draft, found, page, paragraphs, reason, told
from tuireader import sources
from tuireader.sources.model import Draft

LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "BreadcrumbList", "name": "News"},
        {"@type": "Person", "@id": "#marta", "name": "Jana Wolm"},
        {
            "@type": ["NewsArticle", "Article"],
            "headline": HEADLINE,
            "datePublished": "2025-03-11T08:30:00+01:00",
            "author": [{"@id": "#marta"}, {"@type": "Person", "name": "Petr Osk"}],
            "publisher": {"@type": "Organization", "name": "The Lindby Post"},
            "inLanguage": "en-GB",
            "url": "https://lindbypost.example/harbour?utm=1",
        },
    ],
}


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'


def test_the_text_is_paragraphs_without_what_stands_round_it() -> None:
    each = draft(page())
    assert each.text == TEXT
    assert told(each) == {"title": (HEADLINE, "<h1>"), "language": ("en", "<html lang>")}
    assert as_article(each).text == f"{HEADLINE}\n\n{TEXT}"


def test_linked_data_come_first() -> None:
    head = '<meta property="og:title" content="Other"><meta name="author" content="Someone Else">'
    assert told(draft(page(head + linked(LINKED)))) == {
        "title": (HEADLINE, "JSON-LD headline"),
        "source": ("The Lindby Post", "JSON-LD publisher"),
        "byline": ("Jana Wolm, Petr Osk", "JSON-LD author"),
        "published": ("2025-03-11T08:30:00+01:00", "JSON-LD datePublished"),
        "language": ("en-GB", "JSON-LD inLanguage"),
        "url": ("https://lindbypost.example/harbour?utm=1", "JSON-LD url"),
    }


@pytest.mark.parametrize(
    "broken",
    [
        "/*<![CDATA[*/" + json.dumps(LINKED) + "/*]]>*/",
        json.dumps(LINKED).replace("}]}", "},]}"),
        json.dumps(LINKED).replace("reopens", "reopens\n"),
        json.dumps(LINKED["@graph"]),
        json.dumps({"mainEntity": LINKED["@graph"][2]}),  # type: ignore[index]
        json.dumps(LINKED["@graph"][2]) + " and more",  # type: ignore[index]
    ],
    ids=["cdata", "comma", "newline", "array", "inside", "trailing"],
)
def test_broken_linked_data_are_read_as_far_as_they_go(broken: str) -> None:
    said = told(draft(page(linked(broken))))
    assert said["title"][0] == HEADLINE
    assert said["published"][0] == "2025-03-11T08:30:00+01:00"
    assert said["source"][0] == "The Lindby Post"


def test_metas_come_next() -> None:
    head = f"""<meta property="og:title" content="{HEADLINE} | The Lindby Post">
    <meta property="og:site_name" content="The Lindby Post"><meta property="og:locale" content="en_GB">
    <meta property="article:published_time" content="2025-03-11T07:30:00Z">
    <meta name="author" content="By Jana Wolm"><link rel="canonical" href="/2025/harbour">
    <meta property="og:url" content="https://lindbypost.example/">"""
    each = draft(page(head, lang=""), "https://m.lindbypost.example/harbour", media="text/html")
    assert told(each) == {
        "title": (HEADLINE, "og:title"),
        "source": ("The Lindby Post", "og:site_name"),
        "byline": ("Jana Wolm", "author"),
        "published": ("2025-03-11T07:30:00+00:00", "article:published_time"),
        "language": ("en-GB", "og:locale"),
        "url": ("https://m.lindbypost.example/2025/harbour", "rel=canonical"),
    }


@pytest.mark.parametrize(
    ("head", "name", "value", "where"),
    [
        ('<meta name="DC.date.issued" content="2025-03-11">', "published", "2025-03-11", "dc.date.issued"),
        ('<meta name="parsely-pub-date" content="2025-03-11T07:30:00Z">', "published", "2025-03-11T07:30:00+00:00", ""),
        ('<meta name="sailthru.author" content="Jana Wolm">', "byline", "Jana Wolm", "sailthru.author"),
        ('<meta name="DC.creator" content="Jana Wolm">', "byline", "Jana Wolm", "dc.creator"),
        ('<meta name="author" content="Reuters">', "agency", "Reuters", "author"),
        ('<link rel="canonical" href="https://a.example/2025/03/11/harbour">', "published", "2025-03-11", "address"),
        ('<link rel="canonical" href="https://www.a.example/harbour">', "source", "a.example", "address"),
    ],
)
def test_each_thing_has_many_places(head: str, name: str, value: str, where: str) -> None:
    assert told(draft(page(head)))[name][0] == value
    assert where in told(draft(page(head)))[name][1]


def test_elements_say_it_where_no_meta_does() -> None:
    body = f"""<article><header><h1>{HEADLINE}</h1><p class="byline">By <a rel="author" href="/j">Jana Wolm</a>
    | 11 March 2025</p><time datetime="2025-03-11T08:30+01:00">Tuesday</time></header>{paragraphs()}</article>"""
    said = told(draft(page(body=body, title=f"{HEADLINE} - Lindby Post")))
    assert said["byline"] == ("Jana Wolm", "rel=author")
    assert said["published"] == ("2025-03-11T08:30:00+01:00", "<time>")
    assert said["title"] == (HEADLINE, "<h1>")


@pytest.mark.parametrize(
    "author", ["https://facebook.example/jana", "@jana", "The Lindby Post", "12", "admin@x.example"]
)
def test_what_is_no_name_is_no_byline(author: str) -> None:
    head = (
        f'<meta property="og:site_name" content="The Lindby Post"><meta property="article:author" content="{author}">'
    )
    assert "byline" not in told(draft(page(head)))


@pytest.mark.parametrize(
    "note",
    ["<!-- saved from url=(0035){} -->", "<!--\n Page saved with SingleFile \n url: {} \n-->"],
    ids=["chromium", "singlefile"],
)
def test_a_saved_page_says_where_it_was(note: str) -> None:
    place = "https://lindbypost.example/2025/03/11/a"
    markup = page().replace("<html", f"{note.format(place)}<html")
    assert told(draft(markup))["url"] == (place, "address")
    assert told(draft(markup))["published"] == ("2025-03-11", "address")


def test_headings_are_spans_of_the_text() -> None:
    first, *rest = PARAGRAPHS
    inner = f"<p>{first}</p><h2>What the port says</h2>" + "".join(f"<p>{each}</p>" for each in rest)
    each = draft(page(body=f"<article><h1>{HEADLINE}</h1>{inner}</article>"))
    assert [each.text[start:end] for start, end in each.headings] == ["What the port says"]


def test_two_line_breaks_part_paragraphs() -> None:
    inner = "<br>\n<br />".join(PARAGRAPHS)
    assert draft(page(body=f"<article><h1>{HEADLINE}</h1><div>{inner}</div></article>")).text == TEXT


def test_hidden_elements_and_permanent_links_are_left_out() -> None:
    hidden = '<p style="display: none">Secret words nobody sees here at all.</p><p hidden>More of them, hidden too.</p>'
    body = f'<article><h1>{HEADLINE}<a class="headerlink" href="#x">¶</a></h1>{paragraphs()}{hidden}</article>'
    each = draft(page(body=body))
    assert each.text == TEXT
    assert told(each)["title"][0] == HEADLINE


def test_what_scripts_would_show_is_shown() -> None:
    body = f'<article style="display:none"><h1>{HEADLINE}</h1>{paragraphs()}</article>'
    assert draft(page(body=body)).text == TEXT


@pytest.mark.parametrize(
    ("declared", "charset", "encoding"),
    [
        ("", "utf-8", "utf-8"),
        ("", "utf-16", "utf-16"),
        ('<meta charset="windows-1250">', "cp1250", "cp1250"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252", "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8", "utf-8"),
        ('<meta charset="no-such-thing">', "cp1252", "cp1252"),
        ('<meta charset="shift_jis">', "cp932", "cp932"),
    ],
)
def test_encodings_are_found_whatever_is_said(declared: str, charset: str, encoding: str) -> None:
    words = "“首相は東京で会談する” " if charset == "cp932" else "“Grad Žilina” " if charset == "cp1250" else "“Café” "
    body = "".join(f"<p>{words}{each}</p>" for each in PARAGRAPHS).replace("\u201c", "“" if charset != "cp932" else "")
    body = body.replace("\u201d", "”" if charset != "cp932" else "")
    markup = page(declared, f"<article>{body}</article>").replace('<meta charset="utf-8">', "").replace("©", "(c)")
    each = draft(markup.encode(charset))
    assert each.text.startswith(words.strip("“” ")[:4] if charset == "cp932" else words[:4])
    assert each.encoding in (encoding, "utf-8-sig")


def test_the_server_knows_the_encoding_and_the_user_better() -> None:
    markup = page(body=f"<article><p>Grad Žilina. {'</p><p>'.join(PARAGRAPHS)}</p></article>")
    data = markup.replace("utf-8", "iso-8859-1").replace("“", '"').replace("”", '"').replace("©", "").encode("cp1250")
    assert draft(data).text.startswith("Grad Žilina")
    assert draft(data, said="windows-1251").text.startswith("Grad Ћilina")
    assert draft(data, said="windows-1251", charset="cp1250").text.startswith("Grad Žilina")


def test_a_page_that_is_nothing_but_a_document_is_read_as_a_whole() -> None:
    rows = "".join(f"<table><tr><td width=10%></td><td><p>{each}</p></td></tr></table>" for each in PARAGRAPHS * 9)
    each = draft(f"<html><head><title>Manual</title></head><body><h1>Manual</h1>{paragraphs()}{rows}</body></html>")
    assert each.text.count(PARAGRAPHS[3]) == 10


def test_a_page_without_its_head_is_one_by_its_name() -> None:
    assert draft(f"<title>{HEADLINE}</title><div>{paragraphs()}</div>", "a.html").text == TEXT
    assert "<div>" in draft(f"<title>{HEADLINE}</title><div>{paragraphs()}</div>", "a.txt").text


@pytest.mark.parametrize(
    "markup",
    ["<html><body></body></html>", "<html><script>1</script></html>", "<!DOCTYPE html>", page(body="<p>One.</p>")[:60]],
)
def test_a_page_without_an_article_says_so(markup: str) -> None:
    assert reason(markup) in ("holds no article", "is empty")


def test_in_a_folder_what_lies_beside_pages_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Harbour_files").mkdir()
    for name, markup in {
        "Harbour.html": page(),
        "list.html": page(body="<p>1</p>"),
        "Harbour_files/a.html": page(),
    }.items():
        (tmp_path / name).write_text(markup)
    found = sources.open([tmp_path])
    assert [article.id for article in found.articles] == ["Harbour"]
    assert not found.problems


def test_depth_costs_no_text() -> None:
    markup = "<html><head><title>Deep</title></head><body>" + "<div>" * 100_000 + paragraphs()
    assert draft(markup).text == TEXT


def test_entities_of_a_doctype_are_not_followed() -> None:
    doctype = '<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    each = draft(
        page(body=f"<article><h1>{HEADLINE}</h1>{paragraphs()}<p>&x; &a;</p></article>").replace(
            "<!DOCTYPE html>", doctype
        )
    )
    assert "root:" not in each.text
    assert PARAGRAPHS[0] in each.text


def test_pictures_in_the_page_do_not_count() -> None:
    picture = f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 100_000}">'
    each = draft(page(body=f"<article><h1>{HEADLINE}</h1>{picture}{paragraphs()}</article>"), cap=200_000)
    assert each.text == TEXT


def test_a_tag_that_never_ends_hangs_nothing() -> None:
    markup = page(body=f"<div {' '.join(f'a{n}=1' for n in range(30_000))}></div><article>{paragraphs()}</article>")
    assert PARAGRAPHS[1] in draft(markup).text


def test_no_character_breaks_the_text() -> None:
    bad = "\\ud800\\u0000"
    each = draft(
        page(linked(f'{{"@type":"NewsArticle","headline":"A{bad} harbour reopens"}}'), f"<p>\0{TEXT}&#0;&#xd800;</p>")
    )
    for text in (each.text, each.title.value if each.title else ""):
        assert "\0" not in text
        text.encode()


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_mangled_pages_never_raise(data: st.DataObject) -> None:
    markup = bytearray(page(linked(LINKED)).encode())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(markup) - 1))
        markup[at : at + data.draw(st.integers(0, 40))] = data.draw(
            st.sampled_from(
                [b"", b"<", b">", b"\0", b"\xff\xfe", b"<div>", b"</p>", b"<!--", b"&#x110000;", b'"', b"<script>"]
            )
        )
    for each in found(bytes(markup), "a.html"):
        if isinstance(each, Draft):
            each.text.encode()
            assert all(0 <= start < end <= len(each.text) for start, end in each.headings)

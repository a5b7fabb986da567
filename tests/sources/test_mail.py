"""Mails, folders of mail and saved pages: their text, their headers, what is attached."""

import io
import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.pages import HEADLINE, PARAGRAPHS, TEXT, as_article, draft, found, page, reason, told
from tuireader.sources.formats.mbox import messages
from tuireader.sources.model import Draft, Problem


def mail(text: str = TEXT, **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {
        "From": "Jana Wolm <jana@lindby.example>",
        "To": "readers@lindby.example",
        "Subject": HEADLINE,
        "Date": "Tue, 11 Mar 2025 08:30:00 +0100",
        "Message-ID": "<1@lindby.example>",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }.items():
        message[name] = value
    message.set_content(text)
    return message


def drafts(data: bytes, name: str) -> list[Draft]:
    each = found(data, name)
    assert not [one for one in each if isinstance(one, Problem)], each
    return [one for one in each if isinstance(one, Draft)]


def test_a_mail_is_its_text_and_its_headers() -> None:
    message = mail(Archived_At="<https://lists.lindby.example/1>")
    message["Content-Language"] = "en"
    each = draft(message.as_bytes(), "a")
    assert each.text == TEXT
    assert told(each) == {
        "title": (HEADLINE, "Subject:"),
        "byline": ("Jana Wolm", "From:"),
        "published": ("2025-03-11T08:30:00+01:00", "Date:"),
        "language": ("en", "Content-Language:"),
        "url": ("https://lists.lindby.example/1", "Archived-At:"),
    }


@pytest.mark.parametrize(
    ("headers", "source"),
    [
        ({"List_Id": "Harbour talk <talk.lindby.example>"}, ("Harbour talk", "List-Id:")),
        ({"List_Id": "<talk.lindby.example>"}, ("talk.lindby.example", "List-Id:")),
        ({"List_Id": "<0123456789abcdef.list-id.example>", "List_Unsubscribe": "<mailto:u@x>"}, ("Jana Wolm", "From:")),
        ({}, None),
    ],
)
def test_the_source_is_the_list_or_the_newsletter(headers: dict[str, str], source: tuple[str, str] | None) -> None:
    assert told(draft(mail(**headers).as_bytes(), "a.eml")).get("source") == source


def test_headers_in_any_encoding() -> None:
    data = mail().as_bytes()
    for subject, title in (
        (b"=?utf-8?q?Caf=C3=A9?= =?utf-8?b?IMWg?=", "Café Š"),
        (b"=?iso-8859-2?q?=A9kola?=", "Škola"),
        (b"=?no-such-thing?q?Caf=E9?=", "Café"),
        (b"=?utf-8?b?Q2Fm*?= broken", "broken"),
        ("Žluťoučký kůň".encode(), "Žluťoučký kůň"),
        (b"two\r\n lines", "two lines"),
    ):
        each = draft(data.replace(HEADLINE.encode(), subject), "a.eml")
        assert title in (each.title.value if each.title else "")


def test_lines_that_were_broken_at_a_margin_are_one_paragraph() -> None:
    wrapped = ""
    for paragraph in PARAGRAPHS:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) >= 72:
                wrapped += line.rstrip() + "\n"
                line = ""
            line += word + " "
        wrapped += line.rstrip() + "\n\n"
    assert draft(mail(wrapped).as_bytes(), "a.eml").text == TEXT


def test_flowed_lines_go_on_where_they_say_so() -> None:
    message = mail("The harbour of \nLindby reopened.\nA line.\n-- \nJana\n")
    message.set_param("format", "flowed")
    each = draft(message.as_bytes(), "a.eml")
    assert each.text == "The harbour of Lindby reopened.\nA line.\n\n--\nJana"
    assert [why for *_, why in each.asides] == ["signature"]


def test_quotations_signatures_and_footers_are_set_aside() -> None:
    rest = "\n\n".join(PARAGRAPHS[1:])
    text = (
        f"{PARAGRAPHS[0]}\n\nOn Mon, 10 Mar 2025 at 10:00, Petr Osk <petr@lindby.example>\nwrote:\n"
        f"> When will it open?\n> Soon?\n\n{rest}\n\n-- \nJana Wolm\nPort of Lindby\n"
    )
    each = draft(mail(text, In_Reply_To="<0@x>").as_bytes(), "a.eml")
    assert [(each.text[start:end].split()[0], why) for start, end, why in each.asides] == [
        ("On", "quoted"),
        ("--", "signature"),
    ]
    article = as_article(each)
    assert [article.text[part.start : part.end] for part in article.parts if part.role == "body"] == list(PARAGRAPHS)
    assert {part.why for part in article.parts if part.role == "furniture"} == {"quoted", "signature"}


def test_a_mail_that_is_mostly_quotation_is_told_whole() -> None:
    quoted = "\n".join(f"> {paragraph}" for paragraph in PARAGRAPHS[1:])
    text = f"{PARAGRAPHS[0]}\n\nOn Mon, 10 Mar 2025 at 10:00, Petr Osk <petr@lindby.example>\nwrote:\n{quoted}\n"
    each = draft(mail(text, In_Reply_To="<0@x>").as_bytes(), "a.eml")
    assert [why for *_, why in each.asides] == ["quoted"]
    article = as_article(each)
    assert {part.role for part in article.parts} == {"title", "body"}
    assert "all kept" in article.told_by["parts"]


@pytest.mark.parametrize(("plain", "wanted"), [(TEXT, "plain"), ("Read this on our site.", "html")])
def test_of_two_forms_the_plain_one_unless_it_says_nothing(plain: str, wanted: str) -> None:
    message = mail(plain)
    body = "".join(f"<p>{each} <b>html</b></p>" for each in PARAGRAPHS)
    message.add_alternative(f"<html><head><style>p {{}}</style></head><body>{body}</body></html>", subtype="html")
    assert ("html" in draft(message.as_bytes(), "a.eml").text) == (wanted == "html")


def test_newsletters_of_tables_are_paragraphs() -> None:
    message = mail("")
    rows = "".join(f"<tr><td><table><tr><td>{each}</td></tr></table></td></tr>" for each in PARAGRAPHS)
    hidden = '<div style="display:none;max-height:0">What stands in it at a glance</div>'
    message.set_content(f"<html><body>{hidden}<table>{rows}</table></body></html>", subtype="html")
    assert draft(message.as_bytes(), "a.eml").text == TEXT


def test_attachments_are_read_by_whoever_reads_them() -> None:
    message = mail("Have a look.")
    message.add_attachment(page().encode(), maintype="text", subtype="html", filename="harbour.html")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(mail(PARAGRAPHS[2], Subject="Inside"))
    first, attached, inner = drafts(message.as_bytes(), "a.eml")
    assert first.text == "Have a look."
    assert (attached.text, attached.place) == (TEXT, "/harbour.html")
    assert inner.title is not None and inner.title.value == "Inside"


def test_a_mail_without_text_says_so() -> None:
    assert reason(mail(" ").as_bytes(), "a.eml") == "is a mail without text"


def test_a_folder_of_mail_is_read_mail_by_mail(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "a")
    for number, paragraph in enumerate(PARAGRAPHS):
        box.add(mail(f"{paragraph}\n\nFrom here on it is quiet.\n", Message_ID=f"<{number}@lindby.example>"))
    box.close()
    each = drafts((tmp_path / "a").read_bytes(), "a")
    assert [one.text for one in each] == [f"{text}\n\nFrom here on it is quiet." for text in PARAGRAPHS]
    assert [one.name for one in each] == [f"{number}@lindby.example" for number in range(4)]


def test_a_sentence_that_begins_with_from_parts_no_mails() -> None:
    data = b"From a@b Tue Mar 11 08:30:00 2025\nFrom: a@b\nSubject: One\n\nText.\n\nFrom 2011 on it was quiet.\n"
    data += b"\n>From there on too.\n\nFrom c@d Tue Mar 11 08:31:00 2025\r\nFrom: c@d\r\n\r\nSecond.\r\n"
    first, second = messages(io.BytesIO(data), 1000)
    assert first is not None and first.endswith(b"there on too.\n\n")
    assert second == b"From: c@d\r\n\r\nSecond.\r\n"
    assert drafts(data, "x.mbox")[0].text == "Text.\n\nFrom 2011 on it was quiet.\n\nFrom there on too."


def test_one_bad_mail_does_not_end_the_others() -> None:
    good = b"From a@b Tue Mar 11 08:30:00 2025\nFrom: a@b\nSubject: One\n\nText of a mail.\n\n"
    huge = b"From a@b Tue Mar 11 08:30:00 2025\nFrom: a@b\nSubject: Big\n\n" + b"x" * 9000 + b"\n\n"
    each = found(good + huge + good, "a.mbox", cap=1000)
    assert [isinstance(one, Draft) for one in each] == [True, False, True]
    assert isinstance(each[1], Problem) and "more than" in each[1].reason and each[1].path == "a.mbox#2"


def test_a_saved_page_is_a_page() -> None:
    content = page().replace("<head>", '<head><meta name="author" content="Jana Wolm">')
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://lindbypost.example/harbour"
    message["Subject"] = HEADLINE
    message["MIME-Version"] = "1.0"
    message.set_content(content, subtype="html", cte="quoted-printable")
    message.make_related()
    part = message.get_payload(0)
    part["Content-Location"] = "https://lindbypost.example/harbour"  # type: ignore[index]
    message.add_related(b"\x89PNG", "image", "png")
    each = draft(message.as_bytes(), "a.mhtml")
    assert each.text == TEXT
    assert told(each)["url"] == ("https://lindbypost.example/harbour", "address")
    assert told(each)["byline"] == ("Jana Wolm", "author")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_mangled_mails_never_raise(data: st.DataObject) -> None:
    message = mail()
    message.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    message.add_attachment(b"text", maintype="text", subtype="plain", filename="a.txt")
    raw = bytearray(b"From a Tue Mar 11 08:30:00 2025\n" + message.as_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 40))] = data.draw(
            st.sampled_from(
                [b"", b"\n\n", b"--", b"\0", b"\xff", b"=?utf-8?b?//?=", b"; charset*=x''%ff", b"From x 1\n", b'"']
            )
        )
    for name in ("a.eml", "a.mbox"):
        for each in found(bytes(raw), name):
            if isinstance(each, Draft):
                each.text.encode()

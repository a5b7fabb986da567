"""Furniture, bylines and dates of pages in the languages of newsrooms, and prose that only looks like them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuireader.article import Article
from tuireader.sources import from_text
from tuireader.sources.furniture import furniture

GERMAN = (
    "Der Hafen von Lindby ist am Freitag wieder geöffnet worden, zwei Wochen nach dem Sturm, und die ersten drei "
    "Schiffe liefen noch vor Mittag mit Holz und Getreide ein."
)
CROATIAN = (
    "Luka u Lindbyju ponovno je otvorena u petak, dva tjedna nakon oluje, a prva tri broda uplovila su još prije "
    "podneva s drvom i žitom, što je grad dugo čekao i za što se nitko nije nadao da će biti tako brzo."
)


def taken(article: Article) -> dict[str, str]:
    return {article.text[part.start : part.end]: part.why for part in article.parts if part.why}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Lesezeit: 3 Minuten", "read time"),
        ("vor 2 Stunden", "read time"),
        ("Artikel teilen", "share"),
        ("Lesen Sie auch: Der Sturm bricht den Pier", "related"),
        ("Alle Rechte vorbehalten.", "copyright"),
        ("Symbolbild: Anna Berg", "caption"),
        ("Abonnieren Sie unseren Newsletter", "notice"),
        ("Temps de lecture : 4 min", "read time"),
        ("À lire aussi", "related"),
        ("La suite après cette publicité", "navigation"),
        ("Suivez-nous sur Facebook", "share"),
        ("Tiempo de lectura: 2 min", "read time"),
        ("Te puede interesar", "related"),
        ("Leggi anche: La tempesta", "related"),
        ("3 ore fa", "read time"),
        ("Leia mais", "related"),
        ("Vrijeme čitanja: 3 minute", "read time"),
        ("Povezane vijesti", "related"),
        ("Komentari (12)", "navigation"),
        ("Sva prava pridržana", "copyright"),
        ("Lexo edhe: Stuhia", "related"),
        ("Shpërndaje", "share"),
        ("Czytaj także: Burza", "related"),
        ("5 godzin temu", "read time"),
        ("Lees ook: De storm", "related"),
        ("Deel dit artikel", "share"),
    ],
)
def test_lines_that_are_taken(line: str, rule: str) -> None:
    found = furniture(line)
    assert found is not None and found.rule == rule


@pytest.mark.parametrize(
    "line",
    [
        "Vor zwei Stunden war der Hafen noch zu.",
        "Teilen wollen sie das Geld nicht.",
        "Von Anfang an war klar, dass es lange dauern wird.",
        "Hace 3 años nadie lo creía posible.",
        "Par contre, le port est ouvert.",
        "Di Maio ha detto di no.",
        "Publicidad y propaganda son cosas distintas.",
        "Komentari su bili oštri.",
        "Pročitajte ugovor prije nego što ga potpišete.",
        "Newsletter sind beliebt.",
        "Drukuj pieniądze, mówi minister.",
        "Abonnieren kann man viel.",
    ],
)
def test_prose_is_never_taken(line: str) -> None:
    assert taken(from_text(f"{GERMAN}\n\n{line}\n\n{CROATIAN}\n", id="x")) == {}


@pytest.mark.parametrize(
    ("top", "byline", "moment", "language", "body"),
    [
        ("Von Anna Berg\n10. März 2025, 14:05 Uhr", "Anna Berg", "2025-03-10T14:05:00", "de", GERMAN),
        ("Piše: Ivana Ivić\nObjavljeno: 10. ožujka 2025. u 9:15", "Ivana Ivić", "2025-03-10T09:15:00", "sh", CROATIAN),
        ("Por Ana Berg\nPublicado el 10 de marzo de 2025 a las 9:15 CET", "Ana Berg", None, "de", GERMAN),
        ("By Anna Berg\nMarch 10, 2025 at 9:15 PM EST", "Anna Berg", "2025-03-10T21:15:00-05:00", "de", GERMAN),
        ("Published 2025-03-10T09:15:00Z", None, "2025-03-10T09:15:00+00:00", "de", GERMAN),
        ("10.03.2025", None, None, "de", GERMAN),
    ],
)
def test_bylines_and_dates(top: str, byline: str | None, moment: str | None, language: str, body: str) -> None:
    article = from_text(f"Der Hafen ist wieder offen\n\n{top}\n\n{body}\n\n{body}", id="x")
    assert article.byline == byline
    assert article.moment == moment
    assert article.language == language


@given(st.text(alphabet="Aab Vvonm :.-12/(©é", max_size=200))
@settings(max_examples=200)
def test_any_line_is_judged_at_once(line: str) -> None:
    begin = time.process_time()
    furniture(line)
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize("unit", ["A", "1 ", "by A "])
def test_a_megabyte_on_one_line_takes_no_time(unit: str) -> None:
    begin = time.process_time()
    from_text(unit * (1_000_000 // len(unit)) + "\n", id="x")
    assert time.process_time() - begin < 5

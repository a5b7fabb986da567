"""The seeds with all their names swapped for invented ones: nothing may hang on a name that is known."""

from __future__ import annotations

import re
from pathlib import Path

from tuireader import sources
from tuireader.article import Article

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

#: Longest first; whole words only. Demonyms go with their countries.
SWAPS = {
    "Bosnia and Herzegovina": "Quelmia and Dravograth", "Western Balkans": "Western Molkers",
    "Eastern Europe": "Eastern Vennora", "Republika Srpska": "Teliska Grandova", "United States of America": "Corland",
    "Vetëvendosje": "Hapësiraj", "Herzegovina": "Dravograth", "Bratislava": "Olmerstad", "Netherlands": "Fenlanda",
    "Aleksandar": "Tormund", "Washington": "Korvington", "Volodymyr": "Ostrikel", "Bosnia": "Quelmia",
    "Slovakia": "Brunavia", "Slovaks": "Brunavians", "Zelensky": "Varnhold", "Emmanuel": "Quentorel",
    "Kastrati": "Berdhoni", "Balkans": "Molkers", "Hungary": "Ostmark", "Ukraine": "Sarmova", "Ukrainian": "Sarmovan",
    "America": "Corland", "Starmer": "Whitlow", "Milorad": "Zvetan", "Serbian": "Aldrican", "Liberty": "Lantern",
    "Serbia": "Aldrica", "Valdet": "Ilmer", "Kosovo": "Trevonia", "Turkey": "Anadora", "France": "Gavelle",
    "Osmani": "Hekurani", "Macron": "Delvaux", "Donald": "Harlan", "Europe": "Vennora", "Vučić": "Branković",
    "Hoxha": "Pelumi", "Italy": "Lombria", "Vjosa": "Dafina", "Albin": "Luan", "Kurti": "Morina", "Kadri": "Besnik",
    "Dodik": "Radov", "Rutte": "Vandersloot", "Trump": "Mackley", "Biden": "Torvane", "EULEX": "ORDLEX",
    "Mark": "Joris", "Keir": "Alden", "NATO": "VELA", "KFOR": "TROR", "KSF": "TSF", "PDK": "PDT", "LDK": "LDT",
    "AAK": "AAT", "REL": "RVL",
}  # fmt: skip
_PATTERN = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, SWAPS), key=lambda word: -len(word))) + r")(?!\w)")


def swapped(text: str) -> str:
    """A text with all names of ``SWAPS`` replaced."""
    return _PATTERN.sub(lambda match: SWAPS[match.group()], text)


def swapped_seeds() -> list[Article]:
    """The five seeds, swapped, under their own ids."""
    return [
        sources.from_text(swapped(path.read_text(encoding="utf-8")), id=path.stem)
        for path in sorted(SEEDS.glob("*.txt"))
    ]

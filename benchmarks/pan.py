"""Shared passages on a corpus of the PAN text alignment tasks: plagdet and what it is made of.

    python benchmarks/pan.py FOLDER

FOLDER is a corpus as PAN 2013 has it (Potthast et al. 2013; Zenodo record 3715980): folders with a file ``pairs`` (a
suspicious text and a source a line) and an XML file of the true cases for each pair, the texts in ``susp`` and ``src``.
The measures are those of Potthast et al. 2010, in characters on both sides, each case and each answer counting the
same. An occurrence of a passage in one text beside one in the other is an answer.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from math import log2
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from passages_data import Row, share, touches

from tuireader.passages import find
from tuireader.sources import from_text

#: The suspicious text and the source, as the XML files call them.
SIDES = ("this", "source")
#: The true cases of two texts, and the answers.
Answered = tuple[list[Row], list[Row]]


class Plagdet(NamedTuple):
    """Precision and recall 0 to 1; granularity: answers a case found, 1 at best."""

    precision: float
    recall: float
    granularity: float
    cases: int
    answers: int

    @property
    def value(self) -> float:
        """The harmonic mean of precision and recall, over the logarithm of granularity."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both / log2(1 + self.granularity) if both else 0.0


def measure(pairs: Sequence[Answered]) -> Plagdet:
    """The measures over pairs of texts."""
    recalls = [share([case], answers) for cases, answers in pairs for case in cases]
    precisions = [share([answer], cases) for cases, answers in pairs for answer in answers]
    pieces = [sum(touches(case, answer) for answer in answers) for cases, answers in pairs for case in cases]
    found = [number for number in pieces if number]
    return Plagdet(
        sum(precisions) / max(1, len(precisions)),
        sum(recalls) / max(1, len(recalls)),
        sum(found) / len(found) if found else 1.0,
        len(recalls),
        len(precisions),
    )


def truth(path: Path) -> list[Row]:
    """The cases of an XML file; none where there is no such file."""
    features = ElementTree.parse(path).getroot().iter("feature") if path.exists() else ()
    cases: list[Row] = []
    for feature in features:
        if feature.get("name") == "plagiarism" and feature.get("source_offset"):
            places = ((int(feature.attrib[f"{side}_offset"]), int(feature.attrib[f"{side}_length"])) for side in SIDES)
            (a, a_length), (b, b_length) = places
            cases.append((("susp", a, a + a_length), ("src", b, b + b_length)))
    return cases


def answer(suspicious: str, source: str) -> list[Row]:
    """What tuireader says two texts share."""
    articles = [from_text(suspicious, id="susp"), from_text(source, id="src")]
    rows: list[Row] = []
    for passage in find(articles).passages:
        a, b = ([one.span for one in passage.occurrences if one.span.article == side] for side in ("susp", "src"))
        rows += [(("susp", x.start, x.end), ("src", y.start, y.end)) for x in a for y in b]
    return rows


def text(path: Path) -> str:
    """A text as its offsets count it: no line end changed."""
    return path.read_bytes().decode("utf-8")


def show(name: str, pairs: Sequence[Answered]) -> None:
    """Prints a line of the table."""
    found = measure(pairs)
    print(
        f"{name:28} plagdet {found.value:.3f}  precision {found.precision:.3f}  recall {found.recall:.3f}  "
        f"granularity {found.granularity:.3f}  ({found.cases} cases, {found.answers} answers, {len(pairs)} pairs)"
    )


def main() -> int:
    """Prints the measures of each kind and of all; 0 where there was something to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, metavar="FOLDER", help="a corpus of the PAN text alignment tasks")
    corpus: Path = parser.parse_args().corpus
    everything: list[Answered] = []
    start = time.process_time()
    for listing in sorted(corpus.glob("*/pairs")):
        pairs: list[Answered] = []
        for line in listing.read_text(encoding="utf-8").splitlines():
            suspicious, source = line.split()
            cases = truth(listing.parent / f"{Path(suspicious).stem}-{Path(source).stem}.xml")
            pairs.append((cases, answer(text(corpus / "susp" / suspicious), text(corpus / "src" / source))))
        show(listing.parent.name, pairs)
        everything += pairs
    if not everything:
        parser.error(f"{corpus} holds no folder with a file of pairs")
    show("all", everything)
    print(f"{time.process_time() - start:.1f} s of CPU, reading included")
    return 0


if __name__ == "__main__":
    sys.exit(main())

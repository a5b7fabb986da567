"""Invented news for the tests: outlets, towns and people that do not exist, and which sentences tell the same."""

from __future__ import annotations

from tuireader.article import Article
from tuireader.sources import from_text

HERALD = """Lindmar closes harbour bridge after cracks found

The harbour bridge in Lindmar will stay closed until the end of April, the city said on Tuesday, after engineers found \
cracks in two of its six steel bearings. Around 14,000 vehicles cross it every day.

"We did not take this step lightly," said Mayor Tilda Brandvik. "The safety of the people who cross this bridge comes \
before everything else."

The cracks were discovered during a routine inspection last week. A contractor from Ostrava has been hired to replace \
the bearings at a cost of 3.2 million euros.

Ferries will run every ten minutes between the fish market and the old shipyard while the work lasts. Shop owners on \
the northern bank fear that customers will stay away.

The bridge was opened in 1961 and last repaired in 2004."""

# An agency's words, copied with small changes, in another order, with one sentence put in.
POST = """Cracks found: Lindmar bridge closed until end of April

The cracks were discovered during a routine inspection last week. A contractor from Ostrava has been hired to replace \
the bearings at a cost of around 3 million euros.

The harbour bridge in Lindmar will stay shut until the end of April, the city said Tuesday, after engineers found \
cracks in two of its six steel bearings.

"We did not take this step lightly," Mayor Tilda Brandvik said. "The safety of the people who cross this bridge comes \
before everything else."

A brass band that had planned to play on the bridge on Sunday moved its concert to the theatre.

Ferries will run every ten minutes between the fish market and the old shipyard while the work lasts."""

# The same event in the outlet's own words, the mayor translated a second time.
COURIER = """Ferries to replace bridge as Lindmar repairs begin

Commuters in Lindmar must do without the harbour bridge for weeks. Damage to its steel bearings was noticed when \
inspectors made a routine check last week, and the city has now closed the crossing until the end of April.

"This decision was not an easy one for us," Mayor Tilda Brandvik told reporters. "Nothing matters more than the safety \
of everyone who uses the bridge."

Traders on the northern bank are afraid of losing customers.

Ferries between the old shipyard and the fish market are to leave every ten minutes.

Opposition leader Jorund Haas said the safety of everyone who uses the city's schools had been forgotten. He asked \
for a new budget."""

# Another event altogether, written with words of the same trade.
STRANGER = """Choir festival draws record crowd to Veltrop

More than 9,000 singers came to Veltrop at the weekend for the largest choir festival the province has seen.

"We did not expect so many," said festival director Pia Lommel. "People came from eleven countries."

The final concert was held in the cathedral square under a clear sky. Hotels in the city were booked out until Monday.

Next year the festival moves to the coast."""


def articles() -> list[Article]:
    """The four of them, opened as any text is."""
    texts = {"herald": HERALD, "post": POST, "courier": COURIER, "stranger": STRANGER}
    return [from_text(text, id=name) for name, text in texts.items()]


#: Words of two articles that stand in sentences telling the same.
SAME = [
    ("herald", "will stay closed until", "post", "will stay shut until"),
    ("herald", "not take this step lightly", "post", "not take this step lightly"),
    ("herald", "safety of the people", "post", "safety of the people"),
    ("herald", "routine inspection", "post", "routine inspection"),
    ("herald", "3.2 million euros", "post", "around 3 million euros"),
    ("herald", "Ferries will run", "post", "Ferries will run"),
    ("herald", "Ferries will run", "courier", "are to leave every ten minutes"),
    ("herald", "northern bank fear", "courier", "northern bank are afraid"),
    ("post", "Ferries will run", "courier", "are to leave every ten minutes"),
]

#: Words of two articles that stand in sentences alike in words alone.
NOT_SAME = [
    ("herald", "safety of the people", "courier", "city's schools"),
    ("post", "safety of the people", "courier", "city's schools"),
    ("herald", "not take this step lightly", "stranger", "did not expect so many"),
    ("post", "brass band", "courier", "Traders"),
    ("herald", "Ferries will run", "courier", "new budget"),
]

"""Invented texts that are longer than news, for what was scrambled, summed up or moved."""

from __future__ import annotations

from random import Random

LIGHTHOUSE = [
    "The lighthouse on Skarn Point was built of granite blocks that barges carried from the quarry at Ulm in the "
    "summer of 1871. Forty masons lived in wooden huts beside the cliff and worked by torchlight when the tide "
    "allowed it. Two of them drowned in an October gale, and a plaque in the stairwell still bears their names.",
    "For almost a century keepers climbed its 212 steps each evening to trim the wick and wind the clockwork that "
    "turned the lens. The last of them, Oda Fenwick, kept a diary in which she noted every ship that passed, the "
    "colour of the sea and the birds that struck the glass. Historians found the volumes in a biscuit tin under her "
    "bed.",
    "The lamp went dark in 1968, when an automatic beacon on the outer reef made it needless. Salt ate the railings, "
    "gulls nested in the lantern room, and the parish council twice discussed pulling the tower down. A campaign led "
    "by schoolchildren, who sold painted pebbles on the quay, collected enough to mend the roof.",
    "Restorers have now spent three winters inside the tower. They took the lens apart, cleaned 1,176 prisms with "
    "vinegar and cotton, and cast the missing brass fittings after drawings from an archive in Bergen. The spiral "
    "staircase was lifted out by helicopter and welded in a shipyard across the bay.",
    "Visitors may climb to the gallery again from the first weekend in May. Tickets will pay for a warden, and the "
    "keeper's cottage becomes a hostel with nine beds. On the opening night the lamp will be lit by hand, as it was "
    "when the masons sailed home, and every boat in the harbour has promised to answer with its horn.",
]

#: Sums all of it up, in about a third of its words.
LIGHTHOUSE_IN_BRIEF = (
    "Masons built the granite lighthouse on Skarn Point in 1871 from blocks that barges carried from the quarry at "
    "Ulm. Keepers climbed its 212 steps each evening to trim the wick, and the last, Oda Fenwick, kept a diary of "
    "every ship that passed. The lamp went dark in 1968, when an automatic beacon made it needless, and "
    "schoolchildren sold painted pebbles to mend the roof. Restorers cleaned 1,176 prisms and lifted the spiral "
    "staircase out by helicopter. Visitors may climb to the gallery again in May, and the keeper's cottage becomes a "
    "hostel."
)

BEES = [
    "Anyone who keeps bees in a town learns to read the flat roofs. Heat rises from tar and tin long after sunset, so"
    " a hive above a bakery wakes weeks before one in a meadow and needs sugar when the meadow is still asleep.",
    "The first inspection should wait for a calm noon. Smoke the entrance, lift the lid a finger wide and listen: a "
    "contented colony hums like a distant refrigerator, a queenless one moans. Look for eggs, standing upright in "
    "their cells like grains of rice, and close up again before the brood grows cold.",
    "Neighbours complain about stings far less than about droppings on laundry. A tall hedge forces the flight path "
    "upwards, and a shallow dish of water with corks in it keeps the foragers away from paddling pools.",
    "Honey from lime trees tastes of mint and sets slowly; honey from rape is white within a fortnight and breaks "
    "spoons. Extract in the evening with the windows shut, or every robber in the district will attend.",
]


def scrambled(text: str, replaced: int = 8, seed: int = 5) -> str:
    """The words of a text in another order, one in so many replaced."""
    shuffle = Random(seed)
    words = text.split()
    for place in range(0, len(words), replaced):
        words[place] = f"{shuffle.choice('bdfgklmnprst')}o{shuffle.choice('bdfgklmnprst')}{place}en"
    shuffle.shuffle(words)
    return " ".join(words)


def dotted(text: str, every: int = 10, seed: int = 3) -> str:
    """A text with one word in so many replaced, at places no one could guess."""
    shuffle = Random(seed)
    words = text.split(" ")
    for low in range(0, len(words), every):
        place = min(len(words) - 1, low + shuffle.randrange(every))
        marks = words[place][len(words[place].rstrip(".,")) :]
        words[place] = f"{shuffle.choice('bdfgklmnprst')}a{shuffle.choice('bdfgklmnprst')}um{marks}"
    return " ".join(words)

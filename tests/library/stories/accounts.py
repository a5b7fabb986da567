"""Invented events, each told by several outlets, and a text that an agency sent to all."""

from __future__ import annotations

from tests.library.shelved import article
from tuireader.article import Article

_FERRY = (
    """The ferry Adelheid ran aground off Marrow Point before dawn on Tuesday with 212 passengers aboard. Captain Jonas
    Brekke told the coastguard that the steering failed minutes after leaving Tolvik. Lifeboats from Tolvik took all the
    passengers ashore, and nobody was hurt. Harbour master Ilse Verhoeve said divers will look at the rudder on
    Wednesday.""",
    """More than two hundred people were taken off the Adelheid after she hit the rocks at Marrow Point. Passengers said
    the ship lost her steering soon after Tolvik. Ilse Verhoeve, the harbour master, praised the lifeboat crews of
    Tolvik. Brekke, the captain of the ferry, was being questioned by the coastguard.""",
    """Divers are to inspect the rudder of the ferry Adelheid, stuck on Marrow Point since Tuesday, Verhoeve said. The
    212 passengers spent the night in a school in Tolvik. Captain Brekke had reported a failure of the steering to the
    coastguard before the grounding.""",
)
_DAM = (
    """Engineers lowered the reservoir behind the Karsk dam on Monday after a crack was found in its western spillway.
    Minister Odile Farrant ordered 1,900 people in Lower Wend to leave their homes. The utility Wendkraft said the
    crack is four metres long. Farrant will visit Lower Wend on Thursday.""",
    """Families in Lower Wend packed their cars as Wendkraft let water out of the Karsk reservoir. A crack of four
    metres in the spillway of the dam was seen by a walker, the utility said. Odile Farrant, the minister, called the
    evacuation of 1,900 people a precaution.""",
    """Wendkraft, the utility that runs the Karsk dam, knew of a crack in the spillway for a month, engineers say. Lower
    Wend was evacuated on Monday on the orders of minister Farrant. The reservoir had fallen by six metres.""",
)
_CHESS = (
    """Sixteen year old Ama Osei beat the world champion Lev Darov in the fourth round of the Ostend open. Darov
    resigned a rook down after forty moves. Osei, from Kumasi, had learned the game from her grandfather.""",
    """Lev Darov, the champion, lost to Ama Osei of Kumasi at the Ostend open, the upset of the chess year. The
    teenager won a rook and then the game in forty moves. Darov shook her hand and left.""",
    """Kumasi celebrates Ama Osei, who at sixteen defeated champion Darov in Ostend. Her grandfather, who taught her
    chess, watched the fourth round at home. Darov called her play fearless.""",
)
_WIRE = """Three climbers were found alive on Mount Sefarin on Friday after five days in an ice cave, the rescue service
    of Alpstadt said. The climbers, two sisters and their cousin from Lindau, had been surprised by a storm below the
    summit. A helicopter crew saw a red jacket tied to a ski pole. All three were flown to the hospital in Alpstadt with
    frostbite. The head of the service, Renate Kuhl, said they had eaten snow and two chocolate bars. The storm had
    killed a guide on the north face on Sunday. The path to the summit stays closed until the risk of avalanches is
    lower, Kuhl said, and the weather office expects more snow on Saturday."""

OUTLETS = ("Herald", "Morning Post", "Coast Radio")


def event(name: str, texts: tuple[str, ...], day: str) -> list[Article]:
    """One event as three outlets tell it."""
    return [
        article(f"{name}{place}", " ".join(text.split()[:8]), " ".join(text.split()), OUTLETS[place], day)
        for place, text in enumerate(texts)
    ]


def events() -> dict[str, list[Article]]:
    """Three events, three accounts of each in words of their own."""
    return {
        "ferry": event("ferry", _FERRY, "2025-03-04"),
        "dam": event("dam", _DAM, "2025-03-04"),
        "chess": event("chess", _CHESS, "2025-03-05"),
    }


def carried() -> list[Article]:
    """One agency text: by an outlet that added a line, by the agency, by one that left out the end."""
    text = " ".join(_WIRE.split())
    return [
        article("first", "Climbers found alive", text + " Reporting by our staff.", "Herald", "2025-03-07", "APX"),
        article("wire", "Three climbers alive", text, "APX", "2025-03-07", "APX"),
        article(
            "short", "Saved from the ice", text.rpartition(" and the weather")[0] + ".", "Post", "2025-03-08", "APX"
        ),
    ]

"""Nouns that count the same things: soldiers, troops and personnel."""

from __future__ import annotations

#: Nouns that count the same things, under the first of them.
_CLASSES = (
    """troops soldiers personnel servicemen servicewomen servicemembers peacekeepers members fighters forces gis
    troop soldier serviceman peacekeeper""",
    "people persons civilians individuals person residents inhabitants citizens",
    "dead deaths killed fatalities victims killings death bodies corpses lives",
    "injured wounded hurt injuries casualties",
    "votes vote ballots ballot",
    "seats seat lawmakers mps deputies",
    "countries nations states country nation",
    "officers police policemen cops agents officer agent",
    "children kids child minors",
    "protesters demonstrators marchers protestors",
    "jobs positions posts employees workers staff staffers",
    "homes houses buildings house home",
    "refugees migrants asylum-seekers refugee migrant",
    "missiles rockets rocket missile",
    "counts charges count charge",
    "companies firms businesses company firm",
    "patients cases infections case",
    "aircraft planes jets aeroplanes airplanes plane",
    "vehicles cars car vehicle",
    "hostages captives hostage",
    "students pupils student",
    "schools school",
    "times time",
    "prisoners inmates convicts detainees prisoner inmate convict detainee",
    "ships vessels boats ship vessel boat",
    "trucks lorries truck lorry",
    "shops stores shop store outlets",
    "flats apartments flat apartment",
    "doses shots jabs dose shot jab",
    "fans spectators supporters fan spectator supporter attendees",
    "families households family household",
    "gunmen attackers assailants gunman attacker assailant",
    "dockers dockworkers docker dockworker",
    "professors academics lecturers professor academic lecturer",
    "doctors physicians doctor physician",
    "lawyers attorneys lawyer attorney",
    "streets roads street road",
    "towns cities town city",
    "films movies film movie",
    "clients customers client customer",
)
CLASS = {word: line.split()[0] for line in _CLASSES for word in line.split()}


def class_of(noun: str | None) -> str:
    """What a counted noun counts: "soldiers" and "personnel" both count troops; other nouns without plural -s."""
    if not noun:
        return ""
    low = noun.lower()
    if low in CLASS:
        return CLASS[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("s") and not low.endswith("ss") and len(low) > 3:
        return low[:-1]
    return low

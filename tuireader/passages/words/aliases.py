"""Words that are another word's equal: countries and their people, shortened titles and months, spelt numbers."""

from __future__ import annotations

# One line a country or union: its key, then names and the words for its people. Where both sides of a comparison say it
# in different ways ("the Netherlands", "the Dutch"), no stemmer brings them together.
_PLACES = """
usa: america american americans usa
uk: britain british britons briton uk
china: china chinese
russia: russia russian russians
france: france french
germany: germany german germans
netherlands: netherlands dutch holland
spain: spain spanish spaniards
greece: greece greek greeks
denmark: denmark danish danes
sweden: sweden swedish swedes
switzerland: switzerland swiss
poland: poland polish poles
portugal: portugal portuguese
ireland: ireland irish
scotland: scotland scottish scots
wales: wales welsh
turkey: turkey turkish turks turkiye
finland: finland finnish finns
norway: norway norwegian norwegians
iceland: iceland icelandic
italy: italy italian italians
austria: austria austrian austrians
belgium: belgium belgian belgians
hungary: hungary hungarian hungarians
czechia: czechia czech czechs
slovakia: slovakia slovak slovaks
slovenia: slovenia slovene slovenes slovenian
croatia: croatia croatian croats croat
serbia: serbia serbian serbians serb serbs
bosnia: bosnia bosnian bosnians bosniak bosniaks
kosovo: kosovo kosovar kosovars kosova
albania: albania albanian albanians
montenegro: montenegro montenegrin
macedonia: macedonia macedonian macedonians
bulgaria: bulgaria bulgarian bulgarians
romania: romania romanian romanians
ukraine: ukraine ukrainian ukrainians
belarus: belarus belarusian
lithuania: lithuania lithuanian
latvia: latvia latvian
estonia: estonia estonian
georgia: georgia georgian georgians
israel: israel israeli israelis
palestine: palestine palestinian palestinians
egypt: egypt egyptian egyptians
syria: syria syrian syrians
iraq: iraq iraqi iraqis
iran: iran iranian iranians
afghanistan: afghanistan afghan afghans
pakistan: pakistan pakistani pakistanis
india: india indian indians
japan: japan japanese
korea: korea korean koreans
vietnam: vietnam vietnamese
thailand: thailand thai
philippines: philippines filipino philippine filipinos
indonesia: indonesia indonesian
australia: australia australian australians
canada: canada canadian canadians
mexico: mexico mexican mexicans
brazil: brazil brazilian brazilians
argentina: argentina argentine argentinian
venezuela: venezuela venezuelan venezuelans
cuba: cuba cuban cubans
cyprus: cyprus cypriot cypriots
lebanon: lebanon lebanese
yemen: yemen yemeni
libya: libya libyan libyans
nigeria: nigeria nigerian
europe: europe european europeans
"""
# Titles, months and numbers as newspapers shorten or spell them.
_SHORT = """
representative: rep reps representatives
senator: sen sens senators
governor: gov governors
general: gen generals
secretary: sec secretaries
doctor: dr doctors
january: jan
february: feb
august: aug
september: sept sep
october: oct
november: nov
december: dec
department: dept departments
percent: per-cent pct
0: zero
2: two
3: three
4: four
5: five
6: six
7: seven
8: eight
9: nine
10: ten
11: eleven
12: twelve
13: thirteen
14: fourteen
15: fifteen
16: sixteen
17: seventeen
18: eighteen
19: nineteen
20: twenty
30: thirty
40: forty
50: fifty
60: sixty
70: seventy
80: eighty
90: ninety
100: hundred
1000: thousand
"""


def _read(table: str, mark: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for line in table.split("\n"):
        key, colon, names = line.partition(":")
        if colon:
            known.update(dict.fromkeys((key, *names.split()), mark + key))
    return known


#: Folded word to the key it is compared by.
ALIASES: dict[str, str] = _read(_PLACES, "@") | _read(_SHORT, "") | {"u.s": "@usa"}

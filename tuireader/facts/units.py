"""Units of measure and money, and nouns that count the same things."""

from __future__ import annotations

import re

from tuireader.facts.listed import word_set

#: Symbols and short forms before an amount.
MONEY_BEFORE = {
    "us$": "USD", "u.s.$": "USD", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "a$": "AUD", "au$": "AUD", "aud$": "AUD",
    "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "mex$": "MXN", "mxn$": "MXN", "nt$": "TWD", "r$": "BRL", "$": "USD",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₪": "ILS", "₴": "UAH",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS",
    "rs": "INR", "rs.": "INR", "dollar": "USD", "sen": "sen",
}  # fmt: skip
ISO_CODES = word_set(
    """USD EUR GBP JPY CNY RMB CHF CAD AUD NZD SEK NOK DKK INR RUB BRL MXN ZAR TRY KRW HKD SGD PLN CZK HUF RON
    BGN RSD ALL MKD BAM UAH ILS AED SAR EGP THB IDR MYR PHP VND TWD ARS CLP COP PKR BDT NGN KES ISK HRK KWD
    QAR BHD"""
)
#: Words after an amount. Those of several countries take the country's adjective before them.
MONEY_AFTER = {
    "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "cent": "cent",
    "cents": "cent", "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "pence": "pence", "penny": "pence",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "kuai": "CNY", "rupee": "INR", "rupees": "INR",
    "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "won": "KRW", "lira": "TRY", "liras": "TRY",
    "shekel": "ILS", "shekels": "ILS", "franc": "franc", "francs": "franc", "mark": "mark", "marks": "mark",
    "krona": "krona", "kronor": "krona", "krone": "krone", "kroner": "krone", "peso": "peso", "pesos": "peso",
    "real": "BRL", "reais": "BRL", "rand": "ZAR", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF",
    "forints": "HUF", "koruna": "CZK", "leu": "leu", "lei": "leu", "lev": "BGN", "leva": "BGN", "hryvnia": "UAH",
    "hryvnias": "UAH", "dinar": "dinar", "dinars": "dinar", "dirham": "AED", "dirhams": "AED", "riyal": "riyal",
    "riyals": "riyal", "rial": "rial", "rials": "rial", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
    "bitcoin": "bitcoin", "bitcoins": "bitcoin", "satoshi": "satoshi", "satoshis": "satoshi", "guilders": "guilder",
    "naira": "NGN", "shilling": "shilling", "shillings": "shilling", "lek": "ALL", "tenge": "KZT", "dong": "VND",
    "taka": "BDT", "drachma": "drachma", "drachmas": "drachma", "escudos": "escudo", "pesetas": "peseta",
}  # fmt: skip
_ADJECTIVES = {
    ("USD", "united states"): "USD", ("USD", "us"): "USD", ("USD", "u.s."): "USD", ("USD", "american"): "USD",
    ("USD", "canadian"): "CAD", ("USD", "australian"): "AUD", ("USD", "new zealand"): "NZD",
    ("USD", "hong kong"): "HKD", ("USD", "singapore"): "SGD", ("USD", "taiwan"): "TWD", ("USD", "jamaican"): "JMD",
    ("GBP", "egyptian"): "EGP", ("GBP", "british"): "GBP", ("GBP", "lebanese"): "LBP", ("GBP", "syrian"): "SYP",
    ("GBP", "irish"): "IEP", ("franc", "swiss"): "CHF", ("franc", "french"): "FRF", ("franc", "belgian"): "BEF",
    ("mark", "german"): "DEM", ("mark", "deutsche"): "DEM", ("krona", "swedish"): "SEK",
    ("krona", "icelandic"): "ISK", ("krone", "norwegian"): "NOK", ("krone", "danish"): "DKK",
    ("peso", "mexican"): "MXN", ("peso", "argentine"): "ARS", ("peso", "chilean"): "CLP",
    ("peso", "colombian"): "COP", ("peso", "philippine"): "PHP", ("dinar", "serbian"): "RSD",
    ("dinar", "kuwaiti"): "KWD", ("dinar", "iraqi"): "IQD", ("leu", "romanian"): "RON", ("leu", "moldovan"): "MDL",
    ("riyal", "saudi"): "SAR", ("riyal", "qatari"): "QAR", ("INR", "pakistani"): "PKR", ("JPY", "japanese"): "JPY",
    ("CNY", "chinese"): "CNY", ("TRY", "turkish"): "TRY", ("INR", "indian"): "INR", ("RUB", "russian"): "RUB",
    ("KRW", "south korean"): "KRW", ("rial", "iranian"): "IRR", ("BRL", "brazilian"): "BRL",
}  # fmt: skip


_LOWER_CODES = word_set("usd eur gbp cad aud jpy chf cny inr nzd sek nok dkk")


def money(word: str, adjective: str) -> str | None:
    """The currency of "dollars" and the word before it: ``("dollars", "canadian")`` gives CAD."""
    plain = MONEY_AFTER.get(word.lower())
    if plain is None:
        code = word.upper()
        return code if code in ISO_CODES and (word.isupper() or word in _LOWER_CODES) else None
    return _ADJECTIVES.get((plain, adjective.lower()), plain)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return unit in ISO_CODES or unit in _CURRENCIES


_CURRENCIES = frozenset([*MONEY_AFTER.values(), *_ADJECTIVES.values()])


def _spread(table: str) -> dict[str, str]:
    """``unit form form;unit form`` to form -> unit."""
    return {form: line.split()[0] for line in table.split(";") for form in line.split()[1:]}


#: Words written after a number, with the short form they are kept under.
MEASURES = _spread(
    """km km kilometer kilometers kilometre kilometres kms;m meter meters metre metres;cm cm centimeter centimeters
    centimetre centimetres cms;mm mm millimeter millimeters millimetre millimetres;mile mile miles mi;foot foot feet
    ft ft.;inch inch inches;yard yard yards yd;nmi knot knots;kg kg kilogram kilograms kilo kilos kilogramme
    kilogrammes kgs;g gram grams gramme grammes;mg mg milligram milligrams;ug μg µg microgram micrograms mcg
    ;t ton tons tonne tonnes;lb lb lbs pound pounds;oz ounce ounces oz;stone stones;l liter liters litre litres
    ;ml ml milliliter milliliters millilitre millilitres;gallon gallon gallons gal;barrel barrel barrels bbl
    ;pint pint pints;quart quarts;teaspoon teaspoon teaspoons;tablespoon tablespoon tablespoons;cup cups
    ;acre acre acres;ha hectare hectares ha;km/h kph km/h kmh;mph mph;W watt watts;kW kilowatt kilowatts kW
    ;MW megawatt megawatts MW;GW gigawatt gigawatts GW;kWh kWh kilowatt-hours;V volt volts;Hz hertz Hz;kHz kHz kilohertz
    ;MHz MHz megahertz;GHz GHz gigahertz;bit bit bits;byte byte bytes;KB KB kilobyte kilobytes;MB MB megabyte megabytes
    ;GB GB gigabyte gigabytes;TB TB terabyte terabytes;dB decibel decibels dB;degree degree degrees deg deg.
    ;dm dm decimeter decimeters;rad rad radian radians;turn turns;carat carats carat;ppm ppm;J joules joule
    ;cal calories calorie;nmi nautical-miles;pm picometer picometers;nm nanometer nanometers nm;hp horsepower hp
    ;dram drachm dram drams;pixel pixel pixels;light-year light-year light-years;bushel bushel bushels"""
)
TIMES = _spread(
    """second second seconds sec secs;minute minute minutes min mins;hour hour hours hr hrs;day day days
    ;week week weeks;month month months;year year years yr yrs;decade decades;century centuries;night nights
    ;quarter quarters;weekend weekends;millisecond millisecond milliseconds ms"""
)
#: Short forms that may stand right behind the digits; alone elsewhere they are other words.
TIGHT = {
    "m": "m", "g": "g", "t": "t", "l": "l", "km": "km", "cm": "cm", "mm": "mm", "kg": "kg", "mg": "mg", "ml": "ml",
    "lb": "lb", "lbs": "lb", "ft": "foot", "in": "inch", "mph": "mph", "kph": "km/h", "kWh": "kWh", "W": "W",
    "V": "V", "kB": "KB", "KB": "KB", "MB": "MB", "GB": "GB", "TB": "TB", "GHz": "GHz", "MHz": "MHz", "Hz": "Hz",
    "dm": "dm", "mi": "mile", "oz": "oz", "yd": "yard", "ha": "ha", "pm": "pm", "nm": "nm", "rad": "rad",
    "°": "degree", "º": "degree", '"': "inch", "″": "inch", "'": "foot", "′": "foot", "µg": "ug", "μg": "ug",
    "kW": "kW", "MW": "MW", "GW": "GW", "dB": "dB", "px": "pixel", "hp": "hp", "ppm": "ppm",
}  # fmt: skip
SQUARED = {"square": "2", "sq": "2", "sq.": "2", "cubic": "3", "cu": "3"}

AFTER_NUMBER = re.compile(r"\s?-?\s?([^\W\d_]+(?![\d])\.?|[%°º\"″'′€$£¥₹₽₩₡₭])")

#: Nouns that count the same things, under the first of them.
_CLASSES = (
    """troops soldiers personnel servicemen servicewomen servicemembers peacekeepers members fighters forces gis
    troop soldier serviceman peacekeeper""",
    "people persons civilians individuals person residents inhabitants citizens",
    "dead deaths killed fatalities victims killings death",
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

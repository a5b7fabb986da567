"""Units of measure and of time: every way they are written, and the short form each is kept under."""

from __future__ import annotations

from tuireader.facts.listed import listed, word_set
from tuireader.facts.quantities.currencies import MONEY_BEFORE as MONEY_BEFORE
from tuireader.facts.quantities.currencies import is_money as is_money
from tuireader.facts.quantities.noun_classes import class_of as class_of


def _spread(table: str) -> dict[str, str]:
    """``unit form form;unit form`` to form -> unit; underscores stand for spaces."""
    return {
        form.replace("_", " "): line.split()[0]
        for line in table.split(";")
        if line.strip()
        for form in line.split()[1:]
    }


#: SI prefixes in words and as letters.
_PREFIXES = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "hecto": "h", "deca": "da", "deka": "da",
    "deci": "d", "centi": "c", "milli": "m", "micro": "μ", "nano": "n", "pico": "p",
}  # fmt: skip
_BASES = {
    "meter": "m", "metre": "m", "gram": "g", "gramme": "g", "liter": "l", "litre": "l", "watt": "W", "hertz": "Hz",
    "volt": "V", "joule": "J", "pascal": "Pa", "bit": "bit", "byte": "B", "calorie": "cal", "ampere": "A",
    "newton": "N", "radian": "rad", "tonne": "t", "ton": "t", "sievert": "Sv", "becquerel": "Bq",
}  # fmt: skip
#: Those whose letters alone are units: "kg", "MW", "GB".
_LETTERED = ("m", "g", "l", "W", "Hz", "V", "J", "Pa", "B", "cal", "Sv", "Bq")

#: Times of day, television, a personal best: no units of measure.
_NOT_LETTERS = listed("pm Pm Tm Gm Mm TV PV MV DV hB cB mB dB pB nB PB PJ DJ")


def _metric() -> tuple[dict[str, str], dict[str, str]]:
    """Words and letters of metric units with all their prefixes."""
    words: dict[str, str] = {}
    letters: dict[str, str] = {}
    for base, sign in _BASES.items():
        for prefix, letter in (("", ""), *_PREFIXES.items()):
            unit = letter + sign
            if unit == "kB":
                unit = "KB"
            forms = (prefix + base, prefix + base + ("" if base == "hertz" else "s"))
            words.update(dict.fromkeys((*forms, prefix + "-" + base) if prefix else forms, unit))
            if sign in _LETTERED:
                letters[letter + sign] = unit
    for other in _NOT_LETTERS:
        letters.pop(other, None)
    return words, letters


_WORDS, _LETTERS = _metric()
#: Words written after a number, with the short form they are kept under.
MEASURES = _WORDS | _spread(
    """km kms;mm mms;cm cms;kg kilo kilos kgs;mile mile miles mi;foot foot feet ft ft.;inch inch inches in.
    ;yard yard yards yd yds;m mtr mtrs;nmi nautical_mile nautical_miles nmi;knot knot knots kt kts
    ;furlong furlong furlongs
    ;fathom fathom fathoms;micron micron microns;angstrom angstrom angstroms
    ;light-year light-year light-years light_year light_years lightyear lightyears;parsec parsec parsecs
    ;μg mcg;t metric_ton metric_tons metric_tonne metric_tonnes t;short-ton short_ton short_tons
    ;long-ton long_ton long_tons
    ;kt kiloton kilotons kilotonne kilotonnes;Mt megaton megatons megatonne megatonnes
    ;lb lb lbs lbs. pound pounds;oz ounce ounces oz ozs;stone stone;grain grain grains;dram dram drachm
    ;carat carat carats;hundredweight hundredweight cwt;pennyweight pennyweight pennyweights
    ;gallon gallon gallons gal gals;barrel barrel barrels bbl bbls;pint pint pints;quart quart quarts qt
    ;cup cups;teaspoon teaspoon teaspoons tsp;tablespoon tablespoon tablespoons tbsp
    ;fl-oz fluid_ounce fluid_ounces fl_oz
    ;fl-oz fl._oz fl._oz. fl_oz. fluid_oz;bushel bushel bushels;peck pecks;gill gill gills;hogshead hogsheads
    ;cc cc ccs;acre acre acres;ha hectare hectares;teu teu teus
    ;mph mph;km/h kph kmh kmph km/h;m/s mps m/s;ft/s fps;mpg mpg;rpm rpm;hp horsepower hp bhp
    ;kWh kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours kwh kWh;MWh megawatt-hour megawatt-hours
    ;MWh megawatt_hour megawatt_hours MWh;GWh gigawatt-hour gigawatt-hours gigawatt_hours GWh;TWh terawatt-hours TWh
    ;Btu btu btus;dB decibel decibels dB;degree degree degrees deg deg.;turn turns;gon gradian gradians
    ;arcminute arcminutes arcminute;arcsecond arcseconds arcsecond;ppm ppm ppb;amp amp amps;ohm ohm ohms
    ;psi psi;kcal kcal kcals;pixel pixel pixels megapixel megapixels;bit kbit;Kbit Kb kb;Mbit Mb;Gbit Gb;Tbit Tb
    ;KiB KiB kibibyte kibibytes;MiB MiB mebibyte mebibytes;GiB GiB gibibyte gibibytes
    ;Kbit/s kbps Kbps;Mbit/s Mbps mbps;Gbit/s Gbps gbps;MB/s MBps;GB/s GBps
    ;roentgen roentgens;m2 sqm sq.m m² m2;foot2 sqft sq.ft ft² ft2 sf
    ;km2 km² km2 sqkm;cm2 cm² cm2;mm2 mm² mm2;mile2 mi² mi2 sqmi;inch2 in² in2;yard2 yd² yd2;m3 m³ m3 cbm
    ;cm3 cm³ cm3 ccm
    ;mm3 mm³ mm3;km3 km³ km3;foot3 ft³ ft3;inch3 in³ in3;yard3 yd³ yd3"""
)
#: Letters that are words when not in this case or not right behind digits.
TIGHT = {
    **_LETTERS, "lb": "lb", "lbs": "lb", "ft": "foot", "in": "inch", "kWh": "kWh", "kB": "KB", "KB": "KB", "mi": "mile",
    "oz": "oz", "yd": "yard", "ha": "ha", "rad": "rad", "°": "degree", "º": "degree", '"': "inch", "″": "inch",
    "”": "inch", "'": "foot", "′": "foot", "µg": "μg", "μg": "μg", "µm": "μm", "dB": "dB", "px": "pixel", "L": "l",
    "mL": "ml", "kms": "km", "Kg": "kg", "KG": "kg", "KM": "km", "Km": "km", "CM": "cm", "MM": "mm", "mb": "MB",
    "gb": "GB", "kt": "knot", "bp": "bp", "cl": "cl",
}  # fmt: skip
#: Of those, the ones that are another word, or a quotation mark, where they stand apart from the digits.
APART_IS_ELSE = word_set("""in " ″ ” ' ′ V J B W mb gb kt bp""")
TIMES = _spread(
    """second second seconds sec secs;minute minute minutes min mins;hour hour hours hr hrs;day day days
    ;week week weeks wk wks;month month months;year year years yr yrs;decade decade decades;century century centuries
    ;night night nights;quarter quarters;weekend weekends;fortnight fortnight fortnights;millennium millennia
    ;millisecond millisecond milliseconds ms msec;microsecond microsecond microseconds
    ;nanosecond nanosecond nanoseconds"""
)
SQUARED = {"square": "2", "sq": "2", "sq.": "2", "cubic": "3", "cu": "3", "cu.": "3"}
#: Beginnings of units of two words.
FIRST_WORDS = frozenset(form.split()[0] for form in MEASURES if " " in form)

"""Currencies: ISO 4217 codes, their signs, and what they are called in English."""

from __future__ import annotations

from tuireader.facts.listed import word_set

ISO_CODES = word_set(
    """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK
    HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
    UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC RMB
    ATS BEF CYP DEM EEK ESP FIM FRF GRD IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK"""
)
#: Codes that are words too, or names: only with large amounts ("ALL", "COP28").
_WORDLIKE = word_set("ALL AMD ANG ARS BAM BOB COP CUP CVE ERN GEL GIP HTG LAK MAD MOP PEN RON SIT SOS SLE TOP TRY")
#: Codes that are also written small.
_SMALL = word_set(
    """usd eur gbp cad aud jpy chf cny inr nzd sek nok dkk rub brl mxn zar krw hkd sgd pln czk huf thb idr myr php vnd
    twd ils aed sar egp ngn kes uah rmb btc pkr"""
)


def _spread(table: str) -> dict[str, str]:
    """``CODE word word;CODE word`` to word -> code; underscores stand for spaces."""
    return {
        word.replace("_", " "): line.split()[0]
        for line in table.split(";")
        if line.strip()
        for word in line.split()[1:]
    }


#: Signs and short forms before an amount.
MONEY_BEFORE = _spread(
    """USD $ us$ u.s.$ dollar;CAD c$ ca$ cad$ can$;AUD a$ au$ aud$;NZD nz$;HKD hk$;SGD s$ sg$;MXN mex$ mxn$ mx$
    ;TWD nt$;BRL r$;JMD j$;TTD tt$;XCD ec$;BBD bds$;DOP rd$;NAD n$;ZWL z$;BZD bz$;FJD fj$
    ;GBP £ gb£;EUR € euro;JPY ¥ jp¥;CNY cn¥ 元;INR ₹ rs rs.;PKR ₨;RUB ₽;KRW ₩;TRY ₺;ILS ₪ nis;UAH ₴;NGN ₦;PHP ₱;THB ฿
    ;VND ₫;CRC ₡;LAK ₭;MNT ₮;PYG ₲;GHS ₵;KZT ₸;AZN ₼;GEL ₾;BTC ₿;KHR ៛;BDT ৳ tk tk.;IRR ﷼;AFN ؋;sen sen;MYR rm;IDR rp
    ;DEM dm;CHF sfr fr.;PLN zł"""
)
#: Signs behind an amount.
SIGNS_AFTER = _spread(
    """EUR €;USD $ us$;GBP £;JPY ¥;INR ₹;RUB ₽;KRW ₩;CRC ₡;LAK ₭;VND ₫;TRY ₺;ILS ₪;UAH ₴;NGN ₦;PHP ₱;THB ฿;KZT ₸;PLN zł
    ;CZK Kč;cent ¢;BTC ₿;GEL ₾;MNT ₮;CNY 元;PYG ₲;GHS ₵;KHR ៛;CAD c$;AUD a$"""
)
#: Words after an amount. Those of several countries take the country's adjective before them.
MONEY_AFTER = _spread(
    """USD dollar dollars buck bucks;EUR euro euros;GBP pound pounds sterling quid;JPY yen;CNY yuan renminbi rmb kuai
    ;INR rupee rupees;RUB rouble roubles ruble rubles;KRW won;TRY lira liras lire lirasi
    ;ILS shekel shekels sheqel sheqels
    ;franc franc francs;mark mark marks deutschmark deutschmarks;krona krona kronor kronas kronur;krone krone kroner
    ;peso peso pesos;BRL real reais reals;ZAR rand rands;PLN zloty zlotys złoty złotych;HUF forint forints
    ;CZK koruna korunas koruny;crown crown crowns;leu leu lei;BGN lev leva levs;UAH hryvnia hryvnias hryvnya hryvnyas
    ;dinar dinar dinars;dirham dirham dirhams;riyal riyal riyals;rial rial rials;THB baht bahts;MYR ringgit ringgits
    ;IDR rupiah rupiahs;NGN naira nairas;shilling shilling shillings;ALL lek leks;KZT tenge;VND dong dongs
    ;BDT taka takas
    ;drachma drachmas drachmae;escudo escudo escudos;peseta peseta pesetas;guilder guilder guilders
    ;florin florin florins
    ;kwacha kwacha kwachas;manat manat manats;som som soms;TJS somoni;MNT tugrik tugriks togrog;AMD drams
    ;GEL lari laris;MMK kyat kyats;LAK kip kips;KHR riel riels;AFN afghani afghanis;BTN ngultrum;MVR rufiyaa
    ;ETB birr birrs;ERN nakfa;GHS cedi cedis;GMD dalasi dalasis;SLL leone leones;BWP pula;LSL loti maloti;SZL lilangeni
    ;MZN metical meticais;AOA kwanza kwanzas;MGA ariary;MRU ouguiya;GTQ quetzal quetzals quetzales
    ;HNL lempira lempiras;NIO cordoba cordobas córdobas;CRC colones colón;PAB balboa balboas
    ;PYG guarani guaranis guaraníes;PEN soles;VES bolivar bolivars bolivares bolívares
    ;BOB boliviano bolivianos;HTG gourde gourdes;VUV vatu;PGK kina;TOP paanga;WST tala;MOP pataca patacas
    ;MKD denar denars denari;HRK kuna kunas;RSD para;LTL litas litai;LVL lats;EEK kroon krooni;SIT tolar tolars
    ;FIM markka markkaa;BTC bitcoin bitcoins;ETH ether;satoshi satoshi satoshis
    ;cent cent cents eurocent eurocents;pence pence penny pennies;kopeck kopeck kopecks kopek kopeks;grosz grosz groszy
    ;paisa paisa paise;centavo centavo centavos;centime centime centimes;satang satang;fils fils;agora agorot
    ;piastre piastre piastres piaster piasters;sen sen;mao mao jiao;fen fen;kobo kobo;øre øre öre ore;stotinka stotinki
    ;pfennig pfennig pfennigs;eyrir aurar;haler haler halers;bani bani;kurus kurus kuruş;farthing farthing farthings"""
)
#: How many of them make one of what is named before them.
HUNDREDTHS = word_set(
    """cent pence kopeck grosz paisa centavo centime satang agora piastre sen fen kobo øre stotinka pfennig haler bani
    kurus"""
)
TENTHS = word_set("mao")
#: Words that are a currency only beside its country, or written small with a large amount.
_EVERYDAY = word_set("real reals won crown crowns som soms soles para fen ore mao fils drams kina pula lats")

_COUNTRIES = {
    plain: _spread(table)
    for plain, table in {
        "USD": """USD us u.s. american united_states;CAD canadian canada;AUD australian;NZD new_zealand kiwi
            ;HKD hong_kong;SGD singapore singaporean;TWD taiwan taiwanese new_taiwan;JMD jamaican jamaica;BSD bahamian
            ;BBD barbadian barbados;BZD belize belizean;BMD bermudian bermuda;BND brunei bruneian;KYD cayman
            cayman_islands;XCD east_caribbean;FJD fijian fiji;GYD guyanese guyana;LRD liberian;NAD namibian namibia
            ;SBD solomon_islands;SRD surinamese suriname;TTD trinidad trinidadian;ZWL zimbabwean zimbabwe""",
        "GBP": """GBP british english uk u.k.;EGP egyptian;LBP lebanese;SYP syrian;IEP irish;SDG sudanese
            ;SSP south_sudanese;GIP gibraltar;FKP falkland falkland_islands;CYP cypriot cyprus;SHP saint_helena
            ;GBP sterling scottish""",
        "franc": """CHF swiss;FRF french;BEF belgian;LUF luxembourg;XOF cfa west_african_cfa;XAF central_african_cfa
            ;XPF cfp;CDF congolese;RWF rwandan;BIF burundian burundi;DJF djiboutian djibouti;GNF guinean guinea
            ;KMF comorian comoran""",
        "mark": "DEM german deutsche west_german;FIM finnish;BAM bosnian convertible bosnia",
        "krona": "SEK swedish;ISK icelandic",
        "krone": "NOK norwegian;DKK danish",
        "crown": "CZK czech;SEK swedish;NOK norwegian;DKK danish;SKK slovak;EEK estonian;ISK icelandic",
        "CZK": "CZK czech;SKK slovak",
        "peso": """MXN mexican mexico;ARS argentine argentinian argentinean;CLP chilean;COP colombian
            ;PHP philippine filipino;CUP cuban;DOP dominican;UYU uruguayan""",
        "dinar": """RSD serbian;KWD kuwaiti kuwait;IQD iraqi;JOD jordanian;BHD bahraini bahrain;LYD libyan;TND tunisian
            ;DZD algerian;MKD macedonian""",
        "leu": "RON romanian;MDL moldovan",
        "riyal": "SAR saudi saudi_arabian;QAR qatari qatar;OMR omani;YER yemeni",
        "rial": "IRR iranian;OMR omani;YER yemeni;QAR qatari;SAR saudi",
        "INR": """INR indian;PKR pakistani pakistan;LKR sri_lankan sri_lanka;NPR nepalese nepali;MUR mauritian
            mauritius;SCR seychellois seychelles;IDR indonesian""",
        "shilling": "KES kenyan kenya;UGX ugandan uganda;TZS tanzanian tanzania;SOS somali somalia;ATS austrian",
        "dirham": "AED uae u.a.e. emirati;MAD moroccan",
        "KRW": "KRW south_korean korean;KPW north_korean",
        "TRY": "TRY turkish;ITL italian;MTL maltese",
        "RUB": "RUB russian;BYN belarusian belarussian belarus",
        "CNY": "CNY chinese",
        "JPY": "JPY japanese",
        "BRL": "BRL brazilian",
        "ZAR": "ZAR south_african",
        "kwacha": "ZMW zambian;MWK malawian",
        "manat": "AZN azerbaijani azeri azerbaijan;TMT turkmen turkmenistan turkmenistani",
        "som": "KGS kyrgyz kyrgyzstani kyrgyzstan;UZS uzbek uzbekistani uzbekistan",
        "escudo": "CVE cape_verdean cape_verde;PTE portuguese",
        "florin": "AWG aruban aruba;NLG dutch",
        "guilder": "NLG dutch;ANG antillean netherlands_antillean",
        "BGN": "BGN bulgarian",
        "AMD": "AMD armenian",
        "cent": "cent us u.s. american euro canadian australian",
    }.items()
}
#: What a generic word means where no country stands beside it.
_USUAL = {"dirham": "AED"}
_ADJECTIVES = frozenset(word for table in _COUNTRIES.values() for adjective in table for word in adjective.split())


def money(word: str, adjective: str = "", amount: float = 0.0) -> str | None:
    """The currency of "dollars" and the words before it: ``("dollars", "canadian")`` gives CAD.

    ``amount`` decides for words that are also something else ("won", "ALL").
    """
    low, whose = word.lower(), " ".join(adjective.lower().split())
    plain = MONEY_AFTER.get(low)
    if plain is not None:
        known = _COUNTRIES.get(plain, {}).get(whose)
        if low in _EVERYDAY and known is None and (amount < 1000 or not word.islower()):
            return None
        return known or _USUAL.get(plain, plain)
    code = word.upper()
    if code not in ISO_CODES or not (word.isupper() or word in _SMALL):
        return None
    return None if code in _WORDLIKE and amount < 1000 else code


def is_adjective(word: str) -> bool:
    """Whether a word may stand between an amount and its currency: "Swiss", "US", "Jamaican"."""
    low = word.lower()
    return low in _ADJECTIVES or (
        word[:1].isupper() and low.endswith(("ish", "an", "ese", "ss", "ch", "ic", "ine", "i"))
    )


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return unit in ISO_CODES or unit in _CURRENCIES


_CURRENCIES = frozenset(
    [*MONEY_AFTER.values(), *MONEY_BEFORE.values(), *(code for table in _COUNTRIES.values() for code in table.values())]
)


def one_currency(one: str, other: str) -> bool:
    """Whether two units of money can be one: the same, or a name and the code of a country that calls it so."""
    if one == other:
        return True
    plain, code = (one, other) if one in _COUNTRIES else (other, one)
    scandinavian = {"crown", "krone", "krona"}
    if one in scandinavian and other in scandinavian:
        return True
    names = scandinavian if plain in scandinavian and code in _CROWNS else {plain}
    return any(code in _COUNTRIES[name].values() for name in names if name in _COUNTRIES)


_CROWNS = frozenset(["NOK", "SEK", "DKK", "ISK"])

"""Short forms whose point ends no sentence, or ends one only before a word that starts sentences."""

from __future__ import annotations

_TITLES = """
    mr mrs ms mx dr prof rev hon fr sr sra dra st ste messrs mme mlle gen lt col maj capt cpt cmdr cdr sgt cpl pvt
    adm brig pfc gov sen rep reps sens pres supt insp det amb atty mt ft vs v eg ie cf viz ca approx al
"""
_NUMBERED = """
    no nos nr art arts sec secs fig figs ch vol vols pp p para pt ed eds jan feb mar apr jun jul aug sept sep oct
    nov dec mon tue tues wed thu thur thurs fri sat sun approx est tel ext rs
"""
_EITHER = """
    inc corp co cos ltd llc plc bros jr sr esq etc dept univ assn assoc intl natl govt ave blvd rd hwy bldg apt ala
    ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo ont que alta sask phd mba ba ma hr hrs min mins sec km kg lb lbs oz sq
"""
_STARTERS = """
    a about according across added additionally after afterwards all almost already also although amid among an and
    another any anyone as asked at away back based because before being both but by can clearly consequently could
    despite did do does during each earlier either even eventually every everyone everything experts few finally
    first following for former fortunately from furthermore given half has have he hence her here his how however i
    if in indeed initially instead is it its just last later let like many maybe meanwhile more moreover most much
    my nearly neither never nevertheless new next no nobody none nonetheless nor not nothing now of officials on
    once one only or other others otherwise our over perhaps please prior rather recently regarding reports second
    several shall she should similarly since so some someone something sometimes soon still such than that the their
    them then there therefore these they this those though three through throughout thus to today together tomorrow
    two under unfortunately unless unlike until upon was we well were what when where whereas whether which while
    who whoever whom whose why will with within without would yes yesterday yet you your
"""
_SAYING = """
    said says say asked asks added adds told tells wrote writes replied replies answered explained continued noted
    insisted declared shouted yelled cried wondered concluded recalled responded joked tweeted exclaimed demanded
    quipped warned argued stated remarked
"""

#: Before a name or a number: "Mr. Smith", "Gen. Ham", "vs. Clinton". Never the end.
BEFORE_NAME = frozenset(_TITLES.split())
#: Before a number: "No. 4", "Sept. 26". The end where no number follows.
BEFORE_NUMBER = frozenset(_NUMBERED.split())
#: May stand at the end and within: "Apple Inc. said", "founded Apple Inc. The firm". The end before a starter.
WITHIN_OR_END = frozenset(_EITHER.split())
#: Words that start English sentences, in lower case.
STARTERS = frozenset(_STARTERS.split())
#: What follows a speaker's name after a question: “Is it true?” Smith asked.
SAYING = frozenset(_SAYING.split())

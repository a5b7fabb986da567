"""Verbs of saying, by how they take what is said."""

from __future__ import annotations

from tuireader.facts.listed import listed, word_set

_IRREGULAR = {
    "say": ("says", "said", "saying"), "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought"), "know": ("knows", "knew"), "find": ("finds", "found"), "show": ("shows", "showed"),
    "read": ("reads", "read"), "learn": ("learns", "learned", "learnt"), "feel": ("feels", "felt"),
    "understand": ("understands", "understood"), "swear": ("swears", "swore"), "hold": ("holds", "held"),
    "put": ("puts", "put"), "sing": ("sings", "sang"), "go": ("goes", "went"), "see": ("sees", "saw"),
    "weep": ("weeps", "wept"),
    "foresee": ("foresees", "foresaw"), "mean": ("means", "meant"), "hear": ("hears", "heard"),
    "speak": ("speaks", "spoke", "speaking"),
    "retell": ("retells", "retold"), "foretell": ("foretells", "foretold"),
}  # fmt: skip
_DOUBLED = word_set("rip admit quip grin slam snap rap pen blog rebut refer chat concur infer")

#: Verbs that take a bare clause: "she said the bridge would open".
_BARE = listed(
    """say add tell think believe argue claim explain insist note warn acknowledge admit predict assert contend
    concede complain quip joke counter caution boast retort announce declare reply respond answer write tweet
    post testify swear hope fear feel hint guess figure opine lament muse stress emphasize emphasise recall
    remark observe conclude allege maintain deny"""
)
#: Verbs that need "that" before a clause.
_THAT = listed(
    """state confirm suggest indicate reveal report reiterate reaffirm reassure underline underscore mention
    point remind estimate disclose speculate affirm clarify demand promise pledge vow agree decide propose
    recommend realize realise expect understand know learn find show charge continue continued fret worry
    request urge signal signify assure advise inform notify concur rule hold theorize reckon doubt dispute argue
    joke venture volunteer attack reject endorse oppose blame tout deplore detail outline discuss address speak
    talk allude express voice advocate raise share liken credit dismiss defend imply imagine predict foresee
    highlight contend reason document verify certify profess plead threaten elaborate recount cite acknowledge
    assume suspect demonstrate determine forecast refuse decline grumble moan gripe grouse fume rage surmise intimate
    encourage rejoin posit postulate deduce divulge enthuse growl murmur whisper bluster attest avow blurt marvel bemoan
    """
)
#: Verbs that speak only before or after quotation marks.
_QUOTE = listed(
    """ask demand describe call question criticize criticise denounce blast slam praise mouth order exclaim
    shout comment tease read proclaim scold brand label dub mock respond snap sigh laugh chant yell cry whisper
    mutter protest object interject summarize rail rant preach plead beg pray bark roar gush crack deadpan scoff
    sneer urge ridicule deride decry condemn characterize characterise lambaste bash rip hail thunder intone
    implore offer go put conclude recite sing scream echo inquire query wonder refer term accuse chide sum rate
    portray depict nickname deem chant rage grumble growl snarl fume moan groan wail sob weep bellow holler shriek
    hiss murmur mumble stammer stutter drawl croak gasp chuckle giggle chortle grin enthuse gripe grouse carp whine
    bluster bristle jeer taunt gloat crow cheer coo effuse ruminate reflect reminisce philosophize exhort admonish
    upbraid berate rebuke castigate expound interrupt blurt blare trumpet parrot counsel surmise reprimand"""
)

_CLASS: dict[str, str] = {}
for _verb in _QUOTE:
    _CLASS[_verb] = "quote"
for _verb in _THAT:
    _CLASS[_verb] = "that"
for _verb in _BARE:
    _CLASS[_verb] = "bare"


def _forms(verb: str) -> tuple[str, ...]:
    """A verb's inflected forms, itself first."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in _DOUBLED else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")
    return verb, third, stem + "ed", stem + "ing"


#: Every form to its verb.
CUES: dict[str, str] = {form: verb for verb in _CLASS for form in _forms(verb)}
#: Verbs whose bare form is no sign of speech ("they go", "to put").
_NO_BASE = word_set("go put read refer call find hold see show know sum object offer rate state")


def takes(verb: str) -> str:
    """How a verb takes what is said: ``bare``, ``that`` or ``quote``."""
    return _CLASS[verb]


def is_cue(low: str) -> bool:
    """Whether a word in lower case is a form of a verb of saying."""
    verb = CUES.get(low)
    return verb is not None and not (low == verb and verb in _NO_BASE)


#: Verbs that take "to" and say something by it: "pledged to leave", "urged them to stay".
INFINITIVE = word_set(
    """urge pledge promise vow threaten demand order propose recommend agree decide ask tell warn hope offer beg implore
    advise claim plead swear request expect refuse decline encourage exhort counsel"""
)
#: Verbs of saying that take the one who is told first.
LISTENER = word_set("tell remind warn ask urge reassure inform assure advise notify order beg implore")
#: Nouns that look like forms of these verbs.
NOUNLIKE = word_set(
    """states claims reports report claim comments comment calls call charges charge orders order demands demand promise
    promises pledge pledges vow vows fears fear hopes hope shows show answer answers question questions posts post
    points point notes note reason estimates estimate remarks remark mention mentions praise finds tweet tweets joke
    jokes caution thought slams response reply replies counter counters rules rule signal signals request requests
    doubt doubts dispute disputes worry worries forecast forecasts cry cries laugh protest protests objects object
    offer offers terms term label labels brand brands rips hints hint figures figure guess cites worries urges feels
    document documents finding findings meaning understanding saying showing writing feeling holds advises address
    addresses attack attacks talk talks share shares raise raises thank thanks voice credit details detail outline
    welcome address accused reckoning continued ruling reporting questioning rallying charged rage growl moan groan
    sob shriek hiss murmur drawl gasp chuckle giggle grin gripe grouse carp whine jeer jeers taunt taunts cheer cheers
    crow crows counsel rebuke reprimand trumpet carps moans groans sobs shrieks chuckles giggles grins gripes
    rages intimate posits weeping cheering counsels gasps murmurs rebukes reprimands trumpets marvel marvels
    reflect reflects reflected reflecting crowed crowing"""
)

#: Verbs that say something by a noun alone ("criticized the plan"), and the particles they take before it.
OBJECT = word_set(
    """criticize criticise blast slam praise mock condemn denounce question describe accuse mention propose deny predict
    demand urge promise pledge acknowledge cite dismiss defend recommend stress emphasize emphasise reiterate
    underscore highlight announce ridicule deride decry lambaste bash rip hail chide scold characterize characterise
    brand label attack reject endorse oppose blame tout deplore lament reveal disclose detail outline reaffirm confirm
    discuss concede admit note tell call consider speak talk complain boast warn joke comment argue point refer allude
    ask express voice advocate raise share liken vow threaten recount recall recite credit encourage
    bemoan divulge intimate admonish berate rebuke castigate upbraid"""
)
PARTICLES = word_set("for about of on against out")
#: Of the verbs above, the ones that take "to" before it.
POINTS_TO = word_set("point refer allude")
#: Of these, the ones that need a particle before the noun.
NEEDS_PARTICLE = word_set(
    "call speak talk complain boast joke comment argue point refer allude ask warn note tell say raise share"
)
#: Of the verbs that need "that", the ones that go without it where a clause is plain to see.
SHOWS = word_set(
    "find show indicate suggest reveal report confirm conclude estimate know learn realize realise reckon assume"
)
#: Verbs behind which a clause stands, whatever its verb.
SURE = word_set("say argue believe think claim insist contend assert add")
#: Nouns of saying, with "that" behind them.
NOUNS = word_set(
    """claim claims statement statements assertion assertions allegation allegations argument arguments belief
    suggestion suggestions warning warnings conclusion view contention accusation accusations insistence prediction
    predictions
    promise threat hope hopes fear fears pledge vow comment comments complaint complaints acknowledgment admission
    announcement assurance assurances denial conviction"""
)

"""Which language a text is written in, by its function words; and the stems of a language that is not English."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tuireader.text.words import INVISIBLE, fold, stem, stemmer, stopwords

# The commonest function words of each language: our own lists, from knowledge of the languages, made from no corpus.
# One line a language. What several languages share tells little and counts little.
_PROFILES = """
english: the of and to in that is for it with as was on be by at this have from are or an which not but his they
german: der die und das den von zu mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat dass
german: sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis durch
dutch: de het een van en dat die voor met zijn niet aan er om ook als dan maar bij door naar heeft hij ze uit nog wordt
dutch: deze over worden tot werd wel geen hebben zich haar tegen kan meer zal
french: le la les de des et en un une du que est pour qui dans par sur pas au plus ne se ce il sont avec aux son cette
french: ont mais sa ou elle nous leur ete fait ses comme ils deux tout apres selon
spanish: el la los de que y en un una las del por con para se su al lo no es como mas pero sus fue ha ser este entre
spanish: esta tambien hasta desde cuando muy sobre sin donde segun
catalan: el la els de que i en un una les del per amb al no es com mes pero va ser aquest aquesta entre tambe fins
catalan: des dels als ha han sobre molt sense
portuguese: o a os as de que e do da em um uma para com nao no na por mais dos das se foi ao ele sua ou ser quando muito
portuguese: nos ja tambem so pelo pela ate isso entre depois sem
italian: il la di che e un una per in del della dei non con si le gli da al sono alla anche lo nel piu come ha dal
italian: delle nella questo ma hanno dalla sua stato dopo alle essere
romanian: de si in la cu a pe care din pentru ca nu este un o sa au mai fost au ale sunt prin dar lui ce cel acest
romanian: aceasta dupa fi dintre catre fara
swedish: och i att det som en pa ar av for med den till inte har om ett han de var men sig fran vi so kan nar eller
swedish: hade skulle ska efter under vid enligt
danish: og i at det som en pa er af for med den til ikke har om et han de var men sig fra vi kan nar eller havde skal
danish: efter ved blev ogsa ifolge mod
norwegian: og i at det som en pa er av for med den til ikke har om et han de var men seg fra vi kan nar eller hadde skal
norwegian: etter ved ble ogsa ifolge mot
finnish: ja on ei se etta han oli mutta ovat kun myos joka niin kuin tai jos hanen sen ole mukaan sekä vain ettei
finnish: jossa jonka ollut kuitenkin jo
hungarian: a az es hogy nem is egy meg volt ez de csak el mar ki mint ha azt vagy szerint van lesz minden majd pedig
hungarian: akkor ami aki utan kell
turkish: ve bir bu da de icin ile olarak cok daha olan gibi kadar sonra ise en ne ya ama olduğu her var ki icin gore
turkish: tarafindan uzere iki uc dedi soyledi belirtti yaklasik ardindan kendi edildi etti oldu nisan mayis sonu
lithuanian: ir i kad yra is su buvo bet ne jis kaip tai po apie nuo savo ar taip pat jau del iki jo tik bus kuris
estonian: ja on ei et see ta oli kui aga ka ning mis oma kes mida selle veel siis voi parast kuid
indonesian: yang dan di itu dengan untuk dari ini pada tidak dalam akan ke juga oleh adalah karena bahwa telah mereka
indonesian: sebagai ada bisa sudah hingga para atau
serbian: и у је да се на су за од са о као који која које али из по што ће није до то би бити су га како не били
serbian: био била након због само још и због уз јер ово те
russian: и в не на что с по как это из за от его к для но был она было так же о до также который были при все уже
russian: если или еще будет после их она того
ukrainian: і в не на що з у та за до як це від його але для був про є також які було при під після або якщо буде вже
ukrainian: що й бути щоб
bulgarian: и в на да не се от за е с че са като по си до но той или това беше са ще след които който бе към при може
bulgarian: само има още
macedonian: и во на да не се од за е со дека што како по но тој или ова беше ќе кои кој бил при може само има уште
macedonian: го ја ги ќе биде
greek: και το του της η ο να την τα που με για από στο τον είναι στην των σε οι θα δεν στη τη μια ένα ότι από ως αλλά
greek: τους στον στα έχει μετά
arabic: في من على إلى أن التي عن مع هذا الذي هذه لا ما كان بعد كما قد بين أو لم حتى ذلك كانت قبل خلال لن
persian: در از به که این را با است برای آن یک خود تا کرد بر هم نیز شده شد می ها اما او باید پس بود
hindi: के है में की और से का को पर ने कि यह एक हैं नहीं भी इस लिए ही तो था कर गया थी हो
nepali: छ को मा र ले पनि भने यो गरेको हो लागि बाट छन् थियो गर्ने त्यो भएको तथा हुने
armenian: և է որ են ու մեջ համար այս էր հետ մի նաեւ նաև իր ոչ բայց կամ
tamil: ஒரு என்று இந்த மற்றும் அந்த என அவர் இது உள்ள என்ற கூறினார் வேண்டும் தான் ஆனால்
hebrew: של על את לא הוא כי עם זה גם כל היא או אם אבל אחרי היה לפני בין יותר כך
polish: we ktora zostal zostala bedzie sa tym bylo gdy
polish: w i na z do nie sie ze o jest to za po od jak przez ale dla juz oraz tego byl ktory ktore czy jego przed byc
czech: a v se na je ze s z do o k za pro ale po by jako byl jsem ktery ktera ktere bude podle jeho nebo jsou uz take pri
slovak: a v sa na je ze s z do o k za pre ale po by ako bol ktory ktora ktore bude podla jeho alebo su uz aj pri
slovene: in v je na da se za s z ki so pa po od bi kot tudi ne iz ali bil o pri do ko zaradi bo
albanian: te e ne dhe i me per se nga qe nje do ka eshte si ai por u kete ky pas kjo jane duke edhe mund tij mos kane
latvian: un ir ka no par ar uz bija to ari kas vai pec bet tika gan pie tas lidz
vietnamese: va cua la co cho khong duoc trong mot cac nguoi nay voi da nhung den khi tai theo
"""
_TAGGED = """
english en german de dutch nl french fr spanish es catalan ca portuguese pt italian it romanian ro swedish sv danish da
norwegian no finnish fi hungarian hu turkish tr lithuanian lt estonian et indonesian id serbian sr russian ru
ukrainian uk bulgarian bg macedonian mk greek el arabic ar persian fa hindi hi nepali ne armenian hy tamil ta hebrew he
polish pl czech cs slovak sk slovene sl albanian sq latvian lv vietnamese vi
"""
#: BCP 47 tags of the languages.
TAGS = dict(zip(_TAGGED.split()[::2], _TAGGED.split()[1::2], strict=True))
#: The languages that have a Snowball stemmer (Porter 2001), whichever release is installed.
STEMMED = frozenset(
    (
        *("arabic", "armenian", "catalan", "danish", "dutch", "english", "estonian", "finnish", "french", "german"),
        *("greek", "hindi", "hungarian", "indonesian", "italian", "lithuanian", "nepali", "norwegian", "portuguese"),
        *("romanian", "russian", "serbian", "spanish", "swedish", "tamil", "turkish"),
    )
)
#: So many words are enough to tell.
SAMPLE = 500
#: So many of them must be function words of a language, and so large a part; another language must have fewer.
_LEAST = 3
_PART = 0.08
_AHEAD = 1.1
#: So long a text with such a part of English function words is English, and no other language needs a look.
_ENGLISH = 0.25
_LONG = 60

# The Serbian alphabets are one to one in this direction (Pravopis; ISO 9, system of Gaj).
_SERBIAN = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)


_TURKISH = str.maketrans("Iİ", "ıi")


def lower(written: str, language: str) -> str:
    """A word of a language in lower case, its accents kept and composed; Serbian in Latin letters."""
    word = written.translate(_TURKISH) if language == "turkish" else written
    word = unicodedata.normalize("NFC", word.casefold().translate(INVISIBLE))
    return word.translate(_SERBIAN) if language == "serbian" else word


def native_stem(word: str, language: str) -> str:
    """The folded stem of a word as ``lower`` gives it; the whole word in a language without a stemmer.

    Stemmers need the accents. The English one has the last word on Latin letters, so that a name that both stemmers
    leave in peace is the same in articles of two languages.
    """
    return stem(fold(stemmer(language)(word))) if language in STEMMED else fold(word)


def language(folded: Sequence[str]) -> str | None:
    """The English name, in lower case, of the language that folded words in a row are written in.

    None where too few of the words are function words of one language, or of two languages about as many.
    """
    if len(folded) >= _LONG and sum(map(stopwords().__contains__, folded)) > _ENGLISH * len(folded):
        return "english"
    known = _known()
    tally: Counter[str] = Counter()
    weighed: dict[str, float] = {}
    for word, count in Counter(folded).items():
        names = known.get(word, ())
        for name in names:
            tally[name] += count
            weighed[name] = weighed.get(name, 0.0) + count / len(names)
    best = sorted(weighed, key=lambda name: (-weighed[name], name))[:2]
    if not best or tally[best[0]] < max(_LEAST, _PART * len(folded)):
        return None
    return None if len(best) > 1 and weighed[best[0]] < _AHEAD * weighed[best[1]] else best[0]


def tag(folded: Sequence[str]) -> str | None:
    """The language of folded words in a row as a BCP 47 tag; None where ``language`` tells none.

    What is written alike in Belgrade, Sarajevo and Zagreb has the tag of all of them where the letters are Latin.
    """
    name = language(folded)
    if name == "serbian" and sum(word.isascii() for word in folded) > len(folded) / 2:
        return "sh"
    return TAGS.get(name) if name else None


@lru_cache(maxsize=1)
def _known() -> Mapping[str, tuple[str, ...]]:
    """Folded function words to their languages."""
    known: dict[str, dict[str, None]] = {}
    for line in _PROFILES.strip().split("\n"):
        name, _, words = line.partition(":")
        for word in words.split():
            for form in (word, lower(word, name)):
                known.setdefault(fold(form), {})[name] = None
    return {word: tuple(names) for word, names in known.items()}

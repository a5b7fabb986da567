"""Lines that pages in other languages than English put around an article, by the phrases they are made of.

Whole lines again: a phrase alone, a phrase with a colon and what follows, or a phrase that no author uses. Tables of
phrases, looked up, so that a text in any language costs next to nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from tuireader.text.lazy import Lazy


class Phrases(NamedTuple):
    """The rule that takes a line, and its phrases in lower case."""

    rule: str
    phrases: tuple[str, ...]


def _listed(rule: str, phrases: str) -> Phrases:
    return Phrases(rule, tuple(" ".join(phrase.split()) for phrase in phrases.split("|")))


# German, French, Spanish, Italian, Portuguese, the languages of Belgrade, Sarajevo and Zagreb, Albanian, Polish, Dutch.
_ALONE = (
    _listed(
        "share",
        """teilen | jetzt teilen | artikel teilen | beitrag teilen | auf facebook teilen | drucken | partager
        | partager cet article | partager l'article | partager sur facebook | imprimer | compartir
        | compartir este artículo | compartir en facebook | comparte | imprimir | condividi | condividi questo articolo
        | condividi su facebook | stampa | compartilhar | compartilhe | partilhar | partilhe | podijeli | podijelite
        | podeli | podelite | podijeli članak | podeli vest | shpërndaje | shpërndani | shpërndaje në facebook
        | ndaje | printo | udostępnij | udostępnij artykuł | drukuj | delen | deel dit artikel | deel op facebook""",
    ),
    _listed(
        "navigation",
        """weiterlesen | mehr lesen | zur startseite | zum inhalt springen | anzeige | werbung | nach oben | kommentare
        | lire la suite | la suite après cette publicité | publicité | retour à l'accueil | commentaires | aller au
        contenu | leer más | seguir leyendo | sigue leyendo | publicidad | ir al contenido | comentarios | leggi tutto
        | continua a leggere | pubblicità | commenti | vai al contenuto | ler mais | continuar a ler | continue lendo
        | continua após a publicidade | publicidade | comentários | pročitaj više | pročitajte više | opširnije
        | detaljnije | nastavi čitati | nastavak teksta ispod oglasa | oglas | komentari | prethodna vijest
        | sljedeća vijest | prethodna vest | sledeća vest | lexo më shumë | vazhdo leximin | reklamë | komentet
        | komente | artikulli paraprak | artikulli tjetër | czytaj dalej | czytaj więcej | reklama | komentarze
        | lees verder | lees meer | advertentie | reacties | terug naar boven""",
    ),
    _listed(
        "related",
        """mehr zum thema | lesen sie auch | das könnte sie auch interessieren | auch interessant | meistgelesen
        | lire aussi | à lire aussi | voir aussi | sur le même sujet | les plus lus | te puede interesar
        | noticias relacionadas | más información | lo más leído | más leídas | lea también | leggi anche | articoli
        correlati | potrebbe interessarti | i più letti | più letti | leia também | leia mais | veja também
        | notícias relacionadas | mais lidas | pročitajte još | pročitajte i | čitajte još | povezane vijesti
        | povezane vesti | najčitanije | lexo edhe | lexo gjithashtu | lajme të ngjashme | të ngjashme | më të lexuarat
        | czytaj także | czytaj też | przeczytaj także | zobacz także | najczęściej czytane | lees ook
        | meest gelezen""",
    ),
)
# Before a colon.
_LABELS = (
    _listed(
        "related",
        """lesen sie auch | lies auch | mehr zum thema | lire aussi | à lire aussi | voir aussi | lea también
        | lee también | te puede interesar | leggi anche | leia também | leia mais | veja também | pročitajte još
        | pročitajte i | pročitaj još | čitajte još | vezano | lexo edhe | lexo gjithashtu | lexo po ashtu
        | czytaj także | czytaj też | przeczytaj także | zobacz także | zobacz też | lees ook""",
    ),
    _listed(
        "caption",
        """bild | foto | symbolbild | archivbild | archivfoto | bildquelle | photo | crédit photo | photo d'illustration
        | fotografía | imagen | imagem | fotografija | foto ilustracija | foto arhiv | ilustracija | slika | fotografi
        | foto arkiv | foto ilustrim | zdjęcie | fot | beeld""",
    ),
    _listed(
        "navigation",
        """schlagwörter | schlagworte | mots-clés | mots clés | sur le même thème | etiquetas | palabras clave | oznake
        | tagovi | ključne reči | ključne riječi | etiketat | tagi | słowa kluczowe | trefwoorden""",
    ),
)
_BEGINS = _listed(
    "share",
    """folgen sie uns | folge uns auf | suivez-nous | síguenos | síganos | seguici su | siga-nos | sigam-nos
    | pratite nas | na ndiqni | śledź nas | obserwuj nas | volg ons""",
)
_ANYWHERE = _listed(
    "copyright",
    """alle rechte vorbehalten | tous droits réservés | todos los derechos reservados | tutti i diritti riservati
    | todos os direitos reservados | sva prava pridržana | sva prava zadržana | të gjitha të drejtat e rezervuara
    | wszelkie prawa zastrzeżone | alle rechten voorbehouden""",
)
_ASKING = """
    abonnieren abonniere bestellen inscrivez-vous abonnez-vous recevez suscríbete suscríbase apúntate iscriviti
    abbonati inscreva-se assine receba prijavite pretplatite prijavi abonohu regjistrohu zapisz subskrybuj schrijf
    abonneer
"""
_ASKS = tuple(_ASKING.split())
_CHANNELS = ("newsletter", "kanal", "canal", "youtube", "google news", "telegram", "viber", "whatsapp", "bülten")
_READING = "|".join(
    _listed(
        "read time",
        """lesezeit | lesedauer | temps de lecture | lecture | de lecture | tiempo de lectura | de lectura
    | tempo di lettura | di lettura | tempo de leitura | de leitura | vrijeme čitanja | vreme čitanja | čitanja
    | koha e leximit | lexim | czas czytania | czytania | leestijd""",
    ).phrases
)
_READ_TIME = Lazy(
    rf"(?:{_READING})\s?:?\s?(?:ca\.?|env\.?|circa|cca\.?)?\s?\d{{1,3}}\s?min[a-zé]{{0,5}}\.?$"
    rf"|\d{{1,3}}\s?min[a-zé]{{0,5}}\.?\s(?:{_READING})$"
)
_AGO = Lazy(
    r"(?:vor|il y a|hace|há|prije|pre)\s\d{1,3}\s(?:minut|stunde|tag|woche|monat|heure|jour|semaine|mois|hora|día|dia"
    r"|semana|mes|min|h|sat|dan|nedelj|tjed|mesec|mjesec)[a-zé]{0,5}\.?$"
    r"|\d{1,3}\s(?:minuti|ore|ora|giorni|giorno|settimane|mesi)\sfa$|\d{1,3}\s(?:minut|godzin|dni|tygodni)[ay]?\stemu$"
    r"|\d{1,3}\s(?:minuten|uur|uren|dagen|dag|weken|maanden)\sgeleden$"
)
_WHOLE = {phrase: rule for rule, phrases in _ALONE for phrase in phrases}
_BEFORE_COLON = {phrase: rule for rule, phrases in _LABELS for phrase in phrases}
#: Phrases and labels are shorter, and what they stand with is no paragraph.
_PHRASE_CAP, _CAP = 60, 220
_AROUND = " .:!?»«>→…|-–—()[]0123456789"


def rule_of(low: str) -> str | None:
    """The rule that takes a line, given in lower case; None for one that may be told."""
    if len(low) > _CAP:
        return None
    bare = low.strip(_AROUND).replace("’", "'")
    if len(bare) <= _PHRASE_CAP and (rule := _WHOLE.get(bare)):
        return rule
    label, colon, rest = low.partition(":")
    if (
        colon
        and rest.strip()
        and len(label) <= _PHRASE_CAP
        and (rule := _BEFORE_COLON.get(label.rstrip(" .").lstrip()))
    ):
        return rule
    if low.startswith(_BEGINS.phrases) and len(low) <= 120:
        return _BEGINS.rule
    if any(phrase in low for phrase in _ANYWHERE.phrases) and len(low) <= 160:
        return _ANYWHERE.rule
    if (
        any(char.isdigit() for char in low[:60])
        and len(low) <= _PHRASE_CAP
        and (_READ_TIME.match(low) or _AGO.match(low))
    ):
        return "read time"
    if low.startswith(_ASKS) and any(channel in low for channel in _CHANNELS) and len(low) <= 160:
        return "notice"
    return None

"""Whole lines that a web page puts around an article: navigation, sharing, read time, notices.

Every rule is anchored at both ends and only tried on short lines, so that no odd text can make it slow or greedy.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tuireader.article import Role
from tuireader.sources.furniture_abroad import rule_of
from tuireader.text.lazy import Lazy

#: A longer line is told, whatever it looks like.
CAP = 300

_NAVIGATION = (
    r"[\s|«<←]{0,4}(?:(?:previous|next|prev|older|newer)(?: (?:post|article|story|page|entry))?s?[\s|«»<>←→·-]*){1,3}",
    r"(?:skip|jump) to (?:main )?content|back to (?:the )?top|(?:go )?back|home|menu|search|log ?in|sign in|register",
    r"read (?:the )?(?:more|full (?:story|article))(?: here)?[ »>→….]*"
    r"|read the (?:rest|original)(?: (?:here|of .{3,60}))?\.?"
    r"|continue reading.{0,60}|load(?:ing)?(?: more)?[.…]*",
    r"(?:view|show|hide|leave|post|add|no|\d{1,5}) (?:all )?(?:a )?(?:comments?|reply|replies)"
    r"|(?:comments?|replies)(?: \(?\d{1,5}\)?)?",
    r"advertisement|advert|sponsored(?: content)?|(?:story|article) continues (?:below|after).{0,40}",
    r"click here (?:to|for) .{3,80}|(?:tags?|filed under|categor(?:y|ies)|topics?|labels?|keywords?)\s?:.{0,120}",
    r"(?:subscribe|sign up)(?: (?:now|today|here))?[.!]?|(?:listen to|watch) (?:this|the) (?:article|story|video)",
)
_SHARE = (
    r"share(?: (?:this|the|on|via|with|it|now)"
    r"(?: (?:post|article|story|page|news|link|friends|[\w./-]{1,12})){0,3})?\s?:?",
    r"(?:tweet|pin|print|e-?mail|copy link|bookmark|save|listen|whatsapp)"
    r"(?: (?:this|it)(?: (?:post|article|story|page))?)?",
    r"(?:(?:share|tweet|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|reddit|e-?mail|print|viber"
    r"|pinterest|tumblr|messenger|copy link|x)\b[\s|,/·•]*){2,12}",
    r"(?:follow|like|join|find) (?:us|me) on .{2,80}",
    r"[\"“]?follow .{3,60} on (?:twitter|x|facebook|instagram|threads|bluesky|mastodon|youtube|tiktok)\b.{0,60}",
)
_READ_TIME = (
    r"(?:reading|read) time\s?:?\s?(?:about )?\d{1,3}\s?min(?:ute)?s?\.?"
    r"|time to read\s?:?\s?\d{1,3}\s?min(?:ute)?s?\.?",
    r"\d{1,3}[ -]min(?:ute)?s?\.?[ -]read|read in \d{1,3} min(?:ute)?s?",
    r"\d{1,2} (?:minute|min|hour|day|week|month|year)s? ago",
)
_RELATED = (
    r"(?:related|read also|also read|read more|read next|see also|more on this(?: story)?|recommended|watch|up next"
    r"|don[’']t miss|in case you missed it)\s?:\s?.{0,180}",
    r"(?:related|more|recommended|top|latest|popular|trending)"
    r" (?:articles?|stories|posts?|news|coverage|topics?|reading)",
    r"you (?:may|might) also like.{0,20}|most (?:read|popular|viewed|shared)|trending(?: now)?|recommended for you",
)
_COPYRIGHT = (
    r"(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d)).{0,200}",
    r".{0,80}\ball rights reserved\.?",
)
_NOTICE = (
    r"this (?:article|story|post|column|piece|report) (?:was|has been|is|first|originally)"
    r"(?: (?:first|originally|also))?"
    r" (?:published|appeared|appears|updated|corrected|republished|part of|more than \d).{0,160}",
    r"(?:sign up|subscribe) (?:for|to) (?:our|the|my|get|receive) .{3,150}"
    r"|support (?:our|independent) journalism.{0,120}",
    r"this material may not be (?:published|reproduced).{0,180}|reproduction (?:is )?(?:strictly )?prohibited.{0,80}",
    r"the (?:views|opinions) expressed (?:in this|here|are (?:those|solely)).{0,180}|correction(?:s)? appended\.?",
    r"(?:like|enjoy(?:ed)?) (?:this|what you)\b.{0,60}\?.{0,100}|(?:all )?photos? (?:by|courtesy)\b.{2,60}",
    r"this (?:website|site) uses cookies.{0,200}|we use cookies.{0,200}|accept (?:all )?(?:cookies)?",
)
_SECTION = (r"(?-i:ABSTRACT|FULL TEXT|LETTERS|EDITORIAL|OPINION|BREAKING)\.?", r"(?:<[^<>]{1,200}>\s{0,3}){1,6}\.?")
_CAPTION = (
    r"(?:photo(?:graph)?|image|picture|foto|file photo|video|illustration|caption|(?:photo|image|picture) credit)s?"
    r"(?: (?:by|courtesy(?: of)?|source))?\s?[:/©].{0,200}",
    r"\(?(?:ap|reuters|afp|getty|epa|file)[ /](?:photo|images?)\b.{0,120}|(?:photograph|photo|illustration) by .{2,80}",
    r".{0,220}\((?:photo|image|picture|getty|ap photo|ap/|reuters/|afp/|epa/|file photo|photo credit|via getty)"
    r"\b.{0,100}\)",
    # After the end of a sentence this is an agency's sign-off: the sentence is told.
    r".{1,119}[^.!?…\"”’\s](?:\s?/| via | ?\| )(?:getty images|ap photo|afp|reuters|epa)(?: images)?"
    r"|(?:getty(?: images?)?/|getty images?|ap photo|shutterstock).{0,40}\.?",
    r".{3,220}[.!?\w)”\"] (?-i:Image|Photo|Picture|Photo credit|Credit): (?-i:[A-Z])[^.!?]{2,60}\.?",
    r"(?-i:FILE)\s?[-–—]\s.{10,280}",
)


class Taken(NamedTuple):
    """The role of a line that is not told, and the rule that took it."""

    role: Role
    rule: str


class _Rule(NamedTuple):
    """A rule: only a line that begins with one of ``starts`` or holds one of ``holds``, in lower case, is tried."""

    taken: Taken
    pattern: Lazy
    starts: tuple[str, ...]
    holds: tuple[str, ...]

    def takes(self, line: str, low: str) -> bool:
        tried = low.startswith(self.starts) or any(clue in low for clue in self.holds)
        return tried and self.pattern.match(line) is not None


def _rule(role: Role, name: str, patterns: tuple[str, ...], starts: str, holds: str = "") -> _Rule:
    pattern = Lazy("(?:" + "|".join(patterns) + ")$", re.I)
    return _Rule(Taken(role, name), pattern, _clues(starts), _clues(holds))


def _clues(listed: str) -> tuple[str, ...]:
    return tuple(clue.strip() for clue in listed.split(",")) if listed else ()


_DIGITS = "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
_SEPARATOR = Taken("furniture", "separator")
_SEPARATOR_CAP = 80
_RULES = (
    _rule(
        "furniture",
        "navigation",
        _NAVIGATION,
        "|, «, <, ←, previous, next, prev, older, newer, skip, jump, back, go back, home, menu, search, log, sign,"
        "view, register, read, continue, load, show, hide, leave, post, add, no, comment, repl, advert,"
        "sponsored, story,"
        f"article, click, tag, filed, categor, topic, label, keyword, subscribe, listen, watch, {_DIGITS}",
    ),
    _rule(
        "furniture",
        "share",
        _SHARE,
        "share, tweet, pin, print, email, e-mail, copy, bookmark, save, listen, whatsapp, facebook, twitter,"
        "telegram, x, linkedin, instagram, youtube, reddit, viber, tumblr, messenger, follow, like, join, find,"
        '"follow, “follow',
    ),
    _rule("furniture", "read time", _READ_TIME, f"read, time, {_DIGITS}"),
    _rule(
        "furniture",
        "related",
        _RELATED,
        "related, read, also, see, more, recommended, watch, up next, don, in case, top, latest, popular, trending,"
        "you, most",
    ),
    _rule("furniture", "copyright", _COPYRIGHT, "©, (c), copyright", "all rights reserved"),
    _rule(
        "furniture",
        "notice",
        _NOTICE,
        "this, sign, subscribe, support, reproduction, the views, the opinions, correction, like, enjoy, all photo,"
        "photo, we use, accept",
    ),
    _rule("furniture", "section", _SECTION, "abstract, full, letters, editorial, opinion, breaking, <"),
    _rule(
        "caption",
        "caption",
        _CAPTION,
        "photo, image, picture, foto, video, illustration, caption, ap, reuters, afp, getty, epa, file",
        "(photo, (image, (picture, (via, (ap, (reuters, (afp, (getty, (epa, (file, getty, reuters, ap photo, /ap, /afp,"
        "/epa, | ap, | afp, | epa, via, shutterstock, image:, photo:, picture:, credit:",
    ),
)


def furniture(line: str) -> Taken | None:
    """Which rule takes this line, or None for a line that may be told."""
    if len(line) > CAP:
        return None
    if len(line) <= _SEPARATOR_CAP and not any(char.isalnum() for char in line):
        return _SEPARATOR
    low = line.lower()
    taken = next((rule.taken for rule in _RULES if rule.takes(line, low)), None)
    if taken is None and (rule := rule_of(low)):
        return Taken("caption" if rule == "caption" else "furniture", rule)
    return taken

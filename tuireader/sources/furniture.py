"""Whole lines that a web page puts around an article: navigation, sharing, read time, notices.

Every pattern is anchored at both ends, holds no nested quantifier and is only tried on lines up to ``CAP`` characters.
"""

from __future__ import annotations

import re

from tuireader.article import Role

CAP = 200

_NAVIGATION = (
    r"(?:(?:previous|next|prev|older|newer)(?: (?:post|article|story|page|entry))?[\s|«»<>←→·-]*){1,3}"
    r"|(?:skip|jump) to (?:main )?content|back to (?:the )?top|home|menu|search|log ?in|sign in|subscribe(?: now)?"
    r"|read (?:the )?(?:more|full (?:story|article))(?: here)?(?: [»>→…]+)?|continue reading.{0,60}|load(?:ing)? more|loading\W*"
    r"|(?:view|show|hide|leave|post|add|no|\d+) (?:all )?(?:a )?(?:comments?|reply)|comments?(?: \(?\d+\)?)?|advertisement|advert|sponsored(?: content)?"
    r"|story continues below(?: advertisement)?|article continues (?:after|below).{0,40}|click here (?:to|for) .{3,80}|tags?:.{0,120}|filed under:?.{0,100}|categor(?:y|ies):.{0,80}"
)
_SHARE = (
    r"share(?: (?:this|the|on|via|with|to|now|it)(?: (?:post|article|story|page|news|link|facebook|twitter|x|whatsapp|linkedin|email|friends))?)?:?"
    r"|(?:tweet|pin|print|e-?mail|copy link|bookmark|save|listen)(?: (?:this|it)(?: (?:post|article|story|page))?)?"
    r"|(?:(?:share|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|reddit|e-?mail|print|viber|pinterest|tumblr|messenger|x)[\s|,/·•]*){2,10}"
    r"|(?:follow|like|join|find) us on .{2,60}"
)
_READ_TIME = r"(?:reading time|read time|time to read)\s?:?\s?(?:about )?\d{1,3}\s?min(?:ute)?s?\.?|\d{1,3}[ -]min(?:ute)?s?\.?[ -]read|read in \d{1,3} min(?:ute)?s?"
_RELATED = (
    r"(?:related|read also|also read|read more|read next|see also|more on this(?: story)?|recommended|watch|don[’']t miss|in case you missed it)\s?:\s?.{0,160}"
    r"|(?:related|more|recommended|top|latest|popular|trending) (?:articles?|stories|posts?|news|coverage|topics?)|you (?:may|might) also like.{0,20}|more from .{2,40}|most (?:read|popular|viewed)|trending(?: now)?|recommended for you"
)
_COPYRIGHT = (
    r"(?:©|\(c\) ?(?:19|20)\d\d|copyright (?:©|\(c\)|(?:19|20)\d\d)).{0,180}|.{0,80}all rights reserved\.?.{0,60}"
)
_NOTICE = (
    r"this (?:article|story|post|column|piece) (?:was|has been|is|first|originally) (?:first |originally |also )?(?:published|appeared|updated|corrected|republished|part of|more than).{0,140}"
    r"|sign up (?:for|to) .{3,150}|subscribe (?:to|for) .{3,150}|support (?:our|independent) journalism.{0,120}|this material may not be published.{0,150}"
    r"|the (?:views|opinions) expressed (?:in|by|here).{0,150}|(?:like|enjoy) this (?:article|story)\?.{0,100}"
)
_CAPTION = (
    r"(?:photo(?:graph)?|image|picture|foto|file photo|video|illustration|credit|caption)s?(?: (?:by|credit|courtesy(?: of)?|source))?\s?[:/©].{0,160}"
    r"|\(?(?:ap|reuters|afp|getty|epa|file|courtesy) (?:photo|images?|file)\b.{0,120}|(?:photograph|photo|illustration) by .{2,80}"
    r"|.{0,160}\((?:photo|image|getty|ap photo|ap/|reuters/|afp/|epa/|credit|via getty).{0,100}\)|.{2,100}(?:/| via )(?:getty images|ap|afp|reuters)(?: photo| images)?"
)


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})$", re.I)


_RULES: tuple[tuple[str, Role, re.Pattern[str]], ...] = (
    ("navigation", "furniture", _line(_NAVIGATION)),
    ("share", "furniture", _line(_SHARE)),
    ("read time", "furniture", _line(_READ_TIME)),
    ("related", "furniture", _line(_RELATED)),
    ("copyright", "furniture", _line(_COPYRIGHT)),
    ("notice", "furniture", _line(_NOTICE)),
    ("caption", "caption", _line(_CAPTION)),
)


def furniture(line: str) -> tuple[Role, str] | None:
    """The role and the rule that takes this line, or None for a line that may be told."""
    if len(line) > CAP:
        return None
    for name, role, pattern in _RULES:
        if pattern.match(line):
            return role, name
    return None

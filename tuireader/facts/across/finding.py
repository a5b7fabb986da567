"""Facts across the articles of a story: drafts of every kind, put in order and numbered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuireader.article import Article
from tuireader.facts.across import copies as across_copies
from tuireader.facts.across import dates as across_dates
from tuireader.facts.across import entities, timeline
from tuireader.facts.across import events as across_events
from tuireader.facts.across import names as across_names
from tuireader.facts.across import quantities as across_quantities
from tuireader.facts.across import quotes as across_quotes
from tuireader.facts.across import roles as across_roles
from tuireader.facts.across import sourcing as across_sourcing
from tuireader.facts.across.context import Context, ToldAlike
from tuireader.facts.across.drafts import Draft, Told, articles
from tuireader.facts.across.groups import SameWording, wordings
from tuireader.facts.across.placed import covered
from tuireader.facts.model import KINDS, VERDICTS, Fact, Facts, FactValue
from tuireader.facts.reading import Reading, mentions, read

if TYPE_CHECKING:
    from tuireader.facts.names.taggers import Tagger


def find(
    given: Sequence[Article],
    same_wording: SameWording | None,
    told_alike: Sequence[ToldAlike] = (),
    tagger: Tagger | None = None,
) -> Facts:
    """Mentions and facts of the articles of one story. Their order changes the order of values and nothing else."""
    ordered = sorted(given, key=lambda article: article.id)
    readings = read(ordered, tagger)
    context = Context(readings, told_alike)
    drafts = [
        *across_names.compare(readings, context),
        *across_roles.compare(readings),
        *across_dates.compare(readings, context),
        *across_quantities.compare(readings, context),
        *across_quotes.compare(readings, context),
        *across_events.compare(readings, context),
        *across_sourcing.compare(readings),
    ]
    drafts += _new(across_copies.compare(readings, context), drafts)
    drafts.sort(key=_rank)
    place = {article.id: number for number, article in enumerate(given)}
    facts = tuple(
        _fact(number, draft, readings, context, same_wording, place) for number, draft in enumerate(drafts, start=1)
    )
    found = {reading.document.id: mentions(reading) for reading in readings}
    told = tuple(mention for article in given for mention in found[article.id])
    by_id = {reading.document.id: reading for reading in readings}
    known = entities.find([by_id[article.id] for article in given])
    return Facts(told, facts, known, timeline.build(readings))


def _new(found: Sequence[Draft], known: Sequence[Draft]) -> list[Draft]:
    """Those of ``found`` that no flag among ``known`` raises already: one that has two of its places in common."""
    flagged: dict[int, list[tuple[int, int]]] = {}
    for draft in known:
        if draft.verdict in ("differ", "changed"):
            for one in draft.told:
                flagged.setdefault(one.article, []).append((one.start, one.end))
    places = {article: covered(spans) for article, spans in flagged.items()}

    def raised(one: Told) -> bool:
        return one.article in places and bool(places[one.article].touching(one.start, one.end))

    return [draft for draft in found if sum(map(raised, draft.told)) < 2]


def _rank(draft: Draft) -> tuple[int, int, int, float, str, int]:
    first = min((one.article, one.start) for one in draft.told)
    group = (VERDICTS.index(draft.verdict), KINDS.index(draft.kind), -articles(draft.told))
    return *group, -draft.weight, draft.key, first[1]


def _fact(
    number: int,
    draft: Draft,
    readings: Sequence[Reading],
    context: Context,
    same: SameWording | None,
    place: dict[str, int],
) -> Fact:
    order = sorted(range(len(draft.told)), key=lambda at: _order(draft.told[at], readings, place))
    told = [draft.told[at] for at in order]
    moved = {at: number for number, at in enumerate(order)}
    reasons = tuple(
        sorted(reason._replace(one=moved[reason.one], other=moved[reason.other]) for reason in draft.reasons)
    )
    spans = [readings[one.article].document.article.span(one.start, one.end) for one in told]
    where = [(one.article, readings[one.article].document.sentence_at(one.start)) for one in told]
    numbers = wordings(spans, [one.value for one in told], where, context, same)
    values = tuple(
        FactValue(span, readings[one.article].document.text[one.start : one.end], one.value, wording)
        for span, one, wording in zip(spans, told, numbers, strict=True)
    )
    count = len(set(numbers))
    return Fact(number, draft.kind, draft.key, draft.verdict, values, draft.compatible, count, draft.why, reasons)


def _order(told: Told, readings: Sequence[Reading], place: dict[str, int]) -> tuple[int, int, int]:
    return place[readings[told.article].document.id], told.start, told.end

"""Exports as JSON: the forms of ``docs/json.md``, put together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from tuireader.report import json as forms
from tuireader.report.documents.chapter import Chapter, Kept
from tuireader.report.documents.material import Material
from tuireader.report.records import Record, records


def story(material: Material, chapters: Iterable[Chapter]) -> bytes:
    """Everything: the articles with their texts, so that all spans can be cut from it, and whatever was found."""
    told = records(material.articles, material.telling)
    compared = forms.comparison(told, material.articles, material.telling.passages)
    form = {**compared, **forms.facts(told, material.facts), "articles": told}
    return forms.encode({**form, **form_of_marks(chain.from_iterable(each.kept for each in chapters))})


def comparison(material: Material) -> bytes:
    """What ``compare --json`` prints."""
    told = records(material.articles, material.telling)
    return forms.encode(forms.comparison(told, material.articles, material.telling.passages))


def facts(material: Material) -> bytes:
    """What ``facts --json`` prints."""
    return forms.encode(forms.facts(records(material.articles, material.telling), material.facts))


def marks(kept: Iterable[Kept]) -> bytes:
    """The marks alone."""
    return forms.encode(form_of_marks(kept))


def form_of_marks(kept: Iterable[Kept]) -> Record:
    """The marks as data: what ``marks --json`` prints, and what an export has of them."""
    return {"marks": [_mark(each) for each in kept]}


def _mark(kept: Kept) -> Record:
    mark = kept.mark
    return {
        "article": kept.span.article if kept.span else None,
        "digest": mark.digest,
        "start": mark.start,
        "end": mark.end,
        "kind": mark.kind,
        "label": mark.label,
        "quote": mark.quote or kept.quote,
        "title": mark.title or kept.title,
        "note": mark.note,
        "tags": list(mark.tags),
        "created": mark.created,
    }

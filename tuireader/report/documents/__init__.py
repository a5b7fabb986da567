"""Exports: what was marked, a comparison, the facts or the whole story as Markdown, HTML, JSON or CSV."""

from __future__ import annotations

from tuireader.report.documents.chapter import Chapter, as_one, chapters
from tuireader.report.documents.material import Material
from tuireader.report.documents.names import FORMS, WHATS, form_of, suggested, with_form
from tuireader.report.marked import Marked

__all__ = ["FORMS", "WHATS", "Marked", "Material", "export", "form_of", "suggested", "with_form"]


def export(material: Material, what: str, form: str) -> bytes:
    """A document: ``what`` is a key of ``WHATS``, ``form`` one of ``FORMS``. The same material, the same bytes.

    Marks whose articles are not among the material are told only where ``what`` is "marks".
    """
    if what == "marks":
        return _marks(as_one(material), form)
    material = material.marks_here()
    found = chapters(material)
    if form == "json":
        from tuireader.report.documents import json

        made = {"comparison": json.comparison, "facts": json.facts}.get(what)
        return made(material) if made else json.story(material, found)
    if form == "csv":
        from tuireader.report.documents import csv

        return {"comparison": csv.comparison, "facts": csv.facts, "story": csv.story}[what](found)
    if form == "md":
        from tuireader.report.documents import markdown

        return {"comparison": markdown.comparison, "facts": markdown.facts, "story": markdown.story}[what](found)
    from tuireader.report.documents import html

    return html.page(found, what)


def _marks(chapter: Chapter, form: str) -> bytes:
    if form == "json":
        from tuireader.report.documents import json

        return json.marks(chapter.kept)
    if form == "csv":
        from tuireader.report.documents import csv

        return csv.marks(chapter.kept)
    if form == "md":
        from tuireader.report.documents import markdown

        return markdown.marks(chapter)
    from tuireader.report.documents import html

    return html.page([chapter], "marks")

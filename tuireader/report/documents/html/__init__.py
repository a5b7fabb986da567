"""Exports as one HTML file: no script, no network, made for screens of every width and for paper."""

from tuireader.report.documents.html.page import page

__all__ = ["page"]

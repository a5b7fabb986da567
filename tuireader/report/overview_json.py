"""The JSON form of ``coverage``. ``docs/json.md`` tells what each key means; keys are added, never renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tuireader.facts import Fact
from tuireader.overview import Branch, Cluster, Loner, Pair, Row, Survey
from tuireader.overview.rows import letters
from tuireader.report.covering import label
from tuireader.report.json import listing
from tuireader.report.records import Record


def coverage(records: Sequence[Record], surveys: Mapping[int, Survey]) -> Record:
    """``coverage``: the rows of the articles, and for each story of several what its survey tells."""
    return {**listing(records), "stories": [_story(number, survey) for number, survey in surveys.items()]}


def _story(number: int, survey: Survey) -> Record:
    rows = (*survey.passage_rows, *survey.fact_rows)
    return {
        "story": number,
        "articles": list(survey.columns),
        "rows": [_row(row, survey) for row in rows],
        "pairs": [_pair(pair) for pair in survey.pairs],
        "clusters": [_cluster(cluster) for cluster in survey.clusters],
        "alone": [_loner(loner) for loner in survey.loners],
    }


def _row(row: Row, survey: Survey) -> Record:
    said = letters(row.cells, survey.columns)
    verdict = {"verdict": row.what.verdict} if isinstance(row.what, Fact) else {}
    return {
        "type": "fact" if isinstance(row.what, Fact) else "passage",
        "id": row.what.id,
        "kind": row.what.kind,
        **verdict,
        "label": label(row, survey),
        "place": round(row.place, 4),
        "cells": [
            {
                "article": id,
                "letters": said[id],
                "part": round(row.cells[id].part, 4),
                "start": row.cells[id].span.start,
                "end": row.cells[id].span.end,
            }
            for id in survey.columns
            if id in row.cells
        ],
    }


def _pair(pair: Pair) -> Record:
    numbers = ("share", "a_part", "b_part", "a_same", "b_same")
    return {
        "a": pair.a,
        "b": pair.b,
        **{name: round(getattr(pair, name), 4) for name in numbers},
        "passages": pair.passages,
        "alike": pair.alike,
        "first": pair.first.id or None,
        "rule": pair.first.rule or None,
        "agencies": list(pair.first.agencies),
    }


def _cluster(cluster: Cluster) -> Record:
    return {
        "articles": list(cluster.articles),
        "share": round(cluster.branch.share, 4),
        "passages": cluster.passages,
        "alike": cluster.alike,
        "tree": _branch(cluster.branch),
    }


def _branch(branch: Branch) -> Record:
    if not branch.parts:
        return {"article": branch.articles[0]}
    return {"share": round(branch.share, 4), "parts": [_branch(part) for part in branch.parts]}


def _loner(loner: Loner) -> Record:
    return {
        "article": loner.article,
        "part": round(loner.part, 4),
        "nearest": loner.nearest or None,
        "share": round(loner.share, 4),
    }

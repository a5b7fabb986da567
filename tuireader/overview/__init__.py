"""A story at a glance: who has what, who shares how much with whom and who was first, which articles stand together."""

from __future__ import annotations

from tuireader.overview.grouping import TOGETHER, Branch, Cluster, Loner
from tuireader.overview.pairs import RUN, Pair
from tuireader.overview.rows import Cell, Row
from tuireader.overview.survey import Survey, survey

__all__ = ["RUN", "TOGETHER", "Branch", "Cell", "Cluster", "Loner", "Pair", "Row", "Survey", "survey"]

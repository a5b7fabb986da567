"""Facts: who, where, when, how many, who said what, and where the articles agree."""

from __future__ import annotations

from tuireader.facts.model import KINDS, VERDICTS, Fact, FactKind, Facts, FactValue, Mention, Status, Verdict

__all__ = ["KINDS", "VERDICTS", "Fact", "FactKind", "FactValue", "Facts", "Mention", "Status", "Verdict"]

"""Files, folders, archives and addresses into a library: what it has is skipped, what is bad is told, and all of it can
be stopped and gone on with."""

from tuireader.library.importing.adding import add
from tuireader.library.importing.counting import Progress, Report

__all__ = ["Progress", "Report", "add"]

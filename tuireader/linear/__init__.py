"""The reader line by line: for screen readers, braille lines, very slow lines and terminals that cannot draw.

Nothing is ever drawn over: what a command changes is printed once, in words, and stays where it is. No colours, no
codes, no cursor. Beside ``tui``, which it does not know, on the same library, the same keys and the same numbers.
"""

from __future__ import annotations

from tuireader.linear.start import run, run_kept, run_listed

__all__ = ["run", "run_kept", "run_listed"]

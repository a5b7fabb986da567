"""A library too large to open at once, as the screens see it: rows by the window, and what is unfolded. No widgets."""

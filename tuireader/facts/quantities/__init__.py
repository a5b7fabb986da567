"""Numbers with what they count, in which unit, and whose they are."""

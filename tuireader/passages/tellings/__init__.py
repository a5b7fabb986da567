"""The tellings of a passage beside each other: what the wording changed, and which sentence answers which."""

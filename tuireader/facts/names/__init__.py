"""People, organisations and places: candidates, evidence, one entity for each; what a text says they are."""

"""Two articles to links: which cells are worth a look, how likely each tells the same, and where its borders are."""

"""Two articles to blocks: stretches in which they run along each other, word by word, in whatever order."""

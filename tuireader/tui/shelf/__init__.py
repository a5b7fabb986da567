"""The library's list, worked out: what is said of each article, in which order, grouped, filtered. No widgets."""

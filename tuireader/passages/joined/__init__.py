"""Links and blocks of many articles to passages."""

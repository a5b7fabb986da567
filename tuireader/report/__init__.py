"""Articles, passages and facts as plain text and JSON."""

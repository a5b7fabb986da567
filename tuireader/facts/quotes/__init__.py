"""Who said what: quotation marks, verbs of saying, speakers."""

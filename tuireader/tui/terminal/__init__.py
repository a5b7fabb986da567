"""What goes over the line: only the cells that changed. Knows nothing of articles.

The one private method of Textual it replaces stands in ``display``; the rest is pure.
"""

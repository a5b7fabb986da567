"""What goes over the line: only the cells that changed, and no more than it holds. Knows nothing of articles.

``display.CellDisplay`` is what an app is derived from; ``private`` holds all private parts of Textual it touches.
"""

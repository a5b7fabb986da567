"""How an article is laid out on a page: wrapped lines, layers of styles, panes brought level. Pure; draws nothing."""

"""Pure tools on one text: safe to show, sentences, words."""

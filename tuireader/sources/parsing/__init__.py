"""Parsers of documents that nobody can trust: what runs in the worker of ``sources.isolated``, and nowhere else.

Functions named ``read`` take the bytes of one document and options, and give back plain data in the form that
``sources.answers`` checks: ``text``, ``headings``, ``asides`` and what is told of it, each a value and where it was
read. They raise ValueError with a line for the user where a document holds no text.
"""

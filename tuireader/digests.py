"""Digests of texts, by the function of ``hashlib`` without the rest of it: that loads OpenSSL, three megabytes."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - a Python that keeps it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]

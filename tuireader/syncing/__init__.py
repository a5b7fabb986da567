"""``tuireader sync``: feeds that are subscribed to are asked for what is new, watched folders looked through."""

from __future__ import annotations

from tuireader.syncing.command import synced
from tuireader.syncing.following import follow, is_followed
from tuireader.syncing.subscribing import subscribe, unsubscribe

__all__ = ["follow", "is_followed", "subscribe", "synced", "unsubscribe"]

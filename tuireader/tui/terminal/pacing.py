"""When a frame may be sent: as many bytes are on their way as the line holds, and never more.

A frame ends with a request that the terminal answers when it has drawn it. Bytes that wait in some buffer on the way
only make the next frame late, so a frame waits here until those before it have arrived, and newer ones replace it.
How much the line holds is learnt from the answers, as TCP's BBR does (Cardwell and others, "BBR: Congestion-Based
Congestion Control", 2016): the best rate at which bytes arrived, times the shortest time that an answer took.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

#: What may wait at the narrowest place of the line, in seconds. What is on the line is only known by what is sent:
#: with nothing to spare more would never be tried.
_SPARE = 0.1
#: Bytes that may be on their way as long as nothing is known, and at the most, however the line seems to be.
_UNKNOWN, _MOST = 512, 8192
#: What is known of a line is what the last answers say: lines change.
_SAMPLES = 24
#: An answer that takes so many times as long as the slowest of the last ones did, and at the least so many seconds
#: more than its bytes need, will not come; on lines by satellite an answer takes .6 s, with rain a second.
_TIMES, _PATIENCE = 4.0, 1.0
#: A terminal that did answer is rather stalled than mute: one frame more, then twice the time, so often.
_TRIES = 3
#: Bytes a second that are counted upon, as long as a quarter of the best rate is not more.
_SLOWEST = 1200.0


class _Frame(NamedTuple):
    number: int
    size: int
    sent: float
    arrived: int
    """Bytes that had arrived when it was sent."""


class _Sample(NamedTuple):
    seconds: float
    rate: float


class Pacer:
    """Says when the next frame may be sent. ``clock`` gives seconds from any beginning. ``lost`` is called when answers
    that have not come are waited for no longer: some may come all the same, and are not to be taken for later ones.

    As long as no answer has come nothing waits, for a terminal may be mute. So it is again when answers fail to come
    several times, until the next one does.
    """

    def __init__(self, clock: Callable[[], float], lost: Callable[[], object]) -> None:
        self._clock = clock
        self._lost = lost
        self._frames: deque[_Frame] = deque()
        self._samples: deque[_Sample] = deque(maxlen=_SAMPLES)
        self._arrived = 0
        self.next = 0
        """The number of the frame that is sent next."""
        self._missed = 0
        self.paced = False
        """Whether the terminal answers."""

    @property
    def on_the_way(self) -> int:
        """Bytes of frames that are not answered."""
        return sum(frame.size for frame in self._frames)

    @property
    def window(self) -> int:
        """Bytes the line holds: so many may be on their way before a frame has to wait."""
        if not self._samples:
            return _UNKNOWN
        rate, seconds = max(each.rate for each in self._samples), min(each.seconds for each in self._samples)
        return max(1, min(_MOST, int(rate * (seconds + _SPARE))))

    def may_send(self) -> bool:
        """Whether a frame may be sent now."""
        if self.paced and self._frames and self.seconds_left() <= 0:
            self._missed += 1
            self.paced = self._missed < _TRIES
            self.forget()
        return not self.paced or self.on_the_way < self.window

    def seconds_left(self) -> float:
        """Seconds after which the oldest answer counts as lost; 0 where nothing is waited for."""
        if not self._frames:
            return 0.0
        slowest = max((sample.seconds for sample in self._samples), default=0.0)
        rate = max((sample.rate for sample in self._samples), default=0.0)
        patience = max(_PATIENCE, slowest * _TIMES) + self.on_the_way / max(_SLOWEST, rate / _TIMES)
        return self._frames[0].sent + patience * 2.0**self._missed - self._clock()

    def sent(self, size: int) -> None:
        """A frame of so many bytes was sent, its request at the end."""
        if not self.paced and len(self._frames) >= _SAMPLES:
            self._frames.popleft()
        self._frames.append(_Frame(self.next, size, self._clock(), self._arrived))
        self.next += 1

    def answered(self, number: int | None = None) -> None:
        """A frame was answered, the oldest where no number is given; with it those before, if their answers were lost.

        A terminal answers one after the other, but what stands in for one may answer two requests at once.
        """
        self.paced = True
        self._missed = 0
        frame = None
        while self._frames and (frame is None if number is None else self._frames[0].number <= number):
            frame = self._frames.popleft()
            self._arrived += frame.size
        if frame is None:
            return
        seconds = max(self._clock() - frame.sent, 1e-6)
        self._samples.append(_Sample(seconds, (self._arrived - frame.arrived) / seconds))

    def forget(self) -> None:
        """Nothing that was sent is waited for any more, as after a break; what is known of the line stays."""
        self._frames.clear()
        self._lost()

"""Ways in which a file comes to harm, for the tests and for benchmarks/kills.py."""

import random

PAGE = 4096


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one mishap: flipped bits, a page of zeros, noise, a damaged head, an end that is missing."""
    harmed = bytearray(data)
    kind = chance.randrange(6)
    if kind == 0:
        harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        for _ in range(chance.randrange(2, 200)):
            harmed[chance.randrange(len(harmed))] = chance.randrange(256)
    elif kind == 2:
        del harmed[chance.randrange(len(harmed)) :]
    elif kind == 3:
        page = chance.randrange(len(harmed) // PAGE) * PAGE
        harmed[page : page + PAGE] = bytes(PAGE)
    elif kind == 4:
        harmed[chance.randrange(100)] = chance.randrange(256)
    else:
        start = chance.randrange(len(harmed))
        noise = chance.randbytes(chance.randrange(1, 2 * PAGE))
        harmed[start : start + len(noise)] = noise
    return bytes(harmed)

"""Whatever a reader of a format raises becomes a problem of its file; of many problems in a file a few are told."""

from __future__ import annotations

from collections.abc import Iterator

from tuireader.sources.decoding import BinaryError
from tuireader.sources.finding import reason
from tuireader.sources.inputs import StreamInput
from tuireader.sources.model import Draft, Problem, Reader


def guarded(reader: Reader, input: StreamInput, most: int) -> Iterator[Draft | Problem]:
    """What ``reader`` finds in ``input``. After ``most`` problems the others are counted, and told at the end.

    Raises nothing but BinaryError.
    """
    problems = articles = 0
    try:
        for found in reader.read(input):
            if not isinstance(found, Problem):
                articles += 1
                yield found
                continue
            problems += 1
            if problems <= most:
                yield found
    except BinaryError:
        raise
    except OSError as error:
        yield Problem(input.path, _after(reason(error), articles))
    except ImportError as error:
        yield Problem(input.path, _missing(reader, error))
    except (ValueError, RuntimeError) as error:
        yield Problem(input.path, _after(str(error) or f"cannot be read as {reader.NAME}", articles))
    except MemoryError:
        yield Problem(input.path, _after("takes more memory than there is", articles))
    except Exception as error:
        # A reader is foreign code as soon as it calls a library: no file may end the others.
        yield Problem(
            input.path, _after(f"cannot be read as {reader.NAME} ({type(error).__name__}: {error})", articles)
        )
    if problems > most:
        yield Problem(input.path, f"{problems - most} more in it could not be read")


def _after(why: str, articles: int) -> str:
    """The reason, with what was read until then."""
    return f"{why} (after {articles} article{'' if articles == 1 else 's'})" if articles else why


def _missing(reader: Reader, error: ImportError) -> str:
    from tuireader.sources.extras import extra_of, missing

    extra = extra_of(error.name or "") or reader.EXTRA
    return missing(reader.NAME, extra) if extra else f"cannot be read as {reader.NAME} ({error})"

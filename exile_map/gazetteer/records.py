"""Records: how names and places are packed into the rows of the gazetteer's file.

Hundreds of thousands of rows would each cost SQLite a dozen bytes and Python a microsecond: names
stand together in buckets, places in blocks, and of both only what is asked for is unpacked.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from struct import Struct, unpack_from
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.folding import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# An entry: two bits tell how a place bears the name, twenty are the place's id, the rest is what
# is decided of the name.
NUMBER: Final = (1 << 22) - 1
RANK_SHIFT: Final = 22  # of a sound's entry: the rest is how prominent the place is
ABSENT: Final = 1 << 23  # no entry: nothing is known of the name
PER_BLOCK_SHIFT: Final = 5  # 32 places make some eight hundred bytes: four to a page
POINTS_SHIFT: Final = 9  # 512 points: a page and some
_WIDE = 4  # bytes: a mark, and an entry
# Population, GeoNames' number, region, rank, layer, country.
_PLACE = Struct("<IIHHB2s")
_POINT = Struct("<ii")
_POINT_SHIFT = 3  # its eight bytes
_ENTRY = Struct("<I").unpack_from
_AT = _POINT.unpack_from
_WITHIN = (1 << PER_BLOCK_SHIFT) - 1
_AMONG_POINTS = (1 << POINTS_SHIFT) - 1
_NO_REGION = 0xFFFF
MOST: Final = 400  # of one name: "San Antonio" has about 300

PlaceRow = tuple[int, int, str, int, int, int, str, int | None, int, int | None]


def pack_names(named: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, bytes]]:
    """Yield buckets of names: the marks of all, then the entries, in the order given.

    Parameters
    ----------
    named
        Folded names, each with its entries.
    """
    for bucket, marks in sorted(by_bucket(named).items()):
        records = [(mark, n) for mark, name in sorted(marks.items()) for n in named[name]]
        entries = b"".join(n.to_bytes(_WIDE, "little") for _, n in records)
        yield bucket, b"".join(mark for mark, _ in records) + entries


def by_bucket(names: Mapping[str, object]) -> dict[int, dict[bytes, str]]:
    """Return the buckets of names, each with its marks and the names they stand for.

    Raises
    ------
    AssertionError
        If two names share bucket and mark: then the key is too narrow.
    """
    buckets: dict[int, dict[bytes, str]] = defaultdict(dict)
    for name in names:
        bucket, mark = key(name)
        met = buckets[bucket].setdefault(mark, name)
        if met != name:
            message = f"{name!r} and {met!r} share a key: widen the key"
            raise AssertionError(message)
    return buckets


def entries(records: bytes, mark: bytes) -> tuple[int, ...]:
    """Return the entries that stand in a bucket under a mark.

    Parameters
    ----------
    records
        The bucket.
    mark
        The mark.

    Returns
    -------
    tuple of int
        Each a number, and in its upper bits what is decided of the name.
    """
    end = len(records) // 2
    at = find_mark(records, mark)
    if at < 0:
        return ()
    after = at + _WIDE
    while after < end and records[after : after + _WIDE] == mark:
        after += _WIDE
    many = min((after - at) // _WIDE, MOST)
    return unpack_from(f"<{many}I", records, end + at)


def find_mark(records: bytes, mark: bytes) -> int:
    """Return where in a bucket a mark first stands; -1 where it does not."""
    end = len(records) // 2
    at = records.find(mark, 0, end)
    while at % _WIDE and at > 0:
        at = records.find(mark, at + 1, end)
    return at


def decided_entries(
    buckets: Mapping[int, bytes], numbers: Sequence[int], marks: Sequence[bytes]
) -> Iterator[int]:
    """Yield for each name the entry that has a decision; 0 where none has.

    Parameters
    ----------
    buckets
        The buckets that are asked for.
    numbers, marks
        Of each name: the number of its bucket, and its mark.

    Yields
    ------
    int
        The entry; `ABSENT` where nothing has that name.
    """
    for number, mark in zip(numbers, marks, strict=True):
        records = buckets[number]
        end = len(records) >> 1
        at = records.find(mark, 0, end)
        if at % _WIDE:  # also -1
            at = find_mark(records, mark)
        entry = _ENTRY(records, end + at)[0] if at >= 0 else ABSENT
        if entry <= NUMBER:  # it may be one of the next
            entry = next((other for other in entries(records, mark) if other > NUMBER), 0)
        yield entry


def decided_entry(records: bytes, mark: bytes) -> int:
    """Return the same of one name, whose bucket it is."""
    at = find_mark(records, mark)
    if at < 0:
        return ABSENT
    return next((entry for entry in entries(records, mark) if entry > NUMBER), 0)


def unpack_bucket(records: bytes) -> tuple[bytes, tuple[int, ...]]:
    """Return the marks of a bucket, and the entries, in their order."""
    end = len(records) // 2
    return records[:end], unpack_from(f"<{end // _WIDE}I", records, end)


def pack_places(places: Sequence[PlaceRow]) -> Iterator[tuple[int, bytes, str]]:
    """Yield blocks of places: their numbers in rows of equal length, and their names, by lines.

    Parameters
    ----------
    places
        All places; the id of each is its place among them.
    """
    for start in range(0, len(places), 1 << PER_BLOCK_SHIFT):
        some = places[start : start + (1 << PER_BLOCK_SHIFT)]
        packed = b"".join(
            _PLACE.pack(
                population, geonames_id or 0, _NO_REGION if region is None else region, rank,
                layer, country.encode("ascii"),
            )
            for _, layer, _, _, _, population, country, region, rank, geonames_id in some
        )  # fmt: skip
        names = "\n".join(name for _, _, name, *_ in some)
        if names.count("\n") != len(some) - 1:
            message = f"a name has a line break: {names!r}"
            raise AssertionError(message)
        yield start >> PER_BLOCK_SHIFT, packed, names


def pack_points(places: Sequence[PlaceRow]) -> Iterator[tuple[int, bytes]]:
    """Yield where the places are, many in a row: what most answers need of most places."""
    for start in range(0, len(places), 1 << POINTS_SHIFT):
        some = places[start : start + (1 << POINTS_SHIFT)]
        packed = b"".join(_POINT.pack(lat, lon) for _, _, _, lat, lon, *_ in some)
        yield start >> POINTS_SHIFT, packed


def pack_sounds(
    sounds: Mapping[str, Mapping[int, int]],
    besides: Mapping[tuple[str, int], Sequence[str]],
    places: Sequence[PlaceRow],
) -> Iterator[tuple[str, bytes, str]]:
    """Yield consonants, each with its places, the most prominent first, and how prominent each is.

    With them, a line for each place, how the names are said that are not like its own; nothing
    where there are none.

    Parameters
    ----------
    sounds
        By consonants the ids of places, each with how it bears the name that sounds so.
    besides
        By consonants and place how other names of it are said.
    places
        All places, in the order of their ids.
    """
    for heard, flags in sorted(sounds.items()):
        numbers = sorted(flags, key=lambda number: (-places[number][8], number))
        words = [places[n][8] << RANK_SHIFT | n << 2 | flags[n] for n in numbers]
        lines = [",".join(besides.get((heard, n), ())) for n in numbers]
        packed = b"".join(word.to_bytes(_WIDE, "little") for word in words)
        yield heard, packed, "\n".join(lines) if any(lines) else ""


def unpack_place(number: int, packed: bytes, names: str, points: bytes) -> PlaceRow:
    """Return a place from its block and the row of its point."""
    within = number & _WITHIN
    population, geonames_id, region, rank, layer, country = _PLACE.unpack_from(
        packed, within * _PLACE.size
    )
    lat, lon = unpack_point(number, points)
    return (
        number, layer, names.split("\n")[within], lat, lon, population,
        sys.intern(country.decode("ascii").strip("\0")), None if region == _NO_REGION else region,
        rank, geonames_id or None,
    )  # fmt: skip


def unpack_point(number: int, points: bytes) -> tuple[int, int]:
    """Return only where a place is: latitude and longitude, as stored."""
    return _AT(points, (number & _AMONG_POINTS) << _POINT_SHIFT)

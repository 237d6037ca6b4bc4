from __future__ import annotations

import pytest

from exile_map import column_names
from exile_map.vocabulary import fold


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Place", "place"),
        ("START_YEAR", "start"),
        ("Année", "year"),
        ("annee", "year"),
        ("Ort", "place"),
        ("место", "place"),
        ("Miejscowość", "place"),
        ("image alt", "image_alt"),
        ("Date d'arrivée", "start"),
        ("DATE DE DÉPART", "end"),
        ("Länge", "lon"),
        ("laengengrad", "lon"),
        ("fecha de inicio", "start"),
        ("Año", "year"),
        ("data di partenza", "end"),
        ("Início", "start"),
        ("населённый пункт", "place"),
        ("населенный  пункт", "place"),
        ("źródło", "source"),
        ("zrodlo", "source"),
        ("długość", "lon"),
        ("lat/long", "coordinates"),
        ("archive box", None),
        ("", None),
    ],
)
def test_headers_are_known_whatever_their_case_and_accents(header: str, column: str) -> None:
    assert column_names.column_named(header) == column


def test_no_header_means_two_columns() -> None:
    seen: dict[str, str] = {}
    for column, words in column_names.COLUMNS.items():
        for word in words.split():
            assert seen.setdefault(fold(word), column) == column, word

"""The field's words: kinds of stay, kinds of move, and what people call their columns."""

from __future__ import annotations

import unicodedata
from typing import Final

STAY_GROUPS: Final = (
    "home",
    "confined",
    "hiding",
    "transit",
    "waiting",
    "sea",
    "military",
    "other",
)
"""How a stay is drawn; ``confined`` (prison, camp, internal exile) is hatched."""

MOVE_GROUPS: Final = ("forced", "flight", "free", "unknown", "none")
"""How a person came; ``none`` is a birth or the first known stay."""

_STAYS: Final = {
    "home": "home residence residency house work study studies asylum settled refuge exile",
    "confined": "prison jail gaol arrest detention detained interned internment camp ghetto"
    " confinement banishment deportation",
    "hiding": "hiding underground clandestine illegal",
    "transit": "transit passage stopover travel journey flight visit",
    "waiting": "waiting quarantine limbo",
    "sea": "sea ship aboard voyage",
    "military": "military army navy war front service",
}
_STAY_PHRASES: Final = {
    "internal exile": "confined",
    "house arrest": "confined",
    "forced residence": "confined",
    "labour camp": "confined",
    "labor camp": "confined",
    "at sea": "sea",
    "waiting for a visa": "waiting",
    "in hiding": "hiding",
}
_MOVES: Final = {
    "forced": "expelled deported exiled banished arrested transferred extradited exchanged"
    " interned evicted displaced conscripted sentenced imprisoned transported repatriated"
    " stripped handed-over",
    "flight": "fled escaped flight flees refuge smuggled evacuated rescued asylum",
    "free": "moved returned left released settled emigrated immigrated travelled traveled"
    " sent went came visited invited migrated sailed",
    "none": "born birth",
}
_MOVE_PHRASES: Final = {
    "returned illegally": "flight",
    "went into hiding": "flight",
    "sent by": "free",
    "sent to": "unknown",
    "left or was expelled": "unknown",
    "expelled or left": "unknown",
    "forced or free": "unknown",
}

COLUMNS: Final = {
    "person": "person name who life exile personne nom persona persona pessoa лицо имя osoba"
    " persona personnage",
    "place": "place location city town where lieu endroit ville ort stadt platz lugar ciudad"
    " luogo città lugar cidade локация место город miejsce miasto miejscowość",
    "year": "year date when années année an datum jahr zeit año fecha anno data ano data год"
    " дата rok data dates years period période zeitraum periodo período период okres",
    "start": "start from begin arrival arrived since début arrivée von beginn ankunft inicio"
    " desde llegada inizio da arrivo início chegada начало с прибытие początek od przyjazd"
    " start_year from_year start_date",
    "end": "end to until till departure left fin jusque départ bis ende abreise hasta salida"
    " fine partenza fim até saída partida конец до отъезд koniec do wyjazd end_year to_year"
    " end_date",
    "coordinates": "coordinates position geo latlon wkt",
    "country": "country pays land staat país paese país страна kraj państwo",
    "region": "region province state région bundesland provinz región provincia regione região"
    " регион область województwo",
    "lat": "lat latitude breite breitengrad latitud latitudine широта szerokość y",
    "lon": "lon lng long longitude länge längengrad longitud longitudine долгота długość x",
    "radius_km": "radius_km radius rayon umkreis radio raggio raio радиус promień",
    "stay": "stay kind type status séjour aufenthalt estancia soggiorno estadia пребывание pobyt",
    "move": "move how came moved mouvement umzug movimiento movimento переезд ruch",
    "mode": "mode transport moyen verkehrsmittel medio mezzo meio транспорт środek",
    "via": "via über через przez",
    "story": "story text description notes note comment récit histoire texte geschichte"
    " beschreibung historia relato texto storia testo descrizione história история текст"
    " описание opis",
    "quote": "quote quotation citation zitat cita citazione citação цитата cytat",
    "source": "source sources quelle quellen fuente fonte источник źródło",
    "url": "url link href lien enlace ссылка",
    "image": "image picture photo bild imagen foto immagine imagem изображение obraz",
    "image_alt": "image_alt alt",
    "image_credit": "image_credit credit",
    "certainty": "certainty certain certitude sicherheit certeza certezza достоверность pewność",
    "seq": "seq order sequence n° no ordre reihenfolge orden ordine ordem порядок kolejność",
    "id": "id key",
}
"""For each of our columns, the headers people write for it (English first), space-separated."""


def fold(text: str) -> str:
    """Fold case, accents, spaces and punctuation, so that two ways of writing a word meet."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def _index(table: dict[str, str]) -> dict[str, str]:
    return {fold(word): group for group, words in table.items() for word in words.split()}


_STAY_WORDS: Final = _index(_STAYS)
_MOVE_WORDS: Final = _index(_MOVES)
_COLUMN_WORDS: Final = {
    fold(word): column for column, words in COLUMNS.items() for word in words.split()
}


def _group(text: str, phrases: dict[str, str], words: dict[str, str], default: str) -> str:
    folded = fold(text)
    for phrase, group in phrases.items():
        if phrase in folded:
            return group
    for word in folded.split():
        if word in words:
            return words[word]
    return default


def stay_group(kind: str) -> str:
    """Return the group a stay is drawn as.

    Parameters
    ----------
    kind
        The user's word, such as ``"prison"``; blank is a home, an unknown word is ``"other"``.
    """
    return _group(kind, _STAY_PHRASES, _STAY_WORDS, "other") if kind.strip() else "home"


def move_group(kind: str) -> str:
    """Return the group a move is drawn as: forced, flight, free, unknown or none.

    Parameters
    ----------
    kind
        The user's word, such as ``"deported"``; blank or an unknown word is ``"unknown"``.
    """
    return _group(kind, _MOVE_PHRASES, _MOVE_WORDS, "unknown")


def column_named(header: str) -> str | None:
    """Return our column for a header as people write it, or None when it is not one of ours."""
    return _COLUMN_WORDS.get(fold(header))

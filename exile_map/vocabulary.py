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
    "person": "person name who life exile subject traveller persons people full_name"
    " personne nom nom_complet personnage qui personen namen wer persona nombre quién"
    " personaje persone nome chi personaggio pessoa quem personagem лицо имя фио персона кто"
    " человек osoba kto postać imię_i_nazwisko imię nazwisko",
    "place": "place location city town where locality settlement place_name placename toponym"
    " lieu endroit ville où localité commune nom_du_lieu lieu_de_séjour"
    " ort stadt platz wo ortsname aufenthaltsort wohnort ortschaft orte"
    " lugar ciudad localidad población dónde sitio municipio"
    " luogo città località dove comune luoghi"
    " cidade local onde localização município"
    " место город локация населённый_пункт местность где места местопребывание"
    " miejsce miasto miejscowość lokalizacja gdzie miejsce_pobytu",
    "year": "year date when years dates period time time_span timespan"
    " année années an quand période jahr jahre datum zeit zeitraum wann"
    " año años fecha fechas cuándo período anno anni data date_soggiorno periodo quando epoca"
    " ano anos datas год годы дата даты время когда период rok lata daty czas kiedy okres",
    "start": "start from begin beginning begins arrival arrived arrived_on since start_year"
    " from_year year_from start_date date_from from_date date_start date_of_arrival arrival_date"
    " year_start began"
    " début arrivée depuis du date_de_début date_d_arrivée année_de_début année_début de_année"
    " von beginn anfang ankunft seit ab startdatum von_jahr jahr_von beginnt anreise datum_von"
    " inicio desde llegada comienzo fecha_inicio fecha_de_inicio fecha_de_llegada año_inicio"
    " desde_año inizio da dal arrivo data_inizio data_di_arrivo dall_anno anno_inizio"
    " início chegada de desde_ano data_de_início data_de_chegada ano_início data_início"
    " начало с прибытие приезд приехал дата_начала от дата_приезда год_начала с_года"
    " początek od przyjazd rok_od data_od data_początkowa od_roku przybycie",
    "end": "end to until till ends departure departed left end_year to_year year_to end_date"
    " date_to to_date date_end date_of_departure departure_date year_end"
    " fin jusque jusqu_à jusqu_en départ au date_de_fin date_de_départ année_de_fin année_fin"
    " bis ende abreise enddatum bis_jahr jahr_bis abfahrt datum_bis"
    " hasta salida partida fecha_fin fecha_de_fin fecha_de_salida año_fin hasta_año"
    " fine al partenza data_fine data_di_partenza anno_fine"
    " fim até saída ate data_de_fim data_de_saída ano_fim data_fim"
    " конец до по отъезд выезд уехал окончание дата_окончания дата_отъезда год_окончания до_года"
    " koniec do wyjazd rok_do data_do data_końcowa do_roku odjazd",
    "coordinates": "coordinates coordinate coords position geo lat_lon latlon lat_long latlong"
    " lat_lng latlng lon_lat wkt geometry point gps gps_coordinates coordinates_lat_lon"
    " coordonnées coordonnées_gps koordinaten koordinate geokoordinaten coordenadas"
    " coordenada ubicación coordinate_gps posizione coordinata координаты współrzędne"
    " współrzędne_geograficzne",
    "country": "country country_name pays land staat país países paese stato страна государство"
    " kraj państwo",
    "region": "region province state county région département bundesland provinz kreis gegend"
    " región provincia comarca regione região província estado distrito регион область край"
    " губерния województwo obwód prowincja",
    "lat": "lat latitude breite breitengrad geographische_breite latitud latitudine широта"
    " szerokość szerokość_geograficzna y gps_lat lat_deg latitude_n",
    "lon": "lon lng long longitude länge laenge längengrad laengengrad geographische_länge"
    " longitud longitudine долгота długość długość_geograficzna x gps_lon gps_lng lon_deg",
    "radius_km": "radius_km radius accuracy_km rayon rayon_km umkreis umkreis_km radio radio_km"
    " raggio raggio_km raio raio_km радиус радиус_км promień promień_km",
    "stay": "stay kind type status stay_type type_of_stay séjour type_de_séjour nature aufenthalt"
    " aufenthaltsart art estancia tipo_de_estancia tipo soggiorno tipo_di_soggiorno estadia estada"
    " tipo_de_estadia пребывание вид тип тип_пребывания pobyt rodzaj rodzaj_pobytu typ",
    "move": "move how came moved movement reason cause how_came how_they_came mouvement"
    " motif manière umzug wie bewegung anlass grund movimiento cómo motivo causa come spostamento"
    " movimento como переезд как причина перемещение ruch jak przyczyna przeprowadzka",
    "mode": "mode transport means mode_of_transport moyen moyen_de_transport verkehrsmittel"
    " transportmittel medio medio_de_transporte mezzo mezzo_di_trasporto meio meio_de_transporte"
    " транспорт средство środek środek_transportu",
    "via": "via via_places through étapes über ueber zwischenstationen vía"
    " escalas tappe paradas через przez",
    "story": "story text description notes note narrative remarks remark details comment comments"
    " récit histoire texte remarque remarques commentaire geschichte erzählung beschreibung"
    " bemerkung bemerkungen anmerkung anmerkungen notiz notizen kommentar"
    " historia relato descripción texto notas nota observaciones comentario"
    " storia testo descrizione racconto osservazioni commento história descrição observações"
    " comentário история текст описание рассказ примечание примечания заметки комментарий"
    " opis tekst uwagi notatki opowieść komentarz",
    "quote": "quote quotation zitat cita citazione citação цитата cytat",
    "source": "source sources reference references citation bibliography référence références"
    " quelle quellen nachweis beleg belege fuente fuentes referencia fonte fonti riferimento"
    " fontes referência источник источники ссылка_на_источник литература źródło źródła",
    "url": "url link href website web lien site webseite enlace sito ссылка сайт odnośnik",
    "image": "image picture photo photograph picture_url image_url illustration bild foto"
    " photographie imagen fotografía immagine imagem изображение фото картинка obraz zdjęcie",
    "image_alt": "image_alt alt alt_text alternative_text image_description légende"
    " bildbeschreibung",
    "image_credit": "image_credit credit credits photo_credit crédit bildnachweis créditos crediti",
    "certainty": "certainty certain confidence certitude sicherheit gewissheit certeza certezza"
    " достоверность уверенность pewność",
    "seq": "seq order sequence n° nº no nr number rank ordre numéro reihenfolge nummer lfd_nr"
    " orden número ordine numero ordem порядок номер п_п kolejność lp",
    "id": "id key identifier identifiant kennung identificador identificativo идентификатор"
    " identyfikator",
}
"""For each of our columns, the headers people write for it (English first), space-separated; an
underscore stands for a space within one."""

_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "œ": "oe", "æ": "ae", "ı": "i"})


def fold(text: str) -> str:
    """Fold case, accents, spaces and punctuation, so that two ways of writing a word meet."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
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

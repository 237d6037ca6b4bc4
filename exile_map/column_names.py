"""Columns: what a table of places may have, and what people call it in eight languages."""

from __future__ import annotations

import re
from typing import Final

from exile_map.vocabulary import fold

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
    "month": "month mois monat mes mese mês месяц miesiąc",
    "day": "day jour tag día giorno dia день число dzień",
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

_HUMPS: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_LONGEST_HEADER: Final = 60
_FILLERS: Final = frozenset(("name", "nom", "nombre", "nome", "of", "the"))
_COLUMN_WORDS: Final = {
    fold(word): column for column, words in COLUMNS.items() for word in words.split()
}


def column_named(header: str) -> str | None:
    """Return our column for a header as people write it, or None when it is not one of ours.

    "DateFrom", "Дата (начало)" and "Ort / Place" are understood by their words.
    """
    folded = fold(_HUMPS.sub(" ", header))
    ours = _COLUMN_WORDS.get(folded)
    if ours is not None or len(folded) > _LONGEST_HEADER:
        return ours
    words = folded.split()
    telling = [word for word in words if word not in _FILLERS]
    bare = _COLUMN_WORDS.get(" ".join(telling))
    if bare in ("person", "place"):
        return bare
    meant = {_COLUMN_WORDS.get(word) for word in words}
    ends = meant - {"year"}
    if len(ends) == 1 and ends <= {"start", "end"}:
        return ends.pop()
    parts = (
        {_COLUMN_WORDS.get(fold(part)) for part in header.split("/")} if "/" in header else meant
    )
    return parts.pop() if "/" in header and len(parts) == 1 else None

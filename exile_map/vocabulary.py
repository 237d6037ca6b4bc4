"""The field's words: kinds of stay, kinds of move, and what people call their columns."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
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

MODES: Final = ("ship", "train", "road", "foot", "air")
"""How a person travelled, as it is drawn; blank where that is not told."""

# Words are looked for in this order: a camp that is a place of work is a camp. Beginnings of words
# ("арест*") stand for all their endings.
_STAYS: Final = {
    "confined": (
        "forced prison* jail* gaol* arrest* detention"
        " detain* intern* camp camps ghetto confine* banish*"
        " deport* katorga gulag isolator penal"
        " incarcer* cachot détenu détention bagne bannissement relégation forcée"
        " gefängnis* haft häftling lager kz zuchthaus verbannung festung* zwangs*"
        " prisión preso cárcel encarcel* campo destierro confinamiento detenid*"
        " prigion* carcer* confino lager internat* detenut*"
        " prisão preso cadeia degredo desterro presídio detid*"
        " тюр* лагер* ссыл* арест* заключен* каторг* гетто интернир* поселен*"
        " więzien* obóz oboz* zesłan* areszt* katorg* getto internow* łagier*"
    ),
    "hiding": (
        "hiding underground clandestin* illegal* incognito"
        " caché cachée versteck* untergrund illegal"
        " escondid* clandestinidad nascosto nascondiglio clandestinità clandestinidade"
        " подпол* нелегал* скрыв* ukryci* konspirac* podziem*"
    ),
    "waiting": (
        "waiting quarantine limbo attente warten wartet espera attesa ожидан* карантин* oczekiw*"
    ),
    "sea": (
        "sea ship aboard voyage bord mer seereise schiff"
        " barco mare mar nave navio море корабл* statek"
    ),
    "military": (
        "military army navy war front soldier armée guerre heer krieg soldat ejército guerra"
        " esercito exército арми* войн* фронт* wojsk* wojn* front"
    ),
    "transit": (
        "transit passage stopover travel* journey visit* flight durchreise reise voyage* tránsito"
        " viaje transito viaggio trânsito viagem проезд* транзит* путеш* podróż* tranzyt*"
    ),
    "home": (
        "home residence residency house work study"
        " studies asylum settled refuge exile live* domicile"
        " domicil* maison asile études travail résidence"
        " zuhause wohn* heim arbeit studium asyl exil"
        " casa hogar residencia asilo exilio estudios trabajo domicilio dimora esilio studi lavoro"
        " casa residência exílio estudos дом* жил* прожив* эмиграц* учеб* работ* убежищ*"
        " dom mieszk* zamieszk* emigracj* stud* prac* azyl*"
    ),
}
_MOVES: Final = {
    "unknown": "unknown unklar inconnu desconocido sconosciuto desconhecido неизвестно nieznan*",
    "forced": (
        "expel* deport* exiled banish* arrest*"
        " transfer* extradit* exchanged intern* evict* displac*"
        " conscript* sentenced imprison* transported repatriat*"
        " expuls* déport* exilé* banni* arrêté* transféré* extradé* échangé* condamné* emprisonné*"
        " ausgewiesen* abgeschoben* verbannt* verhaftet* deportiert* ausgeliefert* verschleppt*"
        " ausgetauscht* interniert* vertrieben*"
        " expulsad* deportad* desterrad* detenid* arrestad* canjead* trasladad* encarcelad*"
        " espuls* deportat* esiliat* bandit* arrestat* confinat* trasferit* estradat*"
        " deportado* exilad* banid* presa degredad* trocad*"
        " высл* сослан* арест* депорт* изгнан* обмен* этап* выдворен* переведен*"
        " wydalon* zesłan* aresztowan* deportowan* wygnan* wywiezion* wymienion* wysiedlon*"
    ),
    "flight": (
        "fled flee* escap* flight refuge smuggled evacuat* rescued asylum"
        " fui fuite* évad* réfugi* clandestinement flucht geflohen flüchtet* entkommen evakuiert"
        " huy* huid* fug* escapó escapad* refugi* fugg* scappat* evas* rifugiat* fugiu"
        " бежал* бегств* побег* бежен* эваку* uciek* ucieczk* zbieg* ewaku*"
    ),
    "free": (
        "moved return* left released settled emigrat*"
        " immigrat* travel* sent went came visit* invited"
        " migrat* sailed parti* retour* revenu* déménag* émigr* installé* voyag* libéré* invité*"
        " umgezogen umzug zurück* ausgewandert emigriert gereist übersiedelt entlassen eingeladen"
        " mudó mudanza regres* volvió emigró viaj*"
        " liberad* trasloc* tornat* emigrat* partit* viaggi*"
        " mudou voltou emigrou regressou переех* верну* эмигр* уехал* приех* освобожд* поезд*"
        " przeprowadz* wróci* powr* wyjech* wyjazd* przyjech* emigrow* zwolnion*"
    ),
    "none": "born birth né née geboren nacid* nació nat* nascid* nasceu рожд* родил* ur urodz*",
}
_MODES: Final = {
    "ship": (
        "ship* boat* steam* sea sail* vessel ferry freighter liner ss aboard cargo schooner"
        " bateau navire paquebot mer voilier ferry bord cargo"
        " schiff* dampf* boot fähre frachter see seeweg"
        " barco* buque* vapor mar nave navío velero nave piroscafo traghetto navio"
        " корабл* парох* теплох* паром* море* морем судно statek statk* parow* prom* okręt*"
    ),
    "train": (
        "train* rail* zug eisenbahn bahn tren ferrocarril treno ferrovia trem comboio fer"
        " поезд* эшелон* железн* pociąg* kolej*"
    ),
    "road": (
        "road car cars bus motor* lorry truck* cart carriage coach wagon* horse* sledge sleigh taxi"
        " bicycle voiture auto* car camion charrette diligence cheval traîneau vélo"
        " wagen pferd* kutsche lastwagen schlitten fahrrad coche camión carro caballo carreta"
        " macchina carrozza cavallo camion slitta carruagem cavalo caminhão"
        " авто* машин* грузов* лошад* подвод* сан* телег* samoch* ciężar* wóz konno koń sanie"
    ),
    "foot": (
        "foot walk* march* hike* ski* pied pieds marche fuß fuss* gewandert pie andando"
        " piedi pé pés пешк* пеши* pieszo marsz"
    ),
    "air": (
        "air* aero* plane flight flown flew flying avion vol aérien flug* luftweg avión vuelo aereo"
        " volo avião voo самолет* самолёт* воздух* samolot* lot"
    ),
}
_SMALL_WORDS: Final = (
    *(
        "on",
        "the",
        "a",
        "an",
        "at",
        "by",
        "in",
        "via",
        "and",
        "then",
        "par",
        "le",
        "la",
        "du",
        "de",
    ),
    *("en", "et", "mit", "dem", "und"),
)
_MOVE_PHRASES: Final = {
    "returned illegally": "flight",
    "retour clandestin": "flight",
    "regreso clandestino": "flight",
    "ritorno clandestino": "flight",
    "regresso clandestino": "flight",
    "нелегальное возвращение": "flight",
    "nielegalny powrot": "flight",
    "went into hiding": "flight",
    "sent by": "free",
    "sent to": "unknown",
    "left or was expelled": "unknown",
    "expelled or left": "unknown",
    "depart ou expulsion": "unknown",
    "abreise oder ausweisung": "unknown",
    "partida o expulsion": "unknown",
    "partenza o espulsione": "unknown",
    "partida ou expulsao": "unknown",
    "отъезд или высылка": "unknown",
    "wyjazd lub wydalenie": "unknown",
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
_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "œ": "oe", "æ": "ae", "ı": "i"})


def fold(text: str) -> str:
    """Fold case, accents, spaces and punctuation, so that two ways of writing a word meet."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


_COLUMN_WORDS: Final = {
    fold(word): column for column, words in COLUMNS.items() for word in words.split()
}


_TABLES: Final = {"stay": _STAYS, "move": _MOVES, "mode": _MODES}


@cache
def _patterns(of: str) -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    """Return each group with its whole words and its beginnings of words."""
    out = []
    for group, words in _TABLES[of].items():
        listed = words.split()
        whole = frozenset(fold(word) for word in listed if not word.endswith("*"))
        begun = tuple(fold(word[:-1]) for word in listed if word.endswith("*"))
        out.append((group, whole, begun))
    return tuple(out)


def _group(folded: str, of: str, default: str) -> str:
    words = folded.split()
    for group, whole, begun in _patterns(of):
        if any(word in whole or word.startswith(begun) for word in words):
            return group
    return default


@cache
def stay_group(kind: str) -> str:
    """Return the group a stay is drawn as.

    Parameters
    ----------
    kind
        The user's word, in one of eight languages, such as ``"prison"``; blank is a home, an
        unknown word is ``"other"``.
    """
    return _group(fold(kind), "stay", "other") if kind.strip() else "home"


@cache
def move_group(kind: str) -> str:
    """Return the group a move is drawn as: forced, flight, free, unknown or none.

    Parameters
    ----------
    kind
        The user's word, in one of eight languages, such as ``"deported"``; blank or an unknown
        word is ``"unknown"``.
    """
    folded = fold(kind)
    for phrase, group in _MOVE_PHRASES.items():
        if phrase in folded:
            return group
    return _group(folded, "move", "unknown")


@cache
def mode_group(mode: str) -> str:
    """Return the group a way is drawn as, one of `MODES`; blank where it cannot be told.

    Parameters
    ----------
    mode
        The user's words, in one of eight languages, such as ``"ship Capitaine Paul-Lemerle"``.
        Of several ways ("train and ship"), the one that stands first in `MODES`.
    """
    return _group(fold(mode), "mode", "") if mode.strip() else ""


@cache
def vehicle(mode: str) -> str:
    """Return the name that a way bears: "Capitaine Paul-Lemerle" of a ship's; blank if none.

    Parameters
    ----------
    mode
        The user's words, the kind of way among them, in any order.
    """
    patterns = [(whole, begun) for _, whole, begun in _patterns("mode")]

    def is_kind(word: str) -> bool:
        return any(word in whole or word.startswith(begun) for whole, begun in patterns)

    words = [word.strip("\"'«»“”„‘’") for word in re.findall(r"[^\s,;:()/]+", mode)]
    names = [w for w in words if fold(w) and not is_kind(fold(w)) and fold(w) not in _SMALL_WORDS]
    return " ".join(names)


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

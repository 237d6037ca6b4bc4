"""The field's words: kinds of stay, kinds of move, ways to travel."""

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

_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "œ": "oe", "æ": "ae", "ı": "i"})


def fold(text: str) -> str:
    """Fold case, accents, spaces and punctuation, so that two ways of writing a word meet."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    kept = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


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

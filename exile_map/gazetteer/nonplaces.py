"""Non-places: words in a place column that name no place ("prison", "at sea", "unknown")."""

from __future__ import annotations

from functools import cache

from exile_map.gazetteer.folding import fold

# In English, French, German, Spanish, Italian, Portuguese, Russian, Polish; `;` divides.
_WORDS = {
    "says that the place is not known": (
        "unknown; not known; place unknown; unknown place; whereabouts unknown; unclear; n/a; "
        "na; none; nil; null; tbd; ?; various; various places; several places; somewhere; "
        "nowhere; elsewhere; no fixed abode; homeless; inconnu; inconnue; lieu inconnu; sans "
        "domicile; sans domicile fixe; sdf; divers; quelque part; nulle part; ailleurs; "
        "unbekannt; ort unbekannt; unbekannter ort; verschiedene; verschiedene orte; irgendwo; "
        "nirgends; anderswo; ohne festen wohnsitz; obdachlos; desconocido; desconocida; lugar "
        "desconocido; paradero desconocido; varios; varios lugares; sin domicilio; sin "
        "domicilio fijo; sconosciuto; sconosciuta; luogo sconosciuto; ignoto; vari luoghi; "
        "senza fissa dimora; altrove; desconhecido; desconhecida; lugar desconhecido; paradeiro "
        "desconhecido; sem domicilio; неизвестно; неизвестен; место неизвестно; неизвестное "
        "место; где то; без определенного места жительства; бомж; разные места; nieznane; "
        "nieznany; miejsce nieznane; nie wiadomo; rozne miejsca; gdzies; bezdomny"
    ),
    "names a kind of confinement, not a place": (
        "prison; jail; gaol; in prison; in jail; in custody; custody; prison camp; labour camp; "
        "labor camp; camp; the camps; concentration camp; internment; internment camp; "
        "detention; under arrest; house arrest; arrest; exile; in exile; internal exile; "
        "banishment; deported; deportation; gulag; the gulag; prisoner of war; en prison; la "
        "prison; prisons; camp d internement; camp de concentration; interne; internement; "
        "residence surveillee; exil; en exil; deporte; goulag; gefangnis; im gefangnis; haft; "
        "in haft; zuchthaus; lager; internierungslager; konzentrationslager; kz; verbannung; im "
        "exil; hausarrest; kriegsgefangenschaft; carcel; prision; en prision; en la carcel; "
        "campo de concentracion; campo de internamiento; destierro; exilio; en el exilio; "
        "arresto domiciliario; carcere; prigione; in carcere; in prigione; campo di "
        "concentramento; campo di internamento; confino; al confino; esilio; in esilio; arresti "
        "domiciliari; prisao; na prisao; cadeia; campo de concentracao; no exilio; degredo; "
        "prisao domiciliar; тюрьма; в тюрьме; лагерь; в лагере; лагеря; гулаг; ссылка; в "
        "ссылке; изгнание; в изгнании; эмиграция; в эмиграции; под стражей; домашний арест; "
        "плен; в плену; каторга; концлагерь; wiezienie; w wiezieniu; oboz; w obozie; lagier; "
        "zeslanie; na zeslaniu; wygnanie; na wygnaniu; emigracja; na emigracji; areszt domowy"
    ),
    "says that they were on the way, not where": (
        "at sea; on the sea; on board; on board ship; aboard; aboard ship; ship; on a ship; in "
        "transit; transit; en route; on the road; on the move; travelling; traveling; travel; "
        "on the train; train; on the run; in flight; voyage; sea voyage; en mer; a bord; en "
        "voyage; en chemin; sur la route; dans le train; en fuite; en transit; bateau; auf see; "
        "auf hoher see; an bord; unterwegs; auf reisen; auf der flucht; im zug; auf der reise; "
        "en el mar; en alta mar; alta mar; a bordo; en viaje; de viaje; en camino; en transito; "
        "en fuga; en el tren; in mare; per mare; in viaggio; in transito; in fuga; in treno; no "
        "mar; no alto mar; em viagem; em transito; em fuga; no comboio; no trem; в море; на "
        "море; на корабле; на борту; в пути; в дороге; в поезде; в бегах; транзит; проездом; na "
        "morzu; na statku; na pokladzie; w drodze; w podrozy; w pociagu; w ucieczce; tranzyt"
    ),
    "says that they were away, not where": (
        "abroad; overseas; at home; home; hiding; in hiding; underground; clandestine; the "
        "front; at the front; front; the army; army; hospital; in hospital; school; university; "
        "countryside; the countryside; the provinces; village; city; town; return; the west; "
        "the east; a l etranger; etranger; chez lui; chez elle; clandestinite; dans la "
        "clandestinite; au front; a l armee; hopital; a l hopital; a la campagne; campagne; en "
        "province; province; outre mer; im ausland; ausland; zu hause; im untergrund; "
        "untergrund; versteck; an der front; im krankenhaus; krankenhaus; auf dem land; "
        "ubersee; en el extranjero; extranjero; en casa; clandestinidad; en la clandestinidad; "
        "en el frente; frente; en el campo; ultramar; all estero; estero; a casa; in "
        "clandestinita; clandestinita; al fronte; fronte; ospedale; in campagna; no "
        "estrangeiro; no exterior; estrangeiro; exterior; em casa; clandestinidade; na "
        "clandestinidade; na frente; no hospital; за границей; заграница; за рубежом; дома; "
        "подполье; в подполье; на фронте; фронт; армия; в армии; больница; в больнице; в "
        "деревне; деревня; za granica; zagranica; w domu; w ukryciu; podziemie; w podziemiu; na "
        "froncie; szpital; w szpitalu; na wsi; wies"
    ),
}


@cache
def _table() -> dict[str, str]:
    """Return folded words without spaces, each with what it says instead of a place."""
    told = [(word, says) for says, words in _WORDS.items() for word in words.split(";")]
    return {_closed(fold(word)): says for word, says in told}


def not_a_place(folded: str) -> str | None:
    """Say why a folded name is no place, as a clause; None where it may be one."""
    return _table().get(_closed(folded))


def _closed(folded: str) -> str:
    """Leave out the spaces: "all'estero" is folded into one word."""
    return folded.replace(" ", "")

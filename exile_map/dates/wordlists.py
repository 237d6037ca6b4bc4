"""The words people write dates with, in the eight languages of our headers.

One line is one language, in the order English, French, German, Spanish, Italian, Portuguese,
Russian, Polish; phrases are parted by commas and written without their accents. A dot is kept
where it tells one word from another ("a. c." is an era, "a c." is "to about"). Words that mean
one thing in two languages are written once.
"""

from __future__ import annotations

from typing import Final

# One line is one month: the full names and their cases, then the short ones.
MONTHS: Final = """
january, janvier, januar, janner, enero, gennaio, janeiro, январь, января, январе, январем, styczen, stycznia, styczniu, styczniem, jan, janv, ene, gen, genn, янв, sty
february, fevrier, februar, feber, febrero, febbraio, fevereiro, февраль, февраля, феврале, февралем, luty, lutego, lutym, feb, febr, fevr, fev, febbr, фев, февр, lut
march, mars, marz, maerz, marzo, marco, март, марта, марте, мартом, marzec, marca, marcu, marcem, mar, mrz, мар
april, avril, abril, aprile, апрель, апреля, апреле, апрелем, kwiecien, kwietnia, kwietniu, kwietniem, apr, avr, abr, апр, kwi
may, mai, mayo, maggio, maio, маи, мая, мае, маем, maj, maja, maju, majem, mag, magg
june, juin, juni, junio, giugno, junho, июнь, июня, июне, июнем, czerwiec, czerwca, czerwcu, czerwcem, jun, giu, июн, cze
july, juillet, juli, julio, luglio, julho, июль, июля, июле, июлем, lipiec, lipca, lipcu, lipcem, jul, juil, juill, lug, июл, lip
august, aout, agosto, август, августа, августе, августом, sierpien, sierpnia, sierpniu, sierpniem, aug, ago, авг, sie, sierp
september, septembre, septiembre, setiembre, settembre, setembro, сентябрь, сентября, сентябре, сентябрем, wrzesien, wrzesnia, wrzesniu, wrzesniem, sep, sept, set, sett, сен, сент, wrz
october, octobre, oktober, octubre, ottobre, outubro, октябрь, октября, октябре, октябрем, pazdziernik, pazdziernika, pazdzierniku, pazdziernikiem, oct, okt, ott, out, окт, paz, pazdz
november, novembre, noviembre, novembro, ноябрь, ноября, ноябре, ноябрем, listopad, listopada, listopadzie, listopadem, nov, ноя, нояб, lis, list
december, decembre, dezember, diciembre, dicembre, dezembro, декабрь, декабря, декабре, декабрем, grudzien, grudnia, grudniu, grudniem, dec, dez, dic, дек, gru
"""  # noqa: E501 - one line, one month

SEASONS: Final = """
spring, fruhj, printemps, fruhling, fruhjahr, fruehling, fruehjahr, primavera, весна, весны, весной, весноe, весне, wiosna, wiosny, wiosne, wiosnie
summer, ete, sommer, verano, estate, verao, лето, лета, летом, lato, latem, lecie
autumn, fall, automne, herbst, otono, autunno, outono, осень, осени, осенью, jesien, jesieni, jesienia
winter, hiver, invierno, inverno, зима, зимы, зимои, зиме, zima, zimy, zime, zimie
"""  # noqa: E501 - one line, one season

PHRASES: Final = {
    "about": """
        c, ca, circa, cca, about, around, approx, approximately, roughly, abt
        vers, environ, env, autour de
        um, etwa, gegen, ungefahr, rund, zirka
        hacia, alrededor de, aproximadamente, aprox
        verso, verso il, verso la, intorno al, intorno a, approssimativamente
        cerca de, por volta de
        около, ок, примерно, приблизительно, прибл
        okolo, ok
        h.""",
    "maybe": """
        ?, perhaps, possibly, probably, maybe, prob, poss, uncertain
        peut-etre, probablement, sans doute
        vielleicht, moglicherweise, wahrscheinlich, wohl, vermutlich
        quizas, quiza, probablemente, tal vez
        forse, probabilmente
        talvez, provavelmente
        возможно, вероятно, предположительно
        moze, byc moze, prawdopodobnie, mozliwe""",
    "to": """
        to, until, till, through, thru, up to
        a, au, jusque, jusqu', jusqu'a, jusqu'en, jusqu'au
        bis, bis zum, bis zu, bis zur
        hasta, hasta el, hasta la, al
        fino a, fino al, fino alla, all', alla, sino a, sino al
        ate, ate o, ate a, ao
        до, по
        do, az do
        auf den""",
    "from": """
        from
        a partir de, a partir du, a partir d'
        von, vom
        a partir del
        da, dal, dalla, dall', a partire da, a partire dal
        a partir da, a partir do
        с, со
        od""",
    "since": """
        since
        depuis, depuis le, depuis la, depuis l'
        seit, seit dem, ab, ab dem
        desde, desde el, desde la
        sin da, sin dal
        desde o, desde a
        начиная с
        poczawszy od
        as of""",
    "before": """
        before, prior to
        avant, avant le, avant l', d'avant, d'avant le, une date avant, une date avant le
        vor, vor dem, vor der
        antes de, antes del
        prima di, prima del, prima della, prima dell'
        antes do, antes da
        перед, ранее, раньше
        przed
        ante, ante -, pre -, <, shortly before, just before, peu avant, kurz vor
        poco antes de, poco antes del
        poco prima di, poco prima del, pouco antes de, незадолго перед, tuz przed""",
    "after": """
        after
        apres, apres le, apres l', une date apres, une date apres le
        d'une date apres, d'une date apres le
        nach, nach dem, nach der
        despues de, despues del, tras
        dopo, dopo il, dopo la
        depois de, depois do, depois da, apos
        после, позднее, позже
        po
        post, post -, >, shortly after, soon after, just after, peu apres, kurz nach
        poco despues de
        poco despues del, poco dopo, poco dopo il, pouco depois de, logo apos, вскоре после
        wkrotce po""",
    "between": """
        between
        entre, entre le, une date entre, une date entre le, d'une date entre, d'une date entre le
        zwischen, zwischen dem, irgendwann zwischen, irgendwann zwischen dem
        una fecha entre, una fecha entre el
        tra, fra, tra il, fra il, una data tra, una data tra il
        uma data entre
        между, даты между
        miedzy, pomiedzy, daty miedzy""",
    "and": """
        and, &
        et, et le
        und, und dem
        y, e, ed, e il, e o
        и
        i, oraz
        but, mais, aber, pero, ma, mas, но, ale""",
    "or": """
        or
        ou
        oder
        o, u, oppure
        или
        lub, albo""",
    "present": """
        present, the present, now, today, ongoing, current, onwards, onward, open
        le present, aujourd'hui, ce jour, nos jours, maintenant
        heute, gegenwart, zur gegenwart, jetzt
        presente, el presente, actualidad, la actualidad, hoy, ahora
        oggi, il presente, adesso
        hoje, o presente, agora, atualidade
        настоящее время, настоящего времени, сегодня, ныне, сеичас, н. в., наст. время
        dzis, dzisiaj, obecnie, teraz, chwili obecnej
        to date, pres, наст. вр, n. w.""",
    "bce": """
        bc, bce, b. c., b. c. e., before christ
        av. j. -c., av. j.-c., av j-c, av. j-c, av. j. c., avant j.-c., avant j-c
        avant jesus-christ
        avant notre ere, av. n. e.
        v. chr., v chr, v. chr, vor chr., vor chr, vor christus, v. u. z., vor christi geburt
        a. c., a. c, ac, a. de c., a. e. c., antes de cristo
        avanti cristo, a. e. v.
        до н. э., до н. э, до н э, до нашеи эры, до р. х., до рождества христова
        p. n. e., p. n. e, pne, przed nasza era, przed chr., przed chrystusem""",
    "ce": """
        ad, ce, a. d., c. e., anno domini
        ap. j.-c., ap. j. -c., ap j-c, ap. j-c, ap. j. c., apr. j.-c., apres j.-c.
        apres jesus-christ
        de notre ere, e. c.
        n. chr., n chr, n. chr, nach chr., nach chr, nach christus, u. z.
        d. c., d. c, dc, d. de c., despues de cristo
        dopo cristo, e. v., depois de cristo
        н. э., н. э, нашеи эры, от р. х., от рождества христова
        n. e., naszej ery, po chr., po chrystusie""",
    "old": """
        o. s., o. s, os, old style, julian
        ancien style, vieux style, julien, calendrier julien, v. s.
        a. st., alten stils, alter stil, julianisch
        estilo antiguo, juliano
        stile vecchio, vecchio stile, giuliano, s. v.
        estilo antigo
        ст. ст., ст. стиля, старого стиля, по старому стилю, по ст. ст., старыи стиль
        st. st., starego stylu, wedlug starego stylu""",
    "new": """
        n. s., n. s, ns, new style, gregorian
        nouveau style, gregorien
        n. st., neuen stils, neuer stil, gregorianisch
        estilo nuevo, gregoriano
        nuovo stile, stile nuovo
        estilo novo
        н. ст., нового стиля, по новому стилю, по н. ст.
        nowego stylu""",
    "century": """
        century, centuries, cent
        siecle, siecles, do seculo, do sec
        jahrhundert, jahrhunderts, jh, jhd, jhdt
        siglo, s.
        secolo, sec
        seculo, sec
        век, века, веке, в.
        wiek, wieku, w.""",
    "decade": """
        decade
        annees, les annees, decennie
        jahrzehnt, er-jahre
        anos, los anos, decada, decada de
        anni, gli anni, anni '
        anos, os anos, decada de
        годы, годов, годах, десятилетие
        lata, lat, latach, dekada""",
    "part 0": """
        early, beginning of, the beginning of, beginning, start of
        debut, debut de, au debut de, debut du, au debut du, debut des
        anfang, anfang des, anfang der, beginn, fruhe, fruhen
        principios de, a principios de, comienzos de, a comienzos de, principios del
        comienzos del
        inizio, inizi, inizio del, inizio degli, inizi del, inizi degli, primi, all'inizio del
        inicio de, inicio do, inicio dos, inicios de, inicios del, comeco de, comeco do
        comeco dos
        начало, начала, начале
        poczatek, poczatku, poczatki
        anf, нач, pocz, na poczatku, fruh""",
    "part 1": """
        mid, middle of, the middle of, mid -
        mi, mi -, milieu, milieu de, au milieu de, milieu du, milieu des
        mitte, mitte des, mitte der
        mediados de, a mediados de, mediados del
        meta, meta del, meta degli, alla meta del
        meados de, em meados de, meados do, meados dos
        середина, середины, середине
        polowa, polowy, polowie
        сер, w polowie""",
    "part 2": """
        late, end of, the end of
        fin, fin de, a la fin de, la fin de, fin du, fin des
        ende, ende des, ende der, spate, spaten
        finales de, a finales de, fines de, a fines de, finales del, fines del
        fine, fine del, fine degli, alla fine del, alla fine di, tardi
        fim de, fim do, fim dos, final de, final do, final dos, fins de, finais de, no final de
        конец, конца, конце
        koniec, konca, koncu
        кон, kon, pod koniec, tarda, tardo""",
    "undated": """
        undated, n. d., nd, no date, unknown, date unknown
        s. d., sans date, inconnu, inconnue
        o. d., o. j., ohne datum, undatiert, unbekannt
        sin fecha, desconocido, desconocida, s. f.
        senza data, sconosciuto, sconosciuta, ignoto
        sem data, desconhecido, desconhecida
        б. д., без даты, неизвестно
        b. d., bez daty, nieznane, nieznana
        n / a, none, null, nan, tbd, tba, tbc, not known, date not known, exact date unknown
        dates unknown
        date inconnue, non connu, non connue, k. a., keine angabe, sin datos, sem dados
        нет данных, н / д
        b. r., brak danych, brak daty""",
    "skip": """
        of, the, year, in, on, during, at
        l', le, les, d', du, de, des, en, dans, an, annee, l'annee, courant
        im, am, den, dem, der, das, die, jahr, jahre, jahren
        el, la, los, las, del, ano
        il, lo, gli, nel, nell', nella, anno, degli, delle, dei
        no, na, em, dos, das, ao longo de
        г, гг, год, года, году, г., гг., в, во
        rok, roku, r, r., w, we, latem roku
        monday, tuesday, wednesday, thursday, friday, saturday, sunday
        lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche
        montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag
        lunes, martes, miercoles, jueves, viernes, sabado, domingo
        lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica
        segunda-feira, terca-feira, quarta-feira, quinta-feira, sexta-feira
        понедельник, вторник, среда, четверг, пятница, суббота, воскресенье
        poniedzialek, wtorek, sroda, czwartek, piatek, sobota, niedziela
        †, died, d., born, b., mort, morte, ne, nee, gest., gestorben, geb., geboren
        murio, nacio, morto, nato, nata, morreu, nasceu, ум., умер, умерла, род., родился
        родилась
        zm., zmarl, ur., urodzony, urodzona
        *, sic, dia, el dia, no dia, all of, sometime in, some time in, throughout
        in the course of, in the month of, month of
        mois de, au mois de, monat, im monat, laufe, im laufe des jahres, mes de, en el mes de
        mese di
        nel mese di, mes de, no mes de, месяце, miesiacu, na
        night of, night of the, nuit du, la nuit du, nacht vom, nacht, noche del, noche, notte
        noite de, noite do
        academic year, school year, annee scolaire, annee universitaire, schuljahr
        studienjahr, curso
        anno accademico, anno scolastico, ano letivo, учебныи год, rok szkolny
        zu, zum, на, dnia, years, the years
        evening, evening of, the evening of, morning, morning of, the morning of, afternoon
        soir, soir du, au soir, matin, matin du, au matin, abend, am abend, abends, sera
        la sera del
        вечером, утром, wieczorem, rano
        mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun""",
    "latest": """
        by, not after, no later than, not later than, at the latest, at latest, ≤
        au plus tard, pas apres
        spatestens, nicht nach, nicht nach dem, nicht spater als
        a mas tardar, no despues de, no despues del, no mas tarde de
        al piu tardi, non oltre, non oltre il, non dopo, non dopo il
        o mais tardar, no maximo, nao depois de
        не позднее, не позже, не позднее чем
        nie pozniej niz, najpozniej""",
    "earliest": """
        not before, no earlier than, not earlier than, at the earliest, ≥
        au plus tot, pas avant
        fruhestens, nicht vor, nicht vor dem, nicht fruher als
        no antes de, no antes del, como pronto
        non prima di, non prima del, non prima
        nao antes de, o mais cedo
        не ранее, не раньше, не ранее чем
        nie wczesniej niz, najwczesniej""",
    "following": """
        ff, et seq, et seqq, seqq, sqq, et sqq, +, and following, and after, and later
        et suiv, et suivantes, et s.
        und folgende, folgende
        y ss, y sigs, y siguientes
        e segg, e seguenti, e ss
        e segs, e seguintes
        и сл, и след, и далее
        i nast, i nastepne, nn.""",
    "next": """
        f, f., sq, et sq""",
    "nth 1": """
        first, premier, premiere, 1re, erste, ersten, erstes, erster, primer, primera, primero
        prima, primo
        primeira, primeiro, первая, первои, первое, первыи, первую, pierwsza, pierwszej
        pierwszy""",
    "nth 2": """
        second, deuxieme, seconde, zweite, zweiten, zweites, zweiter, segunda, segundo
        seconda, secondo
        вторая, второи, второе, второи, вторую, druga, drugiej, drugi""",
    "nth 3": """
        third, troisieme, dritte, dritten, drittes, tercer, tercera, terza, terzo, terceira
        terceiro
        третья, третии, третьеи, trzecia, trzeci""",
    "nth 4": """
        fourth, quatrieme, vierte, vierten, viertes, cuarto, cuarta, quarta, quarto, четвертая
        четвертыи
        четвертои, czwarta, czwarty""",
    "nth -1": """
        last, dernier, derniere, letzte, letzten, letztes, ultimo, ultima, последняя
        последнии, последнеи
        ostatni, ostatnia""",
    "share 2": """
        half, half of, half of the, moitie, moitie de, moitie du, moitie des, semestre
        semestre de, semestre du
        halfte, halfte des, halfte der, jahreshalfte, halbjahr, mitad, mitad de, mitad del
        semestre del
        metade, metade de, metade do, половина, половины, половине, половину, пол, полугодие
        polrocze, pol""",
    "share 4": """
        quarter, quarter of, quarter of the, q, trimestre, trimestre de, trimestre du
        trimestre del, quart, quart du
        quartal, viertel, viertel des, cuarto, cuarto del, quarto del, quartel do
        квартал, четверть, четверти, kwartal, cwierc, cwiercwiecze""",
    "stretch winter term": """
        ws, wintersemester, winter term, semestre d'hiver, semestre invernal, zimowy semestr
        semestr zimowy""",
    "stretch summer term": """
        ss, sommersemester, summer term, semestre d'ete, semestr letni""",
    "stretch turn": """
        jahreswende, jahreswechsel, turn of the year, turn of, przelom, na przelomie
        przelom lat, рубеж, на рубеже""",
    "seasons 21": """
        springs, printemps de chaque annee, primaveras, primavere""",
    "seasons 22": """
        summers, etes, veranos, estati, veroes""",
    "seasons 23": """
        autumns, falls, automnes, otonos, autunni, outonos""",
    "seasons 24": """
        winters, hivers, inviernos, inverni, invernos""",
    "tens 20": """
        twenties, vingt, zwanziger, veinte, venti, vinte, двадцатые, двадцатых, dwudzieste
        dwudziestych""",
    "tens 30": """
        thirties, trente, dreissiger, treinta, trenta, trinta, тридцатые, тридцатых
        trzydzieste, trzydziestych""",
    "tens 40": """
        forties, quarante, vierziger, cuarenta, quaranta, quarenta, сороковые, сороковых
        czterdzieste, czterdziestych""",
    "tens 50": """
        fifties, cinquante, funfziger, cincuenta, cinquanta, cinquenta, пятидесятые, пятидесятых
        piecdziesiate, piecdziesiatych""",
    "feast christmas": """
        christmas, xmas, christmastime, noel, weihnachten, weihnacht, navidad, navidades
        natale, natal
        boze narodzenie, bozego narodzenia, bozym narodzeniu""",
    "feast christmas day": """
        christmas day, jour de noel, le jour de noel, erster weihnachtstag
        erster weihnachtsfeiertag
        dia de navidad, giorno di natale, dia de natal""",
    "feast christmas eve": """
        christmas eve, veille de noel, la veille de noel, heiligabend, heiliger abend, nochebuena
        vigilia di natale, la vigilia di natale, vespera de natal, wigilia, wigilie, wigilii""",
    "feast boxing day": """
        boxing day, zweiter weihnachtstag, zweiter weihnachtsfeiertag, santo stefano""",
    "feast new year": """
        new year, nouvel an, neujahr, ano nuevo, capodanno, ano novo, новыи год, новыи год
        nowy rok, nowego roku""",
    "feast new year's day": """
        new year's day, new years day, jour de l'an, le jour de l'an, neujahrstag""",
    "feast new year's eve": """
        new year's eve, new years eve, saint - sylvestre, la saint - sylvestre, silvester
        sylvester
        nochevieja, san silvestro, vespera de ano novo, sylwester, sylwestra""",
    "feast may day": """
        may day""",
    "feast all saints": """
        all saints, all saints', toussaint, allerheiligen, todos los santos, ognissanti
        todos os santos
        wszystkich swietych""",
    "feast easter": """
        easter, eastertide, paques, ostern, pasqua, pascoa, pascua de resurreccion, wielkanoc
        wielkanocy, wielkiej nocy""",
    "feast easter sunday": """
        easter sunday, easter day, dimanche de paques, ostersonntag, domingo de resurreccion
        domenica di pasqua, domingo de pascoa, niedziela wielkanocna""",
    "feast easter monday": """
        easter monday, lundi de paques, ostermontag, lunes de pascua, pasquetta
        lunedi dell'angelo
        poniedzialek wielkanocny""",
    "feast good friday": """
        good friday, vendredi saint, karfreitag, viernes santo, venerdi santo
        sexta - feira santa, wielki piatek""",
    "feast holy week": """
        holy week, semaine sainte, karwoche, semana santa, settimana santa, wielki tydzien""",
    "feast whitsun": """
        whitsun, whitsuntide, whit sunday, pentecost, pentecote, pfingsten, pentecostes
        pentecoste
        zielone swiatki""",
    "feast eastern christmas": """
        рождество, рождества, рождеству""",
    "feast eastern easter": """
        пасха, пасху, пасхи, пасхе""",
    "event": """
        war, wars, wartime, interwar, prewar, postwar, wwi, wwii, ww, revolution, armistice
        death, birth, wedding
        marriage, childhood, youth, turn of the century, fin de siecle
        guerre, avant - guerre, apres - guerre, entre - deux - guerres, mort de, sa mort
        deces, naissance, enfance
        krieg, kriege, krieges, kriegs, kriegsende, kriegsbeginn, kriegsausbruch
        nachkriegszeit, vorkriegszeit
        zwischenkriegszeit, jahrhundertwende, tod, tode, geburt, kindheit
        guerra, dopoguerra, anteguerra, posguerra, revolucion, rivoluzione, revolucao, muerte
        sua morte, su muerte
        nascita, nacimiento, nascimento
        воина, воины, воине, воину, революция, революции, революцию, смерти, смерть, рождения
        wojna, wojny, wojnie, rewolucja, rewolucji, smierc, smierci, narodzin""",
    "ditto": """
        same, the same, ditto, idem, ibid, ibidem, id, as above, see above, ", ″, 〃, „
        meme, la meme, ebd, ebenda, ders, dies, dass, desgl, dgl, dto, wie oben, s. o., siehe oben
        mismo, misma, el mismo, como arriba, stesso, stessa, lo stesso, come sopra, c. s.
        mesmo, mesma, o mesmo, тот же, том же, тогда же, там же, то же, того же
        tamze, tegoz, tego samego, tym samym, ten sam, jw, j. w., jak wyzej""",
    "duration": """
        day, days, week, weeks, fortnight, months, hours, jours, semaine, semaines
        tag, tage, tagen, woche, wochen, monate, monaten, dias, semana, semanas, meses
        giorno, giorni, settimana, settimane, mesi
        день, днеи, дня, неделя, недели, недель, месяцев, месяца
        dni, tydzien, tygodni, tygodnie, miesiecy, miesiace""",
}

"""Town lists: the words for what a town has, by the languages they are of."""

from __future__ import annotations

from typing import Final

# Folded as names are; `;` divides.
# What a town has, then how its name is joined to that; "-" joins nothing ("Schloss Orth").
HAVING: Final = (
    (
        (
            "carcel; prision; penal; presidio; penitenciaria; manicomio; hospital; sanatorio; "
            "castillo; fuerte; campo; campo de concentracion; cuartel; seminario; palacio; "
            "cartuja; minas"
        ),
        "de; del; de la; en; en la",
    ),
    (
        (
            "prisao; cadeia; penitenciaria; carcere; presidio; fortaleza; forte; quartel; "
            "hospital; sanatorio; seminario; colonia penal; palacio; engenho; mosteiro; "
            "convento; missao"
        ),
        "em; de; do; da; no; na",
    ),
    (
        (
            "carcere; carceri; prigione; penitenziario; manicomio; ospedale; sanatorio; forte; "
            "campo; campo di concentramento; caserma; seminario; palazzo; monastero; certosa; "
            "eremo"
        ),
        "di; d; a; ad; in; del; della; presso",
    ),
    (
        (
            "prison; prison centrale; maison d arret; maison centrale; bagne; camp; hopital; "
            "asile; sanatorium; fort; caserne; seminaire; college; lycee; palais; monastere; "
            "chartreuse; prieure; ferme; mines"
        ),
        "de; d; du; de la; a",
    ),
    (
        (
            "prison; gaol; jail; camp; internment camp; hospital; asylum; sanatorium; barracks; "
            "monastery; convent; castle; fort; palace; mines"
        ),
        "in; at; of",
    ),
    (
        (
            "gefangnis; zuchthaus; strafanstalt; kz; konzentrationslager; lager; "
            "internierungslager; ghetto; festung; rittergut; landgut; krankenhaus; spital; "
            "sanatorium; heilanstalt; kaserne; jagdschloss; forsthaus; pfarrhaus; schloss; "
            "kloster; burg"
        ),
        "-; in; bei; zu; von; auf",
    ),
    ("gevangenis; kamp; klooster; ziekenhuis; fort; landgoed; kasteel", "-; in; te; van; bij"),
    ("fangelset; fastningen; sjukhuset; slottet; lagret; faengslet; fengselet", "i; pa; ved; vid"),
    (
        "vezeni; veznice; vaznice; zamek; hrad; klaster; tabor; pevnost; nemocnice; statek",
        "-; v; ve; na; u",
    ),
    (
        (
            "wiezienie; areszt; oboz; dwor; palac; klasztor; twierdza; cytadela; szpital; "
            "majatek; folwark; zamek"
        ),
        "-; w; we; na",
    ),
    (
        (
            "тюрьма; острог; лагерь; больница; госпиталь; рудник; завод; совхоз; колхоз; прииск; "
            "станция; лавра; пустынь; скит; дача; монастырь; крепость; усадьба; имение; лагпункт"
        ),
        "-; в; во; при; на; у",
    ),
    (
        "вязниця; тюрма; табір; лікарня; хутір; лавра; монастир; фортеця; садиба; маєток",
        "-; в; у; на",
    ),
    ("затвор; затвора; манастир; кула; лагер; болница; замак; логор", "-; в; във; на; у"),
    ("zatvor; logor; samostan; manastir; tvrdava; bolnica; dvorac; zapor; grad", "-; u; v; na"),
    (
        (
            "inchisoarea; inchisoare; penitenciarul; schitul; castelul; conacul; cetatea; "
            "lagarul; spitalul; mosia; manastirea"
        ),
        "-; din; de la; de; la",
    ),
    (
        (
            "φυλακη; φυλακεσ; στρατοπεδο; μοναστηρι; μονη; καστρο; φρουριο; κελια; νοσοκομειο; "
            "ανακτορο"
        ),
        "-; στην; στη; στο; τησ; του; των; στα",
    ),
    (
        (
            "سجن; سجون; معتقل; قلعه; دیر; مخیم; مستشفی; قصر; حصن; زندان; اردوگاه; کاخ; منفی; "
            "ثکنه; میناء; جامعه; بیمارستان; بندر"
        ),
        "-; فی; در",
    ),
    ("כלא; מחנה; מנזר; מבצר; טירת; ארמונ; תפיסה; לאגער; מחנה הריכוז; בית הסוהר; גטו", "-; אינ; של"),
    (
        (
            "nha nguc; nha tu; nha lao; trai giam; trai; nguc; de lao; kinh thanh; hoang thanh; "
            "thanh; chua; lang tam; benh vien"
        ),
        "-; o; tai",
    ),
    ("penjara; kamp; benteng; istana", "-; di"),
    # More than one of them, or what else a town has.
    ("carceles; prisiones; castillos; ciudadela; alcazar; puerto; catedral; abadia", "de; del; en"),
    ("presos; cidadela; castelo; porto; abadia; catedral", "de; do; da; em"),
    ("prigioni; cittadella; castello; fortezza; porto; lazzaretto; abbazia; rocca", "di; d; a; in"),
    ("prisons; camps; citadelle; rade; port; abbaye; depot", "de; d; du; a"),
    ("preso; prisons; citadel; docks; harbour; port; abbey; workhouse", "in; at; of"),
    ("preson; camp; camp de concentracio; castell; monestir; convent; ciutadella", "de; d; del"),
    ("zitadelle; gefangnisse; straflager; aussenlager; residenz; abtei; stift", "-; in; bei; zu"),
    ("тюрьмы; лагеря; цитадель; централ; пересылка; семинария", "-; в; во; на"),
    ("тюрми; табори; цитадель; семінарія", "-; в; у; на"),
    ("патријаршија; тамница; двор; скит", "-; у; на"),
    ("tamnica; patrijarsija; dvor; utvrda", "-; u; na"),
    ("vezenie; vaznica; kastiel; klastor; pevnost; tabor", "-; v; vo; na"),
    # Where people learned, lay buried, stayed or left from.
    (
        (
            "university; college; school; grammar school; high school; academy; theological "
            "college; seminary; institute; conservatory; medical school; art school; cemetery; "
            "churchyard; cathedral; church; station; railway station; airport; embassy; "
            "consulate; military academy; military school; training college; orphanage; "
            "almshouse; battle; siege; stadium; technical university; technical college; farm; "
            "refugee camp; dp camp; transit camp; displaced persons camp; concentration camp; "
            "labour camp; labor camp; poorhouse; reformatory; lunatic asylum; mental hospital"
        ),
        "in; at; of; near",
    ),
    (
        (
            "universite; ecole; ecole normale; ecole militaire; ecole normale superieure; "
            "institut; conservatoire; academie; gymnase; faculte; faculte de droit; faculte de "
            "medecine; cimetiere; eglise; cathedrale; gare; ambassade; consulat; ambassade de "
            "france; orphelinat; pensionnat; clinique; hospice; bataille; siege; synagogue; camp "
            "de refugies; camp d internement; camp de concentration; consistoire; maison de "
            "retraite; aeroport"
        ),
        "de; d; du; de la; des; a; au; aux",
    ),
    (
        (
            "universitat; hochschule; technische hochschule; kunstakademie; akademie; gymnasium; "
            "realgymnasium; lyzeum; schule; volksschule; realschule; internat; "
            "landerziehungsheim; priesterseminar; seminar; konservatorium; bergakademie; "
            "kadettenanstalt; kriegsschule; friedhof; judischer friedhof; hauptfriedhof; "
            "zentralfriedhof; waldfriedhof; kirche; dom; bahnhof; hauptbahnhof; botschaft; "
            "gesandtschaft; konsulat; flughafen; stadttheater; klinik; nervenklinik; "
            "irrenanstalt; altersheim; kinderheim; waisenhaus; gutshof; bauernhof; schlacht; dp "
            "lager; fluchtlingslager; durchgangslager; sammellager; kriegsgefangenenlager; "
            "stalag; oflag; munster; propstei; domane; brauerei; fabrik; kurhaus"
        ),
        "-; in; bei; zu; von; auf; an; am; an der; im",
    ),
    (
        (
            "universidad; universidad central; universidad nacional; colegio; colegio militar; "
            "escuela; escuela normal; escuela militar; academia; academia militar; instituto; "
            "liceo; conservatorio; cementerio; cementerio general; iglesia; catedral; convento; "
            "embajada; consulado; estacion; clinica; asilo; leproseria; orfanato; ingenio; "
            "batalla; estadio; aeropuerto; puesto; fortin; ermita; aduana; cabildo; audiencia; "
            "catedra; panteon; residencia; reformatorio"
        ),
        "de; del; de la; de los; de las; en; en el; en la",
    ),
    (
        (
            "universidade; colegio; escola; escola militar; escola naval; escola normal; "
            "academia; academia militar; liceu; instituto; conservatorio; cemiterio; igreja; "
            "embaixada; consulado; estacao; clinica; asilo; leprosario; orfanato; chacara; "
            "batalha; cerco; estadio; aeroporto; usina; faculdade; faculdade de direito; "
            "faculdade de medicina; campo de prisioneiros; quilombo"
        ),
        "de; do; da; dos; das; em; no; na",
    ),
    (
        (
            "universita; collegio; scuola; scuola normale; accademia; accademia militare; "
            "istituto; liceo; conservatorio; cimitero; chiesa; duomo; basilica; cattedrale; "
            "ambasciata; consolato; stazione; clinica; ospizio; orfanotrofio; fattoria; tenuta; "
            "masseria; battaglia; assedio; stadio; aeroporto; ergastolo; bagno penale; "
            "penitenziario; terme; politecnico; seminario vescovile; riformatorio; campo d "
            "internamento; campo di prigionia; podere"
        ),
        "di; d; a; ad; in; del; della; dell; dei; delle; presso; al; alla",
    ),
    (
        (
            "universiteit; hogeschool; gymnasium; kweekschool; seminarie; begraafplaats; "
            "kerkhof; kerk; station; ambassade; legatie; sanatorium; krankzinnigengesticht; "
            "boerderij; buitenplaats; huize; academie; lyceum; abdij; gesticht; rusthuis; slag "
            "bij"
        ),
        "-; in; te; van; bij; op",
    ),
    (
        (
            "universitetet; hogskolan; gymnasiet; laroverket; skolan; kyrkogarden; kyrkan; "
            "stationen; sanatoriet; prastgarden; godset; herrgarden; folkhogskolan; universitet; "
            "hojskole; hojskolen; latinskole; latinskolen; katedralskole; katedralskolen; "
            "kirkegarden; kirken; praestegarden; seminariet; skolen; sygehuset; hospitalet; "
            "sykehuset; prestegarden; fangeleiren; leiren; kloster; sanatorium"
        ),
        "i; pa; ved; vid; av; af; utanfor; naer; nara",
    ),
    (
        (
            "univerzita; gymnazium; hrbitov; zidovsky hrbitov; kostel; nadrazi; velvyslanectvi; "
            "sanatorium; ustav; fara; statek; lazne; bitva u; mlyn; kriminal; akademie; "
            "konzervator; seminar; koncentracni tabor; hajovna; cintorin; stanica; univerzity; "
            "liecebna; lecebna; blazinec"
        ),
        "-; v; ve; na; u; pri",
    ),
    (
        (
            "uniwersytet; politechnika; gimnazjum; liceum; szkola; szkola podchorazych; "
            "akademia; seminarium; seminarium duchowne; cmentarz; kosciol; katedra; dworzec; "
            "stacja; ambasada; poselstwo; konsulat; sanatorium; oboz koncentracyjny; oboz "
            "jeniecki; oboz przejsciowy; oboz pracy; getto; folwark; klinika; przytulek; bitwa "
            "pod; lesniczowka; majatek ziemski; konserwatorium; lotnisko; palac; posiadlosc; "
            "opactwo"
        ),
        "-; w; we; na; pod; kolo; przy; nad",
    ),
    (
        (
            "университет; институт; гимназия; училище; школа; академия; семинария; духовная "
            "семинария; реальное училище; кадетскии корпус; консерватория; кладбище; вокзал; "
            "станция; посольство; санатории; клиника; психбольница; хутор; поместье; именье; "
            "фабрика; аэродром; аэропорт; гетто; концлагерь; лагерь военнопленных; дом "
            "инвалидов; детдом; детскии дом; интернат; спецпоселение; колония; исправительная "
            "колония; битва при; бои под; сражение при; пристань; застава; кордон; зимовье; "
            "фактория; дом отдыха; пересыльная тюрьма; пересыльныи пункт; лагерныи пункт; осада; "
            "форт; погост"
        ),
        "-; в; во; при; на; у; под; близ; около",
    ),
    (
        (
            "університет; інститут; гімназія; училище; школа; академія; семінарія; цвинтар; "
            "кладовище; церква; вокзал; станція; посольство; санаторіи; психлікарня; маєток; "
            "концтабір; табір полонених; табір інтернованих; бурса; колегія; гетто; битва під; "
            "колонія; парафія; монастир"
        ),
        "-; в; у; на; під; біля; при",
    ),
    (
        (
            "универзитет; гимназија; школа; богословија; гробље; црква; гара; станица; болница; "
            "университет; гимназия; училище; гробище; гробища; църква; санаториум; концлагер; "
            "лагер; академија; посланство; битка код; битка при; битката при; семинария"
        ),
        "-; у; на; в; във; код; при; краи",
    ),
    (
        (
            "univerzitet; sveuciliste; univerza; gimnazija; bogoslovija; groblje; crkva; "
            "kolodvor; stanica; bolnica; sanatorij; lijeciliste; koncentracijski logor; sabirni "
            "logor; pokopalisce; solski; taborisce; akademija; bitka kod"
        ),
        "-; u; v; na; kod; pri",
    ),
    (
        (
            "universitatea; universitatea din; scoala; scoala normala; liceul; gimnaziul; "
            "seminarul; academia; institutul; cimitirul; biserica; catedrala; gara; sanatoriul; "
            "ospiciul; azilul; palatul; inchisoarea din; lagarul de la; lagarul din; batalia de "
            "la; uzina; conservatorul; facultatea; penitenciarul din; mitropolia; episcopia; "
            "schitul; portul; conacul de la; ghetoul"
        ),
        "-; din; de la; de; la; in",
    ),
    (
        (
            "πανεπιστημιο; σχολη; γυμνασιο; λυκειο; ακαδημια; νεκροταφειο; εκκλησια; ναοσ; "
            "σταθμοσ; πρεσβεια; σανατοριο; ασυλο; κτημα; ιερα μονη; μαχη; πολιορκια; λιμανι; "
            "εξορια; στρατοπεδο συγκεντρωσησ; μητροπολη; ορφανοτροφειο"
        ),
        "-; στην; στη; στο; στον; τησ; του; των; στα; στισ; εν",
    ),
    (
        (
            "مدرسه; کلیه; معهد; مقبره; مقابر; مسجد; جامع; کنیسه; محطه; سفاره; فندق; مصحه; میناء; "
            "مطار; معرکه; حصار; ثانویه; زاویه; مزرعه; جبانه; بیمارستان; دانشگاه; دبیرستان; "
            "گورستان; قبرستان; ارامگاه; ایستگاه; سفارت; هتل; فرودگاه; حوزه; حوزه علمیه; تکیه; "
            "خانقاه; مزار; درگاه; نبرد; محاصره; جیل; یونیورسٹی; کالج; اسکول; دارالعلوم; دار "
            "العلوم; ریلوے اسٹیشن; مخیم اللاجیین"
        ),
        "-; فی; در; ب; بمدینه",
    ),
    (
        (
            "אוניברסיטת; ישיבת; גימנסיה; גימנסית; בית הקברות; בית קברות; בית העלמינ; בית עלמינ; "
            "בית ספר; בית הספר; תחנת; תחנת הרכבת; שגרירות; בית החולימ; בית חולימ; סמינר; מלונ; "
            "בית מדרש; בית המדרש; קיבוצ; קבוצת; מושב; חוות; נמל; אניווערסיטעט; ישיבה; גימנאזיע; "
            "בית עולמ; שפיטאל; מחנה הפליטימ; מחנה עקורימ; מחנה המעצר; מחנה מעצר; בית כלא; בית "
            "סוהר; טורמע; קונצענטראציע לאגער"
        ),
        "-; אינ; של; ב",
    ),
    (
        (
            "dai hoc; truong; nghia trang; nha tho; ben cang; truong trung hoc; truong quoc hoc; "
            "trai tu binh; cang"
        ),
        "-; o; tai",
    ),
    (
        (
            "universitas; sekolah; pemakaman; masjid; gereja; pesantren; rumah sakit; makam; "
            "stasiun; pelabuhan; pondok pesantren; perkebunan; tpu; tmp; bandara; kedutaan"
        ),
        "-; di",
    ),
    (
        (
            "universitat; escola; institut; cementiri; seminari; hospital; batalla; sanatori; "
            "residencia; esglesia"
        ),
        "de; d; del; de la; a; dels",
    ),
)
# The same where it is joined in one way only, or is more often a name of its own ("Villa Clara").
JOINED: Final = (
    "fortress of; plantation of; chateau de; chateau d; couvent de; couvent d; forteresse de; "
    "manoir de; manoir d; gut; convento di; villa di; monasterio de; hacienda de; hacienda; "
    "estancia de; estancia; fazenda; quinta de; quinta da; quinta do; замок; хутор; тврђава; "
    "крепост; slot; gods; herregard"
)
# What stands behind the name of the town that has it.
HAD: Final = (
    "gefangnis; vankila; leiri; linna; luostari; kartano; sairaala; pappila; cezaevi; "
    "hapishanesi; zindani; sarayi; manastiri; kampi; konagi; kislasi; hastanesi; bortone; "
    "fegyhaz; tabor; tabora; kolostor; kalejimas; tvirtove; pilis; vienuolynas; lageris; "
    "stovykla; dvaras; cietums; pils; klosteris; muiza; fangelse; fastning; faengsel; fengsel; "
    "asylum; hospital; sanatorium; острог; тюрьма; лагерь; монастырь; крепость; рудник; завод; "
    "централ; монастир; фортеця; тюрма; каторга; крепост; затвор; патријаршија; патриаршия; "
    "патріархія; лавра; цитадель; kvarter; slottet; fangsel; klostret; tukthus; festning; telep; "
    "vegvar; bortonok; kalejimai; lager; citadelle; zitadelle; zuchthaus; stift; patrijarsija; "
    "zatvor; manastir; բանտ; ամրոց; վանք; գյուղ; բերդ; ճամբար; կղզի; ციხე; მონასტერი; "
    "ციხესიმაგრე; ბანაკი; სოფელი; जेल; कारागार; किला; castle; palace; abbey; priory; monastery; "
    "convent; gaol; jail; prison; barracks; camp; fortress; citadel; dzong; penitentiary; "
    "kastely; vara; kastelya; borton; monostor; kalesi; slott; kloster; "
    # Where people learned, lay buried, stayed or left from
    "university; college; school; academy; seminary; institute; cemetery; churchyard; cathedral; "
    "church; minster; station; airport; embassy; workhouse; rectory; vicarage; manor; farm; "
    "farmhouse; parsonage; sanitarium; clinic; conservatory; polytechnic; infirmary; "
    "universitat; gymnasium; friedhof; hochschule; bahnhof; hauptbahnhof; klinik; heilanstalt; "
    "sanatorium; universiteit; begraafplaats; gymnasiet; universitet; universitetet; hojskole; "
    "folkehojskole; folkhogskola; latinskole; katedralskole; laroverk; kyrkogard; kirkegard; "
    "kirkegaard; kirke; kyrka; sykehus; sygehus; prestegard; praestegard; prastgard; gods; "
    "herrgard; lejren; leir; leiren; laeger; yliopisto; lyseo; hautausmaa; pappila; parantola; "
    "seminaari; kansanopisto; vankileiri; pakolaisleiri; mielisairaala; ulikool; kalmistu; "
    "vangla; mois; moisa; gumnaasium; surnuaed; kirik; haigla; vangilaager; sanatoorium; "
    "kloostri; universitate; universitates; kapi; kapseta; kapsetas; gimnazija; seminars; "
    "baznica; slimnica; nometne; sanatorija; stacija; universitetas; kapines; kapinaites; "
    "seminarija; baznycia; ligonine; stotis; mokykla; universiteti; lisesi; mektebi; medresesi; "
    "mezarligi; sehitligi; camii; kilisesi; istasyonu; otel; oteli; hastahanesi; sanatoryumu; "
    "limani; tekkesi; dergahi; ciftligi; idadisi; rustiyesi; akademisi; karargahi; zindanlari; "
    "kampi; turbesi; egyetem; gimnazium; kollegium; temeto; temetoje; szanatorium; korhaz; "
    "palyaudvar; foiskola; iskola; udvarhaz; internalotabor; fogolytabor; университет; институт; "
    "гимназия; училище; кладбище; семинария; академия; вокзал; больница; санатории; погост; "
    "університет; гімназія; семінарія; цвинтар; кладовище; академія; колегіум; маєток; совхоз; "
    "рудники; лагпункт; концлагерь; гробље; гимназија; универзитет; богословија; болница; логор; "
    "кладбища; гробища; манастыр; турма; могілкі; сядзіба; маентак; groblje; sveuciliste; "
    "univerzitet; հիվանդանոց; գերեզմանատուն; համալսարան; դպրոց; ճեմարան; վարժարան; եկեղեցի; "
    "անապատ; բանտը; კლოსტერი; უნივერსიტეტი; სასაფლაო; სემინარია; გიმნაზია; ეკლესია; საავადმყოფო; "
    "ტაძარი; სადგური; विशवविदयालय; कॉलेज; जेल; असपताल; आशरम; सटेशन; मंदिर; विदयालय; छावनी; "
    "বিশববিদযালয; কলেজ; জেল; কারাগার; আশরম; হাসপাতাল; সকুল; সমাধিকষেতর; বনদর; সটেশন; دانشگاه; "
    "یونیورسٹی; کالج; جیل; اسکول; ہسپتال; قبرستان; اسٹیشن"
)
# Words before those that only tell which one it is: "Landsberg DP camp", "Ruzyně central prison".
WHICH: Final = (
    "central; state; royal; national; municipal; county; high; grammar; railway; military; "
    "naval; medical; technical; theological; teachers; jewish; catholic; protestant; orthodox; "
    "american; british; french; russian; dp; refugee; internment; concentration; transit; "
    "labour; labor; displaced; persons; pow; war; prisoner; of; old; new; general; mental; "
    "lunatic; public; convict; penal; forest; convalescent; women; womens; mens; free; folk; "
    "agricultural; keskus; valtion; koncentracijos; darbo; kroku; kara; vyru; moteru; baytar; "
    "tibbiye; harbiye; askeri; milli; toplama; sultani; asri; judischer; alter; neuer; "
    "katolikus; reformatus; evangelikus; zsido; kozponti; orszagos; государственныи; "
    "центральная; центральныи; женскии; мужскои; духовная; православная; казенныи; мужская; "
    "женская; pakolais; vanki; militer; педагогическии; медицинскии; политехническии; техническии"
)
# The same in Korean, which folding takes apart.
KOREAN: Final = (
    "감옥", "형무소", "수용소", "교도소", "마을", "대학교", "대학", "학교", "묘지", "묘원", "병원",
    "교회", "수도원", "농장",
)  # fmt: skip
# The same of what is no building.
LAND: Final = "harbour; harbor; bay; valley; common; docks; mission; plantation; ranch; estate"
# What is in a town and nowhere else; streets are called after other towns than their own.
HOUSES: Final = (
    "casa; villa; maison; haus; dum; haz; kuca; къща; кућа; "
    "hotel; hall; house; theatre; theater; club; building; apartments; flat; tower; pier; studio; "
    "gallery; museum; library; bookshop; cafe; restaurant; bank; court; office; editorial; "
    "redaction; pension; pensione; albergo; posada; fonda; hostal; museo; teatro; teatru; "
    "bibliotheque; biblioteca; librairie; opera; gasthof; gasthaus; wohnung; verlag; "
    "bibliothek; redaktion; гостиница; отель; театр; редакция; дом; квартира; музеи; библиотека; "
    "готель; редакція; ξενοδοχειο; فندق; هتل; مقهی; מלונ; hotell; kahvehanesi; oteli"
)
# Those of them that are called after their own town.
INSTITUTIONS: Final = (
    "theatre; theater; studio; gallery; museum; library; bank; court; office; editorial; museo; "
    "redaction; teatro; teatru; bibliotheque; biblioteca; librairie; opera; verlag; bibliothek; "
    "redaktion; театр; редакция; музеи; библиотека; редакція; quarter; quartier; barrio; bairro; "
    "rione; quartiere; viertel; wijk; barri; osiedle; dzielnica; ctvrt; cartierul; mahallesi; mah; "
    "συνοικια; حی; محله; שכונת; թաղամաս; უბანი; मोहल्ला"
)
STREETS: Final = (
    "street; road; square; lane; avenue; terrace; quarter; rue; place; boulevard; quartier; "
    "faubourg; impasse; quai; calle; barrio; plaza; avenida; paseo; rua; bairro; praca; travessa; "
    "via; viale; piazza; rione; quartiere; corso; vicolo; strasse; gasse; platz; allee; viertel; "
    "straat; gracht; plein; wijk; carrer; placa; barri; gatan; gata; gade; torget; ulica; ul; "
    "osiedle; plac; dzielnica; aleja; ulice; namesti; ctvrt; trida; utca; ter; strada; str; "
    "bulevardul; cartierul; piata; sokagi; caddesi; mahallesi; mah; улица; ул; площадь; проспект; "
    "переулок; бульвар; вулиця; вул; площа; трг; площад; οδοσ; πλατεια; λεωφοροσ; συνοικια; شارع; "
    "حی; حاره; خیابان; محله; کوچه; میدان; רחוב; שכונת; גאס; փողոց; թաղամաս; ქუჩა; უბანი; "
    "गली; मोहल्ला"
)
STREET_ENDINGS: Final = ("strasse", "gasse", "platz", "straat", "gracht", "gatan", "gade", "vagen")

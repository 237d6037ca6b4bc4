"""House words: what is in a town and may stand beside its name to tell which house is meant.

"Bad Ischl (Lazarett)", "Грязовец (казармы)": it says nothing of where the town is. Words by which a
name tells what the town is are in `townlists`; of these few are known as places by themselves.
"""

from __future__ import annotations

from typing import Final

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.townwords import is_in_town

# Folded; one text, as so many strings would take ten times as much.
_WORDS: Final = (
    # Also called so: places that hardly are meant beside a town
    " кремль; linnoitus; kylpyla; ruukki; bruk; kapolna; malom; "
    # fr
    "theatre; musee; bibliotheque; hotel; auberge; usine; domaine; tribunal; garnison; paroisse; "
    "phare; presbytere; sous prefecture; prefecture; maternite; haras; poudrerie; fonderie; "
    "manufacture; logement; appartement; pension; foyer; atelier; bureau; imprimerie; "
    "laboratoire; dispensaire; infirmerie; casernes; quartier; chantier; mairie; chapelle; "
    # de
    "moschee; synagoge; theater; museum; bibliothek; gasthof; hafen; bergwerk; zeche; "
    "amtsgericht; pfarrei; lazarett; universitatsklinik; predigerseminar; lehrerseminar; "
    "lehrerbildungsanstalt; justizvollzugsanstalt; jva; landgericht; stadtgefangnis; "
    "untersuchungsgefangnis; polizeigefangnis; militargefangnis; frauengefangnis; arbeitslager; "
    "oberrealschule; pfarre; pflegeheim; psychiatrie; landesheilanstalt; nervenheilanstalt; "
    "reserve lazarett; hoftheater; musikhochschule; werft; sternwarte; damenstift; hofgut; "
    "universitatsbibliothek; jugendherberge; gestapogefangnis; ritterakademie; missionshaus; "
    "gerichtsgefangnis; landesgefangnis; lateinschule; wohnung; gasthaus; herberge; buro; "
    "druckerei; werkstatt; praxis; reservelazarett; feldlazarett; kriegslazarett; heim; "
    "ferienhaus; sommerhaus; landhaus; studio; zeughaus; stadtpalais; muhle; heilbad; "
    "steinbruch; ziegelei; "
    # en
    "mosque; library; inn; factory; parish; lighthouse; observatory; lodge; dockyard; deanery; "
    "colliery; ironworks; works; brewery; chapel; courthouse; nunnery; friary; ashram; barrack; "
    "shipyards; quarry; ferry; boarding house; guesthouse; lodging; lodgings; flat; rooms; "
    "customs; shrine; pagoda; hostel; dormitory; laboratory; bunker; cellar; trenches; foundry; "
    "refinery; "
    # es
    "mezquita; sinagoga; teatro; museo; biblioteca; finca; juzgado; ayuntamiento; gueto; "
    "parroquia; enfermeria; mision; hospicio; quinta; rancho; pazo; rectoria; piso; taller; "
    "imprenta; hostal; consultorio; dispensario; garaje; checa; cuartelillo; juzgados; caserio; "
    # it
    "moschea; ginnasio; albergo; locanda; fabbrica; miniera; tribunale; municipio; parrocchia; "
    "infermeria; missione; osservatorio; arsenale; villaggio; badia; convitto; pensione; "
    "questura; reggia; torre; prefettura; appartamento; tipografia; ambulatorio; cappella; "
    "cantiere; guarnigione; "
    # pt
    "museu; camara; paroquia; enfermaria; solar; estaleiro; aldeia; termas; internato; "
    "externato; ermida; sede; apartamento; pensao; oficina; guarnicao; moinho; albergue; casa; "
    "mae; "
    # nl
    "vesting; paleis; kathedraal; instituut; schouwburg; bibliotheek; herberg; luchthaven; "
    "consulaat; kazerne; fabriek; mijn; weeshuis; bejaardenhuis; rechtbank; stadhuis; parochie; "
    "rijkswerkinrichting; strafgevangenis; doorgangskamp; interneringskamp; pastorie; hbs; "
    "tuchthuis; gasthuis; inrichting; havezate; concentratiekamp; huis; verpleeghuis; "
    "kostschool; crematorium; werf; rijksuniversiteit; drukkerij; werkplaats; kantoor; molen; "
    "garnizoen; "
    # sv
    "domkyrka; lasarett; lasarettet; teatern; museet; biblioteket; hotellet; hamn; hamnen; "
    "flygplats; kasernen; fabriken; gruvan; barnhemmet; alderdomshemmet; radhus; katedralskola; "
    "sateri; skola; mentalsjukhuset; regemente; flyktinglagret; interneringslagret; "
    "stadshotellet; kuranstalten; pensionatet; ambassaden; konsulatet; synagogan; "
    "straffangelset; centralfangelset; centralfangelse; internatskolan; lagenhet; pensionat; "
    "tryckeri; verkstad; kontor; barack; kapell; kvarn; teater; bibliotek; hotell; kasern; "
    "gruva; barnhem; synagoga; ambassad; "
    # da
    "faestning; domkirke; sindssygehospitalet; banegard; havnen; lufthavn; fabrikken; "
    "bornehjemmet; plejehjemmet; tugthus; tugthuset; hovedgard; herregard; arresthuset; "
    "friskole; ladegard; klosterskole; statsfaengslet; molle; vaerft; badehotel; lejlighed; "
    "trykkeri; vaerksted; bornehjem; "
    # no
    "festningen; klosteret; asyl; gymnas; seminaret; teateret; stasjon; flyplass; gruven; "
    "barnehjemmet; gamlehjemmet; kretsfengsel; landsfengselet; landsfengsel; fangeleir; "
    "folkehogskole; laererskole; pensjonat; lensmannsgard; "
    # fi
    "palatsi; kirkko; tuomiokirkko; koulu; lukio; akatemia; instituutti; teatteri; kirjasto; "
    "hotelli; majatalo; asema; rautatieasema; satama; lentokentta; kasarmi; tehdas; kaivos; "
    "orpokoti; vanhainkoti; raatihuone; keskusvankila; laaninvankila; varuskunta; kansakoulu; "
    "kuritushuone; tyolaitos; kunnalliskoti; pakkotyolaitos; sotasairaala; laaninsairaala; "
    "pappisseminaari; suurlahetysto; konsulaatti; piispala; asunto; taysihoitola; kirjapaino; "
    "tyopaja; toimisto; parakki; huvila; kappeli; mylly; "
    # et
    "laager; kindlus; linnus; toomkirik; sunagoog; kool; muuseum; raamatukogu; jaam; "
    "raudteejaam; sadam; lennujaam; kasarm; tehas; lastekodu; vanadekodu; raekoda; pastoraat; "
    "kirikumois; koonduslaager; kihelkonnakool; kreiskool; parvemaja; vallamaja; korts; veski; "
    "algkool; korter; pansion; trukikoda; tookoda; "
    # lv
    "cietoksnis; teatris; muzejs; biblioteka; viesnica; osta; lidosta; kazarmas; fabrika; "
    "pansionats; ratsnams; geto; macitajmuiza; instituts; pagastskola; draudze; realskola; "
    "konservatorija; vestnieciba; konsulats; dzivoklis; pansija; spiestuve; darbnica; "
    # lt
    "rumai; institutas; teatras; muziejus; viesbutis; uostas; kareivines; fabrikas; getas; "
    "klebonija; parapija; pasiuntinybe; konsulatas; progimnazija; fortas; butas; pensionas; "
    "spaustuve; dirbtuve; "
    # pl
    "meczet; kolegium; instytut; teatr; muzeum; gospoda; koszary; fabryka; kopalnia; "
    "gospodarstwo; sierociniec; ratusz; garnizon; parafia; misja; plebania; kamieniolom; "
    "stocznia; pensja; konwikt; nowicjat; cukrownia; redakcja; kaplica; bazylika; mieszkanie; "
    "drukarnia; warsztat; biuro; sztab; willa; dworek; karczma; oficyna; stancja; "
    # cs
    "opatstvi; katedrala; mesita; kolej; divadlo; knihovna; hostinec; stanice; pristav; letiste; "
    "konzulat; kasarna; tovarna; dul; velkostatek; sirotcinec; starobinec; soud; kaznice; "
    "trestnice; realka; pivovar; hvezdarna; chata; proboststvi; tvrz; rezidence; konvikt; byt; "
    "penzion; tiskarna; dilna; kancelar; myslivna; posadka; fronta; ubytovna; "
    # sk
    "zamok; kostol; nemocnica; kniznica; letisko; velvyslanectvo; kasarne; tovaren; sirotinec; "
    "radnica; kupele; vazenie; trestnica; "
    # hu
    "erod; palota; apatsag; templom; szekesegyhaz; zsinagoga; elmegyogyintezet; szeminarium; "
    "intezet; szinhaz; konyvtar; szalloda; fogado; allomas; kikoto; repuloter; laktanya; "
    "kaszarnya; gyar; tanya; birtok; kuria; arvahaz; varoshaza; rendhaz; foghaz; nagykovetseg; "
    "birosag; puspokseg; furdo; menhely; varborton; hajogyar; lakas; panzio; nyomda; muhely; "
    "iroda; barakk; hadikorhaz; helyorseg; "
    # ro
    "moscheea; colegiul; teatrul; muzeul; hotelul; hanul; aeroportul; consulatul; cazarma; "
    "orfelinatul; tribunalul; primaria; parohia; arestul; internatul; pensionul; securitatea; "
    "baile; ospataria; apartament; pensiune; tipografie; birou; baraca; moara; garnizoana; "
    "teatru; muzeu; manastire; cimitir; conac; palat; "
    # hr
    "kaznionica; palaca; dzamija; umobolnica; sjemeniste; kazaliste; knjiznica; gostionica; "
    "veleposlanstvo; vojarna; tvornica; imanje; sirotiste; vijecnica; zupa; brodogradiliste; "
    "kurija; toplice; novicijat; kastel; preparandija; tiskara; radionica; ured; baraka; kapela; "
    "mlin; "
    # sr
    "тврђава; палата; џамија; синагога; санаторијум; семинарија; позориште; библиотека; хотел; "
    "кафана; аеродром; амбасада; конзулат; касарна; имање; сиротиште; суд; гето; парохија; "
    "општина; казамат; апсана; робијашница; кастел; митрополија; епархија; стан; пансион; "
    "штампарија; радионица; канцеларија; барака; лазарет; вила; капела; млин; гарнизон; "
    # bg
    "дворец; катедрала; джамия; лудница; гимназията; колеж; театър; театъра; пристанище; летище; "
    "посолство; консулство; казарма; казармите; сиропиталище; съд; енория; гробищата; метох; "
    "читалище; митрополия; болницата; квартира; печатница; работилница; кантора; параклис; "
    "мелница; "
    # ru
    "замок; церковь; собор; мечеть; театр; гостиница; порт; консульство; казармы; приют; ратуша; "
    "приход; сизо; ик; изолятор; политизолятор; подворье; лицеи; полк; лечебница; редакция; "
    "верфь; обсерватория; спецпсихбольница; эвакогоспиталь; архив; пансионат; типография; "
    "мастерская; контора; землянка; медсанбат; погранзастава; штаб; вилла; особняк; флигель; "
    "часовня; мельница; лесоповал; строика; спецкомендатура; гауптвахта; каземат; дурдом; "
    "детприемник; общежитие; номера; "
    # uk
    "палац; божевільня; бібліотека; готель; аеропорт; казарми; притулок; сізо; ліцеи; редакція; "
    "плебанія; двір; друкарня; маистерня; каплиця; лісоповал; будова; пересилка; гуртожиток; "
    # el
    "παλατι; τζαμι; συναγωγη; ψυχιατρειο; φρενοκομειο; σχολειο; σεμιναριο; κολεγιο; ινστιτουτο; "
    "θεατρο; μουσειο; βιβλιοθηκη; ξενοδοχειο; πανδοχειο; αεροδρομιο; προξενειο; στρατωνεσ; "
    "στρατωνασ; εργοστασιο; ορυχειο; αγροκτημα; γηροκομειο; δικαστηριο; δημαρχειο; γκετο; "
    "ενορια; κλινικη; ακροπολη; αρχοντικο; οικια; πατριαρχειο; διδασκαλειο; κρατητηρια; "
    "διαμερισμα; τυπογραφειο; γραφειο; παραγκα; παρεκκλησι; φρουρα; "
    # tr
    "sinagogu; timarhanesi; okulu; universitesi; koleji; enstitusu; tiyatrosu; muzesi; "
    "kutuphanesi; havaalani; konsoloslugu; fabrikasi; madeni; yetimhanesi; huzurevi; mahkemesi; "
    "ortaokulu; ilkokulu; tersanesi; tutukevi; kaplicalari; kosku; yalisi; kasri; valiligi; "
    "kulliyesi; mevlevihanesi; kulesi; sultanisi; garnizonu; vilayeti; okul; cami; kilise; "
    "hastane; hapishane; yali; ciftlik; tekke; han; tersane; maden; mezarlik; lise; tiyatro; "
    "muze; kutuphane; istasyon; elcilik; konsolosluk; sanatoryum; zindan; "
    # ar
    "کاتدراییه; کنیس; اکادیمیه; مسرح; متحف; مکتبه; خان; قنصلیه; مصنع; منجم; محکمه; بلدیه; ضریح; "
    "بیت; مقر; سوق; اصلاحیه; "
    # fa
    "بازداشتگاه; صومعه; کلیسای; اسایشگاه; تیمارستان; فرهنگستان; دانشسرای; تیاتر; موزه; کتابخانه; "
    "کاروانسرای; کنسولگری; پادگان; کارخانه; معدن; باغ; یتیمخانه; دادگاه; شهرداری; ارگ; دبستان; "
    "دانشکده; بقعه; محلهای; حرم; زیارتگاه; کلیسا; خانه; "
    # he
    "כנסיית; מסגד; אקדמיה; מכללת; מכונ; תיאטרונ; מוזיאונ; ספריית; אכסניה; קונסוליה; קסרקטינ; "
    "מפעל; מכרה; חווה; אחוזה; סנטוריומ; טכניונ; הכשרה; מעברה; מעברת; חצר; קלויז; כנסייה; "
    "אוניברסיטה; תחנה; ספרייה; מכללה; "
    # hi
    "शिविर; महल; मठ; गिरजाघर; चरच; मसजिद; कबरिसतान; सकूल; अकादमी; महाविदयालय; संसथान; संगरहालय; "
    "पुसतकालय; होटल; बंदरगाह; दूतावास; कारखाना; खान; अनाथालय; गुरुकुल; पाठशाला; विहार; दरगाह; "
    "मदरसा; कचहरी; अदालत; रियासत; हवेली; कोठी; "
    # zh
    "监狱; 看守所; 集中営; 城堡; 修道院; 教堂; 清真寺; 公墓; 墓地; 医院; 疗养院; 精神病院; 学校; "
    "中学; 大学; 神学院; 学院; 研究所; 剧院; 博物館; 図书館; 飯店; 旅館; 賓館; 车站; 火车站; "
    "码头; 机場; 领事館; 军営; 工厂; 农場; 孤児院; 养老院; 法院; 市政府; 书院; 师范学校; "
    "高等学校; 府学; 衙門; 会館; 故居; 官邸; 租界; 军官学校; 讲武堂; 武备学堂; 学堂; "
    "女子师范学校; 小学; 高中; 第一监狱; 干校; 労改农場; 反省院; 戒毒所; 天主堂; 道観; 禅寺; "
    "孔庙; 行宮; 大使館; 使館; 电影制片厂; 別墅; 旧居; 牢房; 拘留所; 収容所; 戦俘営; 军校; "
    "教会医院; 殡仪館; 报館; 书店; 招待所; 寺庙; 寓所; 公寓; 戦場; "
    # ja
    "刑务所; 捕虏収容所; 宮殿; 教会; 霊园; 病院; 療养所; 中学校; 神学校; 専門学校; 劇場; ホテル; "
    "空港; 公使館; 兵営; 工場; 鉱山; 屋敷; 裁判所; 市役所; 藩邸; 拘置所; 阵屋; 女学校; "
    "高等女学校; 医学専門学校; 医学校; 高校; 士官学校; 幼年学校; 陆军病院; 师団; 連队; 造船所; "
    "炭鉱; 小学校; 神社; 大聖堂; 聖堂; 別邸; 別荘; 代官所; 奉行所; 商业学校; 农学校; 工业学校; "
    "サナトリウム; 强制収容所; 牢狱; 少年刑务所; 女子刑务所; 留置場; 警察署; 英学校; 藩校; 私塾; "
    "练兵場; 要塞; 离宮; 自宅; 下宿; 官舎; "
    # ko
    "궁; 사찰; 성당; 공동묘지; 요양원; 정신병원; 고등학교; "
    "중학교; 신학교; 사범학교; 연구소; 극장; 박물관; 도서관; "
    "호텔; 여관; 역; 항; 공항; 영사관; 병영; 공장; 광산; "
    "고아원; 양로원; 법원; 시청; 구치소; 고등보통학교; "
    "의학전문학교; 국민학교; 초등학교; 서원; 향교; 감영; "
    "여학교; 고보; 상업학교; 농림학교; 포로수용소; 유치장; "
    "경찰서; 사범; 기지; 집단농장; 협동농장; 사관학교; "
    "군관학교; 무관학교; 주교좌성당; 교구; 관사; 서당; 암자; "
    "절; 자택; 하숙; 기숙사; "
    # ca
    "fortalesa; manicomi; col legi; teatre; consolat; caserna; mas; masia; orfenat; asil; "
    "jutjat; ajuntament; hospici; santuari; cartoixa; balneari; refugi; casa; ambaixada; "
    # hy
    "կայարան; թատրոն; թանգարան; հյուրանոց; որբանոց; գործարան; սեմինարիա; գիմնազիա; պալատ; "
    "գրադարան; ակադեմիա; նավահանգիստ; զորանոց; հյուպատոսարան; դեսպանատուն; մզկիթ; կոնսերվատորիա; "
    "ինստիտուտ; "
    # ka
    "სკოლა; თეატრი; მუზეუმი; სასტუმრო; ქარხანა; სასახლე; ბიბლიოთეკა; აკადემია; პორტი; საკონსულო; "
    "საელჩო; სასწავლებელი; სინაგოგა; კოშკი; ყაზარმა; პანთეონი; "
    # vi
    "ga; dinh; cung; "
)


def is_house_word(word: str) -> bool:
    """Tell of a folded word whether it is one for a house, a street or a quarter.

    Parameters
    ----------
    word
        The word.
    """
    return f" {word};" in _WORDS or is_in_town(word)


def names_house(text: str) -> bool:
    """Tell whether what stands beside a town names a house in it: "Hotel Elisabeth", "казармы".

    Parameters
    ----------
    text
        What stands there, as written.
    """
    words = [word for word in fold(text).split() if not word.isdigit()]
    return bool(words) and any(map(is_house_word, (words[0], words[-1])))

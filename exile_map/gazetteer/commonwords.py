"""Common words: what the words that many names share may sound as in the languages of the world.

"Верхний" is Upper, Ober, Haut or Górny: so the places abroad are called that biographies translate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.folding import fold

if TYPE_CHECKING:
    from exile_map.gazetteer.phonemes import Step

_COST: Final = 0.1
# The words, folded, of several scripts; and what those of other languages sound as.
_ROWS: Final = (
    (
        (
            "new neu neue nouveau nouvelle nuevo nueva nuovo nuova novo nova nowy nowa nowe "
            "novyi novi novaya новыи новая новое новии нова нове ново нови нью ной νεα νεο νεοσ "
            "νεον جدید جدیده نیو ניו ニュー ノイ ノヴァ 뉴 노비 노이 新 նոր ახალი नया न्यू"
        ),
        (
            "nyu noi noiye nuvo nuvel nuevo nueva nuovo nuova novo nova nov novi nove nove "
            "noviy novaya neo nea uy yeni ny nye niuw niuve nou"
        ),
    ),
    (
        (
            "old alt alte altes vieux vieille viejo vieja vecchio vecchia velho velha stary "
            "stara stare staryi старыи старая старое стара старии олд алт παλαια παλαιο παλιο "
            "قدیم قدیمه القدیمه オールド アルト 올드 老 古"
        ),
        (
            "old alt alte altes viO vieiy vieho vieha vekio vekia velio stari stara stare "
            "stariy staraya paleo palea eski o oud oude sarO gamla gamle"
        ),
    ),
    (
        (
            "great greater gross grosse grand grande big large groot velky velka velika veliki "
            "bolshoi bolshaya wielki wielka nagy mare великии великая великое велика велике "
            "великии большои большая большое грос гранд μεγαλη μεγαλο μεγασ کبیر کبیره بزرگ "
            "グロース グラン グレート 그로스 그레이트 大"
        ),
        (
            "greit gros grose gran grande gran velki velka velika veliki velikiy velikaya "
            "velikoye bolSoy bolSaya vielki vielka nac mare megali megalo boyuk bYyYk groot "
            "grot stora store"
        ),
    ),
    (
        (
            "little small lesser klein kleine petit petite pequeno piccolo maly mala male malyi "
            "malaya kis mic малыи малая малое мала мале малии клайн μικρο μικρη صغیر صغیره کوچک "
            "クライン リトル 리틀 클라인 小"
        ),
        (
            "litl klein klaine peti petit pekenyo pikolo mali mala male maliy malaya maloye kiS "
            "mik mika mikro kYCYk lila lile klaina"
        ),
    ),
    (
        (
            "upper high ober oberer haut haute alto alta superior superiore gorny gorna horni "
            "gornji felso verkhnii verkhniy verkhnyaya верхнии верхняя верхнее верхнія верхніи "
            "горна горно горни горнии ανω αλεια علیا العلیا بالا アッパー オーバー 오버 上 ზემო "
            "վերին"
        ),
        (
            "apr upr ober obere o ot alto alta superior superiore gorni gorna horni gornyi "
            "felSO verxniy verxnyaya verxneye verxni gorno ano olya bala boven yukari"
        ),
    ),
    (
        (
            "lower low nether unter nieder bas basse bajo baja inferior inferiore dolny dolna "
            "dolni donji also nizhnii nizhny nizhniy nizhnyaya нижнии нижняя нижнее нижніи "
            "долна долно долни доньи κατω سفلی السفلی پایین ロウアー ロワー ニーダー ウンター "
            "로어 니더 니즈니 下 ქვემო ներքին"
        ),
        (
            "loer lower unter nider ba bas baho baha inferior inferiore dolni dolna doni donyi "
            "dolno olSo niZniy niZnyaya niZneye niZni kato sofla payin asagi neder"
        ),
    ),
    (
        (
            "saint sainte san santa santo sao sveti sveta swiety szent sint saints санкт сент "
            "сен св святои свята сан санта сао сантьяго αγιοσ αγια αγιου σαν σεν σεντ σαντ سان "
            "سانت سن سنت قدیس סנט סן סנטה סאו סט サン サント サンタ セント ザンクト サンクト 생 "
            "세인트 산 산타 상 圣 聖 სენ სან სანტა սեն սենտ սան սանտա सेंट सैन संत"
        ),
        (
            "saint seint sen sent sankt san santa santo sao sant sveti sveta svienti sent sint "
            "sin agios ayios agia ayia Sente sen SiZnt zankt"
        ),
    ),
    (
        (
            "mount mont monte berg mountain gora hora гора маунт монт монте ορος μον μοντε جبل "
            "کوه הר マウント モン 마운트 몽 蒙"
        ),
        (
            "maunt mon mont monte gora hora berk oros dag jabal kuh"
        ),
    ),
    (
        (
            "north northern nord norte norden severny severni северныи северная северо норт "
            "βορεια βορειο شمالی ノース 노스 北"
        ),
        (
            "nort nor norte nord severniy severni severna polnocni"
        ),
    ),
    (
        (
            "south southern sud sur sul yuzhny yuzhno южныи южная южно саут νοτια νοτιο جنوبی "
            "サウス 사우스 南"
        ),
        (
            "saut sud sur sul yuZniy yuZni yuZno zYd juZni"
        ),
    ),
    (
        (
            "east eastern ost est este vostochny восточныи восточная восточно ист ανατολικη "
            "ανατολικο شرقی イースト 이스트 东 東"
        ),
        (
            "ist ost est este vostoCniy istoCni leste wost"
        ),
    ),
    (
        (
            "west western ouest oeste occidental zapadny западныи западная западно уэст вест "
            "δυτικη δυτικο غربی ウェスト 웨스트 西"
        ),
        (
            "west vest uest oeste zapadniy zapadni"
        ),
    ),
    (
        (
            "city town village municipality град город село місто сити общин градец πολη πολησ "
            "شهر مدینه قریه العیر 시 군 구 읍 муниципалитет მუნიციპალიტეტი ქალაქი क़स्बा शहर"
        ),
        (
            "| siti"
        ),
    ),
)  # fmt: skip


def _steps() -> dict[str, Step]:
    found: dict[str, Step] = {}
    for words, sounds in _ROWS:
        step = tuple((sound.strip("|"), _COST) for sound in dict.fromkeys(sounds.split()))
        found.update(dict.fromkeys(map(fold, words.split()), step))
    return found


COMMON: Final = _steps()
"""Words, folded, each with what it may sound as in other languages."""

"""Transcribed: what Chinese letters stand for in the names of places abroad.

After the tables of Xinhua's Names of the World's Peoples, each letter with the foreign syllables it
is mostly written for; Taiwan's choice where it differs.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from exile_map.gazetteer.endings import is_han
from exile_map.gazetteer.han import unified
from exile_map.gazetteer.readings import is_undivided

_WRITTEN: Final = """
a:阿啊 ya|a|ia:亚亞 ai|e:艾埃爱愛 an:安 ang|an|en:昂 o|au:奥奧 ba|va:巴 bai|ba:拜 ban|bam:班
ban|bam|bon:邦 bau|bo|bu:鲍保寶宝 be|bei:贝貝 ben|bin:本 bi|vi:比毕畢 bin|ben|bing:宾賓
bo|po|ba:博 ber|b|be|bo:伯 b|bu|v|p:布 Ca|ca:查察 ce|che:采 c|z|C|z:茨 cai|zai:蔡 da:达達
dai|de:代戴黛 dan:丹但 dang|dan|ton:当當 dau|to:道 d|de|t:德 den|ten:登 den:邓鄧 di:迪狄
ti|te:蒂 din|ting:丁 don|dong|tom:东東 du:杜 ton|don|tan|den:顿頓 don|tan|den|ton:敦 do|to:多
er|e|ur:厄 n|en|an:恩 r|l|er|el:尔爾 r|er:耳 fa|va:法 van|fan:凡范範 fan|fam:范
fe|fei|ve|fai:费費 fi|fe|vi|phi:菲 fen|fin|van|von:芬 fon|von:冯馮丰豐 f|v|fu:夫 f|v|fr|fu|vu:弗
fu|hu:富 fo|for|fer|vo:福 fo|f:佛 ga|ka|ja|gya:加 ge|gai:盖蓋 gan|kan:甘 gan|gang|gon|kan:冈岡
kau|gau|go|ko:高 go|ko|ge:戈哥 g|ge|gr|ger:格 gen|gan|ken:根 gon|kon|gong:贡貢 gu|ku:古
gui|kui:圭 gua|kua:瓜 go|guo:果 ha|xa:哈 hai|he:海 han|xan:汉漢 han|xan:罕 hau|ho:豪浩
h|x|he|g|k|her:赫 ho|xo|hol|ko:霍 hen|xen:亨 hon|hong|xon:洪 hu|xu|fu:胡 va|wa|hua|ua:华華
vai|wai|huai|wi:怀懷 ji|gi|Zi|ki|jil:吉 ki|gi|ci|xi:基 di|ti|ji:季 ja|Za|gya|ca:贾賈
ja|jan|gen|kyan:姜 jen|gen|ken:坚堅 kin|jin|gin|zin:金 je|ge|de|Ze|te:杰傑 te|tye|je:捷
du|ju|tu:久 ju|gY:居朱 ka|ca|ha:卡 kai|ke:凯凱 kan|kam|ken|cam:坎 kon|kan|kang|xan:康 kau|ko:考
k|g|x|c|c:克 ko|go|kol|xo:科柯 ken|kan|kin|kon:肯 kon|kun|kong:孔 ku|xu|kul:库庫
kua|kva|kwa:夸誇 kui|kue|kve|kvi|kwi:奎 kun|kuen:昆 la|ra|lya:拉 le|lai|lei|re|ley:莱萊
lai|rai|re|li:赖賴 lan|ran|land|lam:兰蘭 lan|ron|ran|long|ran|lon:朗 lau|rau|lo|ro|lou:劳勞
l|le|r|re|lO:勒 re|lei|ray|le|rai|ri:雷 ri|li:里 li|ri:利黎丽麗莉理 len|lien|rien|lyan:连連
le|lye|re|lie:列 lin|rin|lim|ring|ren:林琳 lu|lyu|ryu|li:柳留流 lon|ron|long|run|ren:隆
lu|ru|lou|rou:卢盧 ru|lu|rou:鲁魯路 ren|ron|lon|lan|ran|run|len:伦倫 ro|lo|rou|ra:罗羅
lo|ro|law|lou:洛 lY|rY|lu|li|lyu:吕呂律 ma|mar|mal:马馬玛瑪 mai|mi:迈邁 mak|mai|mek|mac:麦麥
me|mei|mai|mer:梅 mei|me|ma:美 man|men:曼 mon|man|mong:芒 mau|mo:毛 me|mer|m|mo:默
men|man|min:门門 mon|mun|men:蒙 mun|mon|ben:孟 mi|my:米 mi|mid:密 min|ming:明敏 mo|mor|mau:莫
mo|mau:摩 m|mu|me:姆 mu|mo|my:穆木 na:那纳納娜 ne|nai|nay|nei:奈 ne|nei|nai|ner:内內
nan|nam:南楠 nau|no:瑙 nen|nan:嫩能 ni|ny|ne:尼妮 ne|nye|nie:涅 nin|ning|nen:宁寧
nu|nyu|new|neu:纽紐 non|nun:农農 nu|nou:努 no|nou|nor:诺諾 o|eu|u|ou|oi|yu:欧歐 pa|ba|par:帕
pai|pi:派 pan|pam|pen:潘 pon|pan|pom:庞龐 pau|po|bau:保 pe|pei|pai:佩培 pen|pin|pem:彭
pi|bi:皮匹 pin|pen|ping:平品 po|bo|pol|bou:波 per|pe|par|po:珀 p|pu|b|pr:普 p|pu:蒲 C|Ci|c|j:奇
zi|ci|C|si|Ci:齐齊 Ce|che|ce:契 Ca|cha:恰 jo|Co|Zo|geor:乔喬 Ce|ce|tse:切 Cin|cin|kin:钦欽
Cu|tu|Chu|tyu:丘 Cyan|cian:强 Zan|jan|jean:让讓 ran|zan:然 Ze|je|ge|jer:热熱 Z|g|S|ge|j:日
Zu|ju:茹 re|rui|sui|Zui|swe:瑞 Zo|jo|jo:若 ron|jon|yon:荣榮容 sa|za|sal:萨薩撒
se|ze|sai|sei:赛賽 se|ze|ce|s:塞 san|son|sam|sang:桑 sen|zen|son|sin:森 Sa|xa|ja:沙 Sa:莎
San|Son|Sam|Sang:尚 So|Zo|Sau:绍紹 Se|Ser|xe:舍 Se|se|Xe|sie|xie:谢謝 Sen|xen:申
sen|saint|san|sankt|santa|sent|sao|sveti:圣聖 S|Si|C|s:施 S|s:什 s|S|st|sm:史 Su|Sou|ju:舒
s|z|S|c:斯 s|si:思 son|som|zon|song:松 su|zu|sou:苏蘇 so|zo|sor:索 ta|da:塔 tai|te|ti|tay|ty:泰
tai:台 tan|tam|ten|dan:坦 tan|tang|don|ton:唐 tau|to:陶 t|te|d|tr:特 ten|tan|tem:滕騰 ti|te:提
tin|ting|ten|tim:廷 ton|tung|tong|tom:通 tu|tou|tur:图圖 to|tau|tor|do:托 tun|ton:屯
va|wa|ua|ba|var:瓦 vai|wai:外 van|wan:万萬 van|wan|ang|wang:旺 ve|we|vei|way|ver:韦韋
vi|ve|wi|vy|bi:维維 vi|wi|vil|wil|ui:威 vai|wei|wai|vei:魏 ven|vin|win|wen:温溫 ven|wen|vin:文
vo|wo|o|vol|wor|bo|ol:沃 vo|wo|bo:伏 u|w|v|ou|Y|hu:乌烏 vu|wu|bu|mu:武 wu|vu|wood|ud:伍
si|hi|ci|zi|se|xi:西 si|s|ci|Si|zi|sy|sit:锡錫 hi|Si|xi|si|shi:希 Sa|Sar|xa|ha:夏
So|Sou|Sau|Sch:肖 sin|hin|zin|cin|sing:辛 hin|xin|him|hing:欣 hu|Su|hyu|hiu|xu:休
hY|SY|hu|Su|hue|SO:许許 son|sun:逊遜 sen|sien:仙 ya|a|ja|hya:雅 yan|yen|ian|jan:延颜顏
yan|jan|an:扬揚 yan:杨楊 ye|e|je|ie|yer:耶叶葉 i|yi|e|y:伊 i|y:易 in|im|en|ing:因
in|ing|eng|inn|ein:英 yon|on:永 yu|u|eu|ju|yo:尤 Y|yu|hu|u:于於 yo|jo|io|yor|joh:约約
yun|jun|un:云雲 za|Za|ca|sa|ja:扎 za|sa|ca|zo:札 zan|san|can|zam:赞贊 ze|ce|se|Ze|zer|je:泽澤
cen|zen|sen|tsen:曾 jan|jen|jam|jem:詹 je|Ze|che|ger:哲 ju|Zu|jou|gu:朱 z|c|s|ze|ts|dz:兹茲
zi|ci|si|dzi|ji:济濟 zon|son:宗 zu|cu|su|zur:祖 Cu|cu|Chou|tu|thu:楚 zo|so|co|zor:佐
jon|jong|jo|jun:琼瓊 Sai|Say:晒 Suai|Svai:谢 la:腊喇 ti:堤 burg|bur|ber|bor|burk|by|ber:堡
Chan|Can:昌 fa:发 te:忒 tem|tom|tim:汤湯 tom|tam:汤 ne:聂聶 pu|pul:浦 ton:通 da:大 sa:撒 va:娃
ki:琪 la:菈 la:剌 di:帝 mi:咪 er:俄 o:俄 o|aw|ou:欧 he|hei:黑 te:帖 Cai:柴
new|nov|noi|nuevo|novo|neu|nye|nouvel|nueva|sin:新 long:龙龍 li:立 bi:碧 me:麼 me|mo:麽 mo:么
pei:裴 fe:腓 ka|xa|ga:喀 hua:化 ke|kO:可 ta:他 sai:晒 li:李 su:素 tu:突 e:额額鄂 du|tu:都 ba:霸
pi:比 mai:买買 ha:罕 de|te:的 tan:但 fu:福 yi|i:以 a:雅 k:喀 re:累 lu:律 ca:擦 na:拿 ga:噶
go|ge:哥 de|dO:得 te:忒 sai:塞 mu:慕 bai:白 bo:勃 ju|gu:古
"""
# Letters that names in China have oftener than those from abroad.
_SELDOM: Final = """
bi|vi:彼 b|v|bu:卜 ben|bun:奔 Ce|Se:彻 di|ti:第 hui|wi:恵 di|ji|gi:及 cin|zin:津 mo|mau:墨 po:坡
se|s:瑟 San|san|Son:山 st|s|d:士 So:朔 tu|t:土 Si|si:席 San|kan:香 Se|Ser:雪 Zi|Ci:芝 ge|ji:治
ce|ze:策 bu:不 lo|ro:萝 hau|hou:侯 lei:蕾 van:梵 lie|le:烈 ca|za:匝 ja|Cia:嘉 bau|bao:包 ge|ga:葛
Si|si:叙
myan|me|men:缅 Cu|tyu:秋 be|bel|bye:别 lyau|leo:廖 lyan|lan:梁 ja|dia:佳 Zen|jen:任 cen|sen:岑
zun:尊 yau:尧 te|tie:铁 Su:书
"""


_SHORTEST: Final = 3  # letters


@cache
def syllables() -> str:
    """Return the letters, folded, each with what it may stand for, as in `scripts`."""
    return " ".join(map(_rows, (_WRITTEN, _SELDOM)))


def _rows(written: str) -> str:
    """Return a table, letter by letter."""
    rows: dict[str, dict[str, None]] = {}
    for row in written.split():
        sounds, _, letters = row.partition(":")
        for letter in letters:
            rows.setdefault(unified(letter), {}).update(dict.fromkeys(sounds.split("|")))
    return " ".join(f"{letter}:{'|'.join(sounds)}" for letter, sounds in rows.items())


@cache
def _often() -> frozenset[str]:
    """Return the letters that names from abroad have oftener than those in China."""
    return frozenset(row[0] for row in _rows(_WRITTEN).split())


def is_transcribed(text: str) -> bool:
    """Tell whether all letters of a text are such as names from abroad are written with.

    Parameters
    ----------
    text
        The name as written; nothing but a name, undivided.
    """
    if not is_han(text[:1]):
        return False
    letters = [unified(sign) for sign in text if sign.isalpha()]
    return len(letters) >= _SHORTEST and is_undivided(text) and _often().issuperset(letters)

"""Han sounds: the letters with which Chinese writes the sounds of names from abroad.

What each stands for in several languages, not how it is said in Chinese; the likeliest first. From
general knowledge of how such names are written; Xinhua's tables, 世界人名翻译大辞典, have all.
"""

from __future__ import annotations

from typing import Final

from exile_map.gazetteer.folding import fold

_STANDING_FOR: Final = (
    "a|ya:阿啊 e|a:埃 ai|e|i:艾爱 an|en:安 ang:昂 o|au:奥欧 ba|va:巴 bai|by:拜 ban|bun:班 "
    "bang:邦 bao:保鲍 be|ve:贝 ben:本 bi|vi:比彼毕 bin:宾 b|p:布 bo|po|vo:波伯博 b|bo:勃 "
    "b|v|bu:卜 ben:奔 cha:查 cha|tsa:察 che:彻切 ch:奇 ts|s|z:茨 da|ta:达 dai:戴 dai|de:代 "
    "dan:丹 dao:道 d|de|t:德 den|dan|teng:登 di|ti:迪蒂第 din|ting:丁 dong|ton|don:东 "
    "du|tu|do:杜都 ton|don|den:顿 do|to:多 r|l|er:尔 e|a:厄 n|en:恩 fa|va:法 fan|van:凡范 "
    "fe|vi:菲 fi|fe|vi:费 fen|ven:芬 f|v:弗夫 f|fu|hu:福富 ga:盖 gan|kan:甘 gang:冈 gao:高 "
    "go|ge:戈哥 g|k|ge:格 gen:根 gong|con:贡 gu|g:古 gua:瓜 gui|gue:圭 ha|kha:哈 hai|he:海 "
    "han|kan:汉罕 hao|ho:豪 h|he|kh:赫 he|hei:黑 heng:亨 hu|kh:胡 hua|wa:华 huai|wai:怀 "
    "hui|wi:惠 ho|kho|o:霍 ji|ki|gi:基吉 di|ji|gi:季及 ga|ka|ja:加 ja|jia:贾 je|ge|de:杰 "
    "jin|kin|gin:金 zin:津 ka|ca:喀卡 kai|ky:凯 kan|can|cam:坎 kang|con:康 ko|co:科可 "
    "k|ke|c:克 ken|kan:肯 kong|con:孔 ku|cu:库 qua|kua:夸 kun:昆 la|ra:拉 lai|ly|re:莱赖 "
    "lan|ran|lun:兰 lang|ran:朗 lao|lau|ro:劳 l|le|r:勒 le|re:雷 li|ri|ry:黎里利丽理 "
    "re|lie:列 lin|rin|ryn:林 liu:柳 long|ron|lon:隆龙 lu|ru:卢鲁 lun|ron|run:伦 ro|lo:罗洛 "
    "lu|ru:吕 ma:马 mai|my:迈 man|mun:曼 mao|mau:毛 mo|mao:莫墨 me|mei:梅 men:门 "
    "mong|mon|mun:蒙 mi|my:米密 ming|min:明 mo:摩 m:姆 mu|m:穆木 na:纳娜 nai|ny:奈 nan:南 "
    "ne|nei:内 ni|ne|ny:尼 ne|nie:涅 ning|nin:宁 niu|new:纽 nu|n:努 no:诺 pa:帕 pai|py:派 "
    "pan:潘 pang|pon:庞 pe|pei:佩培 pen|pun:彭 pi|pe:皮 p:普 po:坡 ch|chi|tsi:齐 cha:恰 "
    "chin:钦 jo|cho:乔 chu|cho|tiu:丘 re:热 ri|ji:日 sa|tha:萨 se|s:塞 sai|sy:赛 san|son:桑 "
    "se|s:瑟 sen|son:森 sha:沙 shan:尚 shan|san:山 shao|sho:绍 she|sha:舍 shen|shan:申 "
    "sh|shi|sti:施什 sh|s:史 st|s:士 shu:舒 sho:朔 s|th:斯 s|si:思 son|sun:松 su|s:苏 so:索 "
    "ta:塔 tai|ty:泰台 tan|dan:坦 tang|tan|tom:汤 tao|to:陶 t|te|d:特 ten|ton:滕 ti|te:提 "
    "tin|ting:廷 tong|ton:通 tu|too:图 tu|t:土 to|tho:托 wa|va:瓦 wai|wy:外 wan|van:万 "
    "wang|van:旺 we|ve|vi:威 vi|wi|ve:维 ve|we:韦 wei|ve:魏 wen|ven:温文 wo|vo:沃 u|w|o:乌 "
    "u|mu:武 si|ci|se:西 hi|shi|khi:希 si|ci|xi:锡 shi|si:席 sha|ha:夏 shan|can:香 "
    "sho|shaw:肖 sha|sche|she:谢 sin|cin:辛 shin|hin:欣 hu|hugh:休 shu|schu:许 she|sher:雪 "
    "sun|son:逊 ya|ia|a:亚雅 yan:延扬 ye|je|e:耶叶 i|y|e:伊 in:因 ing|en|in:英 yu|ju|eu:尤 "
    "yo|jo|yor:约 za|zha|dja:扎 jan:詹 zhi:芝 ge|ji:治 ju|jou:朱 z|ds|dz:兹 zo:佐 ze|se:泽 "
    "zen:曾 ze:策 tse|ze:采 ju:茹 jan:让 jon|john:琼 da:大 bu:不 fo:佛 ga|ka:噶 k:柯 "
    "le|li:莉 lo|ro:萝 hau:侯 er:耳 lei:蕾 van:梵 st:圣 rh|ro:若 min:敏 pu:浦 mon:孟 dun:敦 "
    "lie|le:烈 bai|be:白 zha|cha:哲 tsa:匝 jia:嘉 o:鄂 bao|bau:包 ge|ga:葛 shi|sy:叙 den:邓 "
    # as Russian names are written
    "ma:玛 sha:莎 chi|che:契 te|che|ti:捷 chu|tsu:楚 me|men:缅 tiu|chu:秋 be|bel:别 "
    "lio|leo:廖 ne|nie:聂 lia|lan:梁 dia|jia:佳 diu|ju:久 zhen|jen:任 len|lian:连 "
    "tsen|sen:岑 zun:尊 yao:尧 tie|te:铁 shu:书"
)


def _said() -> dict[str, str]:
    """Return what each letter stands for, as folding leaves it."""
    said: dict[str, str] = {}
    for told in _STANDING_FOR.split():
        ways, _, letters = told.partition(":")
        for letter in letters:
            said[fold(letter)] = ways
    return said


SAID: Final = _said()


def is_han(folded: str) -> bool:
    """Tell whether a folded name begins with a letter of China."""
    return "\u4e00" <= folded[:1] <= "\u9fff"

"""Scripts: what the letters of scripts other than Latin may sound as in the names of places abroad.

In the letters of `phonemes`, the likeliest first; each other way costs a little.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from exile_map.gazetteer import ethiopic
from exile_map.gazetteer.devanagari import as_devanagari
from exile_map.gazetteer.endings import is_han
from exile_map.gazetteer.hangul import is_hangul
from exile_map.gazetteer.phonemes import UNWRITTEN, WRITTEN, Step

_UNUSUAL: Final = 0.08
_CYRILLIC: Final = """
а:a б:b в:v|w г:g|h д:d е:e|ye|O є:ye|e ж:Z|j з:z|c и:i|y|Y і:i|y ї:yi|i й:y|i к:k л:l м:m н:n
о:o п:p р:r с:s|z т:t у:u|w|Y ў:w|u|v ф:f|t х:h|x|k ц:c|s ч:C ш:S щ:SC|S ъ:|y|a ы:i ь:|y э:e|a
ю:yu|Y|u я:ya|a|e ј:y љ:ly|l њ:ny|n ћ:C ђ:j џ:j дж:j|dZ дз:dz|c кс:ks|x ѓ:g ќ:k ѕ:dz қ:k ғ:g
ң:n|ng ү:Y ұ:u һ:h ө:O ә:a|e иу:yu|Yu ау:au|o ио:yo|io оу:ou|o|u ие:ie|iye ои:oi|ua уа:ua|wa
еи:ei|ai|e аи:ai|e еу:eu|O|oi ии:i|iy рж:rZ|r ць:c|C ів:iv|ov|ev|if
"""
_GREEK: Final = """
μπ:b|mp|mb ντ:d|nt|nd γκ:g|ng|nk γγ:ng|g ου:u|w|v|Y αι:e|ai ει:i|ei|ai οι:i|oi|ua αυ:av|af|au|o
ευ:ev|ef|eu|oi τσ:C|c|s τζ:j|dz|Z|C σι:S|si|s σσ:s|S ζ:z|Z|S σ:s|S|z ς:s α:a β:v|b|w γ:g|y|h|v
δ:d ε:e η:i|e θ:t|th ι:i|y κ:k λ:l μ:m ν:n ξ:ks|x ο:o|u π:p ρ:r τ:t υ:i|Y|u φ:f|p χ:h|x|k|S ψ:ps
ω:o γι:y|j|yi ια:ya|ia ιο:yo|io|O ιου:yu|Y
"""
_HEBREW: Final = """
א:a|o|e| ב:b|v|p ג:g|j ד:d ה:h|a|e| ו:v|o|u|w וו:v|w|u|o וי:oi|vi|ui|ua ז:z|Z ח:h|x ט:t י:i|y|e|
יי:ai|ei|i כ:k|x|h ל:l מ:m נ:n ס:s ע:e|a|| פ:p|f צ:c|s|C ק:k|g ר:r ש:S|s ת:t טש:C זש:Z דז:dz|z
אוי:oi|au|ui|o דזש:j|Z יע:ye|ie אי:i|ai|ei|e או:o|u|au טס:c|ts
"""
_ARABIC: Final = """
ا:a|e|o|| ب:b|p|v پ:p ت:t ث:t|s ج:j|g|Z|C چ:C|S ح:h|x خ:x|k|h د:d ذ:z|d ر:r ز:z|c ژ:Z|j س:s|z|c
ش:S|C ص:s ض:d|z ط:t ظ:z|d ع:a|e|o||u غ:g|x ف:f|v|p ق:k|g ک:k|g|h گ:g ل:l م:m ن:n ه:h|a|e|
و:u|o|v|w ی:i|e|y|a ء: وو:u|vu|wo تش:C تس:c|ts تز:c دز:dz دج:j او:o|au|u|av ای:i|ai|e|ay
یا:ya|ia وی:vi|ui|oi|we|ue يو:yu سک:sk کس:ks|x ڤ:v ڭ:g|ng ڨ:g ۆ:o|O|u ې:e|i ێ:e ە:e|a ۇ:u ۈ:Y
ۋ:v|w ڕ:r ڵ:l ے:e ٹ:t ڈ:d ڑ:r ں:n ھ:h ئ: ؤ:o|u أ:a إ:i|e آ:a|o ان:an|en|on
ہ:h|a| گھ:g| ټ:t ړ:r ځ:dz|z څ:c|s ښ:S|x|k ګ:g يە:ie
"""
_ARMENIAN: Final = """
ա:a բ:b|p գ:g|k դ:d|t ե:e|ye զ:z|c է:e ը:e|i| թ:t ժ:Z|j ի:i|y լ:l խ:x|h ծ:c|s|dz կ:k|g հ:h
ձ:dz|c ղ:g|l|r ճ:C|j մ:m յ:y|h|i ն:n շ:S ո:o|vo չ:C պ:p|b ջ:j|C ռ:r ս:s|z վ:v|w տ:t|d ր:r ց:c
ւ:v|u ու:u|w|v|Y փ:p ք:k|g օ:o ֆ:f և:ev եւ:ev|eu իւ:Y|yu այ:ai|e եյ:ei|ai յու:Y|yu
"""
_GEORGIAN: Final = """
ა:a ბ:b გ:g|h დ:d ე:e|ye|O ვ:v|w ზ:z|c თ:t ი:i|y|Y კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:Z|j რ:r ს:s|z ტ:t
უ:u|w|v ფ:p|f ქ:k ღ:g ყ:k შ:S ჩ:C ც:c|s ძ:dz|z წ:c ჭ:C ხ:x|h|k ჯ:j|Z ჰ:h იუ:Y|yu ია:ya|ia
იო:O|yo იე:ie|ye
"""
_DEVANAGARI: Final = """
क:k ख:k|x ग:g घ:g ङ:ng|n च:C छ:C ज:j|z|Z झ:j|Z ञ:ny|n ट:t ठ:t ड:d|r ढ:d|r ण:n त:t थ:t द:d ध:d
न:n प:p फ:f|p ब:b|v भ:b म:m य:y|i| र:r ल:l ळ:l व:v|w श:S ष:S स:s|c ह:h अ:a आ:a|o इ:i ई:i उ:u ऊ:u
ए:e ऐ:ai|e ओ:o औ:au|o ऑ:o ऋ:ri ा:a|o ि:i|e ी:i ु:u ू:u ृ:ri े:e|i ै:ai|e ो:o ौ:au|o ॉ:o ं:n|m|
ँ:n| ः:h| क्स:ks त्स:c च्च:C ॅ:a|e
"""
_HANGUL: Final = """
ᄀ:g|k ᄁ:k ᄂ:n ᄃ:d|t ᄄ:t ᄅ:r|l ᄆ:m ᄇ:b|v|p|w ᄈ:p ᄉ:s|S ᄊ:s ᄋ: ᄌ:z|j|Z|c ᄍ:c
ᄎ:C|c|z ᄏ:k|x ᄐ:t ᄑ:p|f ᄒ:h|x|f ᅡ:a ᅢ:a|e ᅣ:ya|a ᅤ:ya|ye ᅥ:o|e|u|a|er|or ᅦ:e|ei ᅧ:yo|o ᅨ:ye|e ᅩ:o
ᅪ:wa|ua ᅫ:we|ue ᅬ:O|we ᅭ:yo|o ᅮ:u|v|w ᅯ:wo|wa|we ᅰ:we|ue ᅱ:Y|wi|vi ᅲ:yu|Y ᅳ:||u|e ᅴ:i|ui ᅵ:i|y|
ᆨ:k|g ᆩ:k ᆫ:n ᆮ:t ᆯ:l|r ᆷ:m ᆸ:p|b ᆺ:t|s ᆻ:t ᆼ:ng|n ᆽ:t|z ᆾ:t|C ᆿ:k ᇀ:t ᇁ:p ᆪ:ks ᆰ:lk ᆱ:lm ᆹ:ps
스:s 쓰:s ᆯᄅ:l|r ᆫᄂ:n ᆷᄆ:m
"""
_KANA: Final = """
ア:a イ:i|y ウ:u|v|w エ:e|ye オ:o カ:ka キ:ki|k ク:k|ku ケ:ke コ:ko ガ:ga ギ:gi|g グ:g|gu ゲ:ge
ゴ:go サ:sa シ:Si|si|S ス:s|su|z セ:se|ze ソ:so|zo ザ:za|ca ジ:ji|zi|Zi|di|j|Z ズ:z|zu|s ゼ:ze
ゾ:zo タ:ta チ:Ci|ti|C ツ:c|cu|tu テ:te ト:t|to|d|tu ダ:da ヂ:ji ヅ:zu|du デ:de ド:d|do|t|du
ナ:na ニ:ni|n ヌ:nu|n ネ:ne ノ:no ハ:ha|xa ヒ:hi|xi|x ヒャ:hya フ:f|hu|fu|v ヘ:he|xe ホ:ho|xo
バ:ba|va ビ:bi|vi|b ブ:b|bu|v|vu ベ:be|ve ボ:bo|vo パ:pa ピ:pi プ:p|pu ペ:pe ポ:po マ:ma ミ:mi
ム:m|mu メ:me モ:mo ヤ:ya ユ:yu|Y ヨ:yo ラ:ra|la リ:ri|li|ly|l ル:r|l|ru|lu レ:re|le ロ:ro|lo
ワ:wa|va|ua ヲ:o ン:n|m|ng ヴ:v|vu ッ: ー:|r ァ:a ィ:i ゥ:u ェ:e ォ:o ャ:ya|a ュ:yu|u|Y ョ:yo|o
ヮ:wa シャ:Sa シュ:S|Su ショ:So シェ:Se ジャ:ja|Za|ya ジュ:ju|Zu|j ジョ:jo|Zo ジェ:je|Ze チャ:Ca
チュ:Cu|tY|C チョ:Co チェ:Ce|ce ツァ:ca ツィ:ci ツェ:ce ツォ:co ティ:ti トゥ:tu|t ディ:di|ti
ドゥ:du|d デュ:dY|du テュ:tY|tu ファ:fa|va フィ:fi|vi フェ:fe|ve フォ:fo|vo フュ:fY ヴァ:va|wa
ヴィ:vi|wi ヴェ:ve|we ヴォ:vo|wo ヴュ:vY|vyu ウィ:vi|wi ウェ:ve|we ウォ:vo|wo ウァ:va クァ:kua|kva
クィ:kui|kvi クェ:kue クォ:kuo グァ:gua|gva グィ:gui グェ:gue キャ:kya|ka キュ:kY|kyu|ku
キョ:kyo ギャ:gya ギュ:gY|gyu ニャ:nya|ny ニュ:nyu|nY|nu ニョ:nyo ヒュ:hY ビャ:bya|vya
ビュ:bY|byu|vY ビョ:byo ピャ:pya ピュ:pY ミャ:mya ミュ:mY|myu ミョ:myo リャ:lya|rya
リュ:lY|rY|lyu|ryu|lu リョ:lyo|ryo イェ:ye|e ウー:u|wu ウッ:wu|u
ェア:er|ea フェア:fer|fea|feir ヘア:her|hea|heir ベア:ber|bea|beir クス:ks|x
ケイ:kei|ke|ka セイ:sei|se|sa テイ:tei|te|ta ネイ:nei|ne|na ヘイ:hei|he|ha メイ:mei|me|ma
ゲイ:gei|ge|ga レイ:rei|lei|re|le|ra|la ベイ:bei|be|ba|vei デイ:dei|de|da ペイ:pei|pe|pa
エー:e|er|ei オー:o|or|au アー:a|ar ウール:ur|ul
"""
_TABLES: Final = (
    ("а", "ӿ", _CYRILLIC), ("α", "ώ", _GREEK), ("א", "ת", _HEBREW), ("\u0600", "\u06ff", _ARABIC),
    ("ա", "֏", _ARMENIAN), ("ა", "ჿ", _GEORGIAN), ("\u0900", "\u097f", _DEVANAGARI),
    ("\u1100", "\u11ff", _HANGUL), ("\u30a1", "\u30ff", _KANA),
    ("\u1200", "\u137f", ethiopic.SOUNDS),
)  # fmt: skip
_UNVOCALISED: Final = ("\u0590", "\u06ff")
_ALPHABETS: Final = (("α", "ώ"), ("а", "ӿ"), ("ա", "֏"), ("ა", "ჿ"))  # that write each vowel
_LONGEST: Final = 3  # letters that are read together


def steps(folded: str) -> list[Step] | None:
    """Return what each letter of a name may sound as; None where one is of no script known here.

    Parameters
    ----------
    folded
        The folded name.
    """
    folded = as_devanagari(folded)
    letters = folded if is_hangul(folded) else unicodedata.normalize("NFC", folded)
    letters = "".join(chr(ord(s) + 96) if "\u3041" <= s <= "\u3096" else s for s in letters)
    table = _table(letters[:1])
    found: list[Step] = []
    at = 0
    while at < len(letters):
        if letters[at] == " ":
            at += 1
            continue
        for length in range(_LONGEST, 0, -1):
            step = table.get(letters[at : at + length])
            if step is not None:
                break
        else:
            return None
        if not (found and found[-1] is step and _is_doubled(letters[at])):
            found.append(step)
        at += length
    return found or None


def _is_doubled(letter: str) -> bool:
    """Tell whether a letter twice is one sound; in syllables and without vowels it is two."""
    return any(first <= letter <= last for first, last in _ALPHABETS)


def vowel_cost(folded: str) -> float:
    """Return what a vowel costs that is not written: little in Hebrew and Arabic letters.

    Parameters
    ----------
    folded
        The folded name.
    """
    first, last = _UNVOCALISED
    return (
        UNWRITTEN if first <= folded[:1] <= last or "\u0900" <= folded[:1] <= "\u0d7f" else WRITTEN
    )


def _table(letter: str) -> dict[str, Step]:
    """Return the table of a letter's script."""
    if is_han(letter):
        from exile_map.gazetteer.transcribed import syllables  # noqa: PLC0415 -- seldom needed

        return _parsed(syllables())
    return next((_parsed(table) for first, last, table in _TABLES if first <= letter <= last), {})


@cache
def _parsed(table: str) -> dict[str, Step]:
    """Return a table by its letters."""
    parsed: dict[str, Step] = {}
    for row in table.split():
        letters, _, sounds = row.partition(":")
        ways = dict.fromkeys(sounds.split("|"))
        parsed[letters] = tuple((way, _UNUSUAL * (place > 0)) for place, way in enumerate(ways))
    return parsed

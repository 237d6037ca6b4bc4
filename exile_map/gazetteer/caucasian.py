"""Caucasian: how Georgian and Armenian letters, as folded, are written in Latin ones, and heard.

Both ways of the national systems and of common use, the likeliest first; as in `guessing`.
"""

from __future__ import annotations

from typing import Final

SPELT: Final = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e|ie", "ვ": "v|w", "ზ": "z", "თ": "t", "ი": "i|y",
    "კ": "k|c", "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh|j", "რ": "r", "ს": "s",
    "ტ": "t", "უ": "u", "ფ": "p|f", "ქ": "k", "ღ": "gh|g", "ყ": "q|k", "შ": "sh", "ჩ": "ch",
    "ც": "ts|c", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh|h", "ჯ": "j", "ჰ": "h",
    "ու": "u", "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e|ye", "զ": "z", "է": "e", "ը": "y|",
    "թ": "t", "ժ": "zh", "ի": "i|y", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k|c", "հ": "h",
    "ձ": "dz", "ղ": "gh|l", "ճ": "ch", "մ": "m", "յ": "y|j|h", "ն": "n", "շ": "sh", "ո": "o|vo",
    "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s", "վ": "v|w", "տ": "t", "ր": "r", "ց": "ts",
    "ւ": "v", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f",
}  # fmt: skip
_NOMINATIVE: Final = "ი"
_LEFT: Final = 3  # letters


def without_ending(folded: str) -> str:
    """Leave out what Georgian adds to every name that ends in a consonant ("ხოთინი": Khotyn).

    Parameters
    ----------
    folded
        The folded name; empty is returned of one without that ending.
    """
    stem = folded.removesuffix(_NOMINATIVE)
    return stem if stem != folded and len(stem) > _LEFT else ""

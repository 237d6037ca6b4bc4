"""Devanagari: how its letters, as folded, may be heard in names from abroad; as in `guessing`.

Folding leaves out what tells that a consonant has no vowel after it, so vowels tell little.
"""

from __future__ import annotations

from typing import Final

HEARD_AS: Final = {
    "क": "K", "ख": "K", "ग": "K", "घ": "K", "ङ": "N", "च": "S", "छ": "S", "ज": "S", "झ": "S",
    "ञ": "N", "ट": "T", "ठ": "T", "ड": "T", "ढ": "T", "ण": "N", "त": "T", "थ": "T", "द": "T",
    "ध": "T", "न": "N", "प": "P", "फ": "P|F", "ब": "P", "भ": "P", "म": "M", "य": "i", "र": "R",
    "ल": "L", "ळ": "L", "व": "F", "श": "S", "ष": "S", "स": "S", "ह": "", "अ": "a", "आ": "a",
    "इ": "i", "ई": "i", "उ": "o", "ऊ": "o", "ए": "i", "ऐ": "ai|i", "ओ": "o", "औ": "ao|o",
    "ऑ": "o", "ऋ": "Ri", "ा": "a", "ि": "i", "ी": "i", "ु": "o", "ू": "o", "ृ": "Ri", "े": "i",
    "ै": "ai|i", "ो": "o", "ौ": "ao|o", "ॉ": "o", "ं": "N", "ँ": "", "ः": "",
}  # fmt: skip


def is_devanagari(folded: str) -> bool:
    """Tell whether a folded name begins with a letter of Hindi or Marathi."""
    return "\u0900" <= folded[:1] <= "\u097f"

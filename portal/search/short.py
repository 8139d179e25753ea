"""Short forms that people type where the records write the words out: QL8A.

Only such as mean one thing alone. Roads are typed with their number stuck to them.
"""

import re

LONG = {
    "hdnd": "Hội đồng nhân dân",
    "mttq": "Mặt trận Tổ quốc",
    "ql": "quốc lộ",
    "tl": "tỉnh lộ",
    "tp": "thành phố",
    "ubnd": "Ủy ban nhân dân",
    "xnk": "xuất nhập khẩu",
}
ROAD = re.compile(r"(ql|tl)(\d+[a-z]?)")


def written_out(word: str) -> str:
    """Return what a folded word is short for, as people write it, or nothing."""
    if road := ROAD.fullmatch(word):
        return f"{LONG[road[1]]} {road[2].upper()}"
    return LONG.get(word, "")

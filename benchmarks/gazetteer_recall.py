"""Ask the gazetteer for places of real lives, and count what it gets right and, above all, wrong.

Run ``python benchmarks/gazetteer_recall.py`` with the package installed; ``--verbose`` lists every
case that is not right. Exit code 1 when a bar is missed: 95 % right, at most 1 % confidently wrong.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from exile_map.gazetteer import Answer, Gazetteer
from exile_map.gazetteer.candidates import kilometres

CASES = Path(__file__).with_name("gazetteer_cases.csv")
RIGHT_AT_LEAST = 0.95
WRONG_AT_MOST = 0.01
CONFIDENT = 0.8
NEAR_KM = {"locality": 30.0, "region": 350.0, "country": 800.0}
SUGGESTED_KM = 100.0


def outcome(case: dict[str, str], answer: Answer, gazetteer: Gazetteer) -> str:
    """Judge an answer: right, told (with the right place among what is told), missed or wrong."""
    at = float(case["lat"]), float(case["lon"])
    match = answer.match
    if match:
        sizes = ("locality", "region", "country")
        coarse = max(
            case["precision"], match.precision.replace("point", "locality"), key=sizes.index
        )
        far = kilometres(at, (match.lat, match.lon)) > NEAR_KM[coarse]
        wide = (match.radius_km or 0.0) > NEAR_KM["locality"]  # a city-state is no blur
        blurred = case["precision"] == "locality" and coarse == "country" and wide
        if not far and not blurred:
            return "right"
        return "confidently wrong" if match.confidence >= CONFIDENT else "doubtfully wrong"
    near = [kilometres(at, (c.lat, c.lon)) <= NEAR_KM[case["precision"]] for c in answer.candidates]
    if any(near):
        return "told"
    for name in answer.suggestions:
        found = gazetteer.find(name)
        for candidate in filter(None, (found.match, *found.candidates)):
            if kilometres(at, (candidate.lat, candidate.lon)) <= SUGGESTED_KM:
                return "told"
    return "missed"


def main() -> int:
    """Ask, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="list every case that is not right")
    verbose = parser.parse_args().verbose
    with CASES.open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    gazetteer = Gazetteer()
    tables: dict[str, dict[str, Counter[str]]] = {
        "layer": defaultdict(Counter),
        "language": defaultdict(Counter),
    }
    total: Counter[str] = Counter()
    for case in cases:
        answer = gazetteer.find(case["name"], year=float(case["year"]), country=case["hint"])
        judged = outcome(case, answer, gazetteer)
        total[judged] += 1
        tables["layer"][answer.match.layer if answer.match else answer.status][judged] += 1
        tables["language"][case["language"]][judged] += 1
        if verbose and judged != "right":
            match = answer.match
            got = (
                f"{match.name} {match.lat:.1f} {match.lon:.1f} {match.confidence}" if match else ""
            )
            print(
                f"{judged}: {case['name']} {case['year']} {case['hint']}: {got} | {answer.reason}"
            )
            print("   ", *answer.suggestions[:5], sep=" · ")
    kinds = ("right", "told", "missed", "doubtfully wrong", "confidently wrong")
    for title, table in (*tables.items(), ("all", {"": total})):
        print(f"\n{title:12}", *(f"{kind:>18}" for kind in kinds))
        for row, counts in sorted(table.items()):
            print(f"{row:12}", *(f"{counts[kind]:18}" for kind in kinds))
    right, wrong = (total[kind] / len(cases) for kind in ("right", "confidently wrong"))
    print(f"\n{len(cases)} cases: {right:.1%} right, {wrong:.1%} confidently wrong")
    return 0 if right >= RIGHT_AT_LEAST and wrong <= WRONG_AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())

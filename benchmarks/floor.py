"""The floor: about the least that a page of a route can cost.

    python benchmarks/floor.py IN.csv OUT.html LEAFLET_FOLDER
    python benchmarks/floor.py --empty OUT.html LEAFLET_FOLDER

Standard library, Leaflet inlined, one canvas of hairlines that only grows; no words, no controls,
no checks. With --empty: a map with nothing on it, whose frames are as even as a browser's can be.
"""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from pathlib import Path

SCRIPT = Path(__file__).with_name("floor.js")


def main(source: str, target: str, leaflet: str) -> None:
    """Write the page."""
    lats, lons, starts, stories = [], [], [], []
    firsts = []
    if source != "--empty":
        with Path(source).open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            before = None
            for person, _, lat, lon, start, _, story in rows:
                if person != before:
                    firsts.append(len(lats))
                    before = person
                lats.append(round(float(lat) * 1e5))
                lons.append(round(float(lon) * 1e5))
                starts.append(date.fromisoformat(start).toordinal())
                stories.append(story)
    data = {"lats": lats, "lons": lons, "starts": starts, "firsts": [*firsts, len(lats)]}
    texts = json.dumps(stories, ensure_ascii=False).replace("<", "\\u003c")
    script = (Path(leaflet) / "leaflet.js").read_text("utf-8")
    style = (Path(leaflet) / "leaflet.css").read_text("utf-8")
    Path(target).write_text(
        "<!doctype html><meta charset=utf-8>"
        f"<style>html, body, #map {{ margin: 0; height: 100% }} {style}</style><div id=map></div>"
        f"<script>{script}</script>"
        f"<script type=application/json id=data>{json.dumps(data, separators=(',', ':'))}</script>"
        f"<script>{SCRIPT.read_text('utf-8')}</script>"
        f"<script type=application/json id=texts>{texts}</script>",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

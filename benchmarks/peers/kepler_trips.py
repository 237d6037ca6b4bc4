"""kepler.gl's trip layer, and the stays as a table; true dates before 1970 would not move.

Its trails are three minutes long, so of a century's ways only the stays are to be seen.
"""

import sys

import pandas as pd
from keplergl import KeplerGl

table = pd.read_csv(sys.argv[1], parse_dates=["start"])
table["second"] = (
    (table["start"] + pd.DateOffset(years=200)).astype("datetime64[s]").astype("int64")
)
trips = [
    {
        "type": "Feature",
        "properties": {"person": person},
        "geometry": {
            "type": "LineString",
            "coordinates": [
                [lon, lat, 0, second]
                for lon, lat, second in life[["lon", "lat", "second"]].to_numpy().tolist()
            ],
        },
    }
    for person, life in table.groupby("person", sort=False)
]
stays = table.assign(start=table["start"].dt.strftime("%Y-%m-%d"))
data = {"trips": {"type": "FeatureCollection", "features": trips}, "stays": stays}
# Its base maps come from the web.
config = {"version": "v1", "config": {"mapStyle": {"styleType": "no_map"}}}
KeplerGl().save_to_html(sys.argv[2], data=data, config=config, center_map=True)

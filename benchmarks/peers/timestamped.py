"""folium's TimestampedGeoJson: a line for each life, a circle for each stay.

Its plugin sorts times as text, so that true dates before 2001 never show; all are moved by two
hundred years here, which makes its labels wrong and its speed measurable.
"""

import sys

import folium
import pandas as pd
from folium.plugins import TimestampedGeoJson

table = pd.read_csv(sys.argv[1], parse_dates=["start"])
moved = table["start"] + pd.DateOffset(years=200)
table["ms"] = moved.astype("datetime64[ms]").astype("int64")
features = [
    {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": life[["lon", "lat"]].to_numpy().tolist()},
        "properties": {"times": life["ms"].tolist()},
    }
    for _, life in table.groupby("person", sort=False)
    if len(life) > 1
]
features += [
    {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [stay.lon, stay.lat]},
        "properties": {"time": stay.ms, "icon": "circle", "popup": f"{stay.place}: {stay.story}"},
    }
    for stay in table.itertuples(index=False)
]
world = folium.Map(location=[30, 0], zoom_start=2)
TimestampedGeoJson(
    {"type": "FeatureCollection", "features": features},
    period="P1M",
    transition_time=50,
    auto_play=False,
    loop=False,
).add_to(world)
world.save(sys.argv[2])

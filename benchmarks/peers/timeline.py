"""folium's Timeline: stays as points with a start and an end, ways as lines that remain."""

import sys

import folium
import pandas as pd
from folium.plugins import Timeline, TimelineSlider
from folium.utilities import JsCode

table = pd.read_csv(sys.argv[1])
last = table["end"].max()
features = []
for _, life in table.groupby("person", sort=False):
    before = None
    for stay in life.itertuples(index=False):
        here = [stay.lon, stay.lat]
        if before:
            features.append(
                {
                    "type": "Feature",
                    "geometry": {"type": "LineString", "coordinates": [before, here]},
                    "properties": {"start": stay.start, "end": last},
                }
            )
        features.append(
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": here},
                "properties": {
                    "start": stay.start,
                    "end": stay.end,
                    "text": f"{stay.place}: {stay.story}",
                },
            }
        )
        before = here
world = folium.Map(location=[30, 0], zoom_start=2)
timeline = Timeline(
    {"type": "FeatureCollection", "features": features},
    point_to_layer=JsCode("(f, at) => L.circleMarker(at, { radius: 4 })"),
    on_each_feature=JsCode("(f, l) => f.properties.text && l.bindPopup(f.properties.text)"),
).add_to(world)
slider = TimelineSlider(
    auto_play=False, show_ticks=False, enable_playback=True, playback_duration=60_000, steps=1200
)
slider.add_timelines(timeline).add_to(world)
world.save(sys.argv[2])

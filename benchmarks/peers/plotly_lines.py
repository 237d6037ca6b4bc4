"""plotly's line_geo: a frame for each year, each with the whole route so far.

It draws only the lines that its first frame has, so lives not yet begun are there without a place.
"""

import sys

import pandas as pd
import plotly.express as px

table = pd.read_csv(sys.argv[1])
begun = table["start"].str[:4].astype(int)
first = ~table.duplicated("person")
frames = []
for year in range(begun.min(), 1951):
    frame = table[(begun <= year) | first].assign(year=year)
    frame.loc[begun > year, ["lat", "lon"]] = None
    frames.append(frame)
figure = px.line_geo(
    pd.concat(frames, ignore_index=True),
    lat="lat",
    lon="lon",
    animation_frame="year",
    hover_name="place",
    hover_data=["story"],
    color="person" if len(set(table["person"])) > 1 else None,
    markers=True,
)
figure.write_html(sys.argv[2], auto_play=False)

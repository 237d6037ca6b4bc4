"""pydeck's TripsLayer for the ways, a ScatterplotLayer for the stays; its page has no player."""

import sys

import pandas as pd
import pydeck as pdk

table = pd.read_csv(sys.argv[1], parse_dates=["start"])
table["day"] = (table["start"] - pd.Timestamp("1850-01-01")).dt.days
trips = [
    {"path": life[["lon", "lat"]].to_numpy().tolist(), "timestamps": life["day"].tolist()}
    for _, life in table.groupby("person", sort=False)
]
layers = [
    pdk.Layer(
        "TripsLayer",
        trips,
        id="trips",
        get_path="path",
        get_timestamps="timestamps",
        width_min_pixels=2,
        trail_length=40_000,
        current_time=36_889,
    ),
    pdk.Layer(
        "ScatterplotLayer",
        table[["lon", "lat", "place", "story"]],
        id="stays",
        get_position=["lon", "lat"],
        get_radius=4,
        radius_units="'pixels'",
        pickable=True,
    ),
]
view = pdk.ViewState(latitude=30, longitude=0, zoom=1)
deck = pdk.Deck(layers, initial_view_state=view, map_provider=None, map_style=None)
deck.to_html(sys.argv[2])

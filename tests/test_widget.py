from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT, SERGE
from test_corpus_page import write_lives

import exile_map as xm
from exile_map.widget.missing import RouteWidget as Missing

if TYPE_CHECKING:
    from pathlib import Path

    from exile_map.routes import Route, Stay

LEMERLE = ROOT / "data" / "paul_lemerle.csv"


@pytest.fixture(scope="module")
def serge() -> tuple[Route, ...]:
    return xm.to_routes(xm.geocode(xm.read_places(SERGE)))


@pytest.fixture(scope="module")
def lemerle() -> tuple[Route, ...]:
    return xm.to_routes(xm.geocode(xm.read_places(LEMERLE)))


def document(widget: xm.RouteWidget) -> Any:  # noqa: ANN401 -- JSON
    return json.loads(widget.get_state()["_document"])


def test_the_map_gets_the_wire_document_and_the_module(serge: tuple[Route, ...]) -> None:
    widget = xm.RouteWidget(serge, title="A life", lang="fr")
    state = widget.get_state()
    assert document(widget)["exile_map"]["title"] == "A life"
    assert document(widget)["exile_map"]["language"] == "fr"
    assert len(document(widget)["features"]) == 21
    assert state["_esm"].startswith("/*! exile_map")
    assert {"year", "stay", "playing", "speed", "selected", "height"} <= set(state)
    # What only Python needs is not sent.
    assert not {"routes", "title", "lang"} & set(state)


def test_one_route_and_several_are_taken_and_nothing_else(lemerle: tuple[Route, ...]) -> None:
    assert xm.RouteWidget(lemerle[0]).routes == (lemerle[0],)
    assert len(xm.RouteWidget(iter(lemerle)).routes) == 4
    for wrong in ([], ["Paris"], [lemerle]):
        with pytest.raises(xm.UsageError, match="make them with"):
            xm.RouteWidget(wrong)  # type: ignore[arg-type]
    with pytest.raises(xm.UsageError, match="make them with"):
        xm.RouteWidget(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("stay", "4-madrid", "there is no stay “4-madrid”; there is 1-brussels, 2-paris"),
        ("selected", ["2-paris", "x"], "there is no stay “x”"),
        ("speed", 0, "0 is no speed"),
        ("speed", float("nan"), "nan is no speed"),
        ("height", 10, "10 is no height for a map"),
        ("lang", "tlh", "there is no interface in 'tlh'"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    serge: tuple[Route, ...], name: str, value: object, said: str
) -> None:
    widget = xm.RouteWidget(serge)
    before = document(widget), getattr(widget, name)
    with pytest.raises(xm.UsageError, match=said):
        setattr(widget, name, value)
    assert (document(widget), getattr(widget, name)) == before
    with pytest.raises(xm.UsageError, match=said):
        xm.RouteWidget(serge, **{name: value})  # type: ignore[arg-type]
    with pytest.raises(xm.UsageError, match="takes no “yeer”"):
        xm.RouteWidget(serge, yeer=1917)


def test_many_lives_are_sent_to_the_map_that_shows_them_all(tmp_path: Path) -> None:
    many = xm.to_routes(xm.geocode(xm.read_places(write_lives(tmp_path / "lives.csv"))))
    with pytest.raises(xm.UsageError, match=r"these are 90 lives\. xm\.ExileMap\(routes\)"):
        xm.RouteWidget(many)
    assert "em-lives-listed" in xm.ExileMap(many)._repr_html_()
    widget = xm.RouteWidget(many[:3])
    with pytest.raises(xm.UsageError, match="these are 90 lives"):
        widget.routes = many
    assert len(widget.routes) == 3
    assert len(xm.RouteWidget(many, view="route").routes) == 90


def test_callbacks_are_told_of_stays_and_of_the_end(serge: tuple[Route, ...]) -> None:
    widget = xm.RouteWidget(serge)
    stays: list[Stay | None] = []
    ends: list[str] = []
    widget.on_stay(stays.append)
    at_end = lambda: ends.append("end")  # noqa: E731 -- to be removed again
    widget.on_end(at_end)
    # What the map sends, as the kernel hears it.
    widget.set_state({"stay": "2-paris", "year": 1909.0})
    widget.set_state({"stay": None})
    widget._handle_custom_msg({"event": "ended"}, [])  # noqa: SLF001 -- ipywidgets' own door
    assert stays == [serge[0].stays[1], None]
    assert ends == ["end"]
    widget.on_stay(stays.append, remove=True)
    widget.on_end(at_end, remove=True)
    widget.set_state({"stay": "4-barcelona"})
    widget._handle_custom_msg({"event": "ended"}, [])  # noqa: SLF001 -- as above
    assert (len(stays), ends) == (2, ["end"])


def test_before_a_map_is_shown_a_stay_tells_its_year(serge: tuple[Route, ...]) -> None:
    widget = xm.RouteWidget(serge)
    assert (widget.year, widget.stay, widget.playing) == (None, None, False)
    widget.stay = "4-barcelona"
    assert widget.year == 1917
    assert xm.RouteWidget(serge, year=1936.5).year == 1936.5


def test_replaced_routes_forget_only_what_is_gone(lemerle: tuple[Route, ...]) -> None:
    widget = xm.RouteWidget(lemerle, stay="anna-seghers-3-pamiers", title="A ship")
    widget.selected = ["anna-seghers-3-pamiers", "victor-serge-1-paris"]
    widget.routes = lemerle[::2]
    assert widget.stay == "anna-seghers-3-pamiers"
    widget.routes = lemerle[:2]
    assert not widget.stay
    assert widget.selected == ["victor-serge-1-paris"]
    assert document(widget)["exile_map"]["persons"] == ["Victor Serge", "André Breton"]
    assert document(widget)["exile_map"]["title"] == "A ship"
    # What the map was still telling of them when they were replaced.
    widget.set_state({"stay": "anna-seghers-3-pamiers", "selected": ["anna-seghers-3-pamiers"]})
    assert not widget.stay
    assert widget.selected == []


def test_where_no_widget_can_be_its_picture_and_stays_stand(serge: tuple[Route, ...]) -> None:
    data, _ = xm.RouteWidget(serge)._repr_mimebundle_()
    assert data["text/plain"] == "<RouteWidget Victor Serge, 11 stays>"
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert data["image/svg+xml"].startswith("<svg")
    assert data["text/html"].count("<li>") == 11


def test_a_route_a_stay_and_a_leg_say_what_they_are(serge: tuple[Route, ...]) -> None:
    route = serge[0]
    assert repr(serge) == "(<Route Victor Serge: 11 stays, Brussels to Mexico City>,)"
    assert repr(route.stays[1]) == "<Stay 2-paris, Paris, 1909 to 1912>"
    assert repr(route.legs[0]).startswith("<Leg 1-brussels--2-paris, 26")
    bundle = route._repr_mimebundle_(include=None, exclude=None)
    assert set(bundle) == {"text/html", "image/svg+xml"}
    assert "<li>Paris, 1912 to 1917, arrested, prison</li>" in bundle["text/html"]
    assert sum(len(text) for text in bundle.values()) < 70_000


def test_tables_show_dates_and_places_in_words() -> None:
    located = xm.geocode(xm.read_places(SERGE))
    shown = located.to_html()
    assert "<td>1936 or 1937 to 1940</td>" in shown
    assert "Bounds(" not in shown
    assert "Match(" not in shown
    assert "<td>Brussels, BE</td>" in shown


def test_what_a_table_says_reaches_the_picture_and_its_list_as_text(tmp_path: Any) -> None:  # noqa: ANN401 -- a path
    table = tmp_path / "hostile.csv"
    table.write_text(
        'person,place,year,move\n<b>x</b>,"<img src=x onerror=1>",1900,<i>\n,Paris,1901,\n',
        encoding="utf-8",
    )
    routes = xm.to_routes(xm.geocode(xm.read_places(table)))
    shown = xm.Picture.small(routes).with_stays()
    assert "<img src=x" not in shown
    assert "<i>" not in shown
    assert "<li>&lt;img src=x onerror=1&gt;" in shown


def test_a_map_in_a_notebook_holds_its_picture_for_where_frames_are_taken_away(
    serge: tuple[Route, ...],
) -> None:
    html = xm.ExileMap(serge, title="It's a <life>")._repr_html_()
    frame, _, inside = html.partition("'")[2].partition("'")
    assert "It&amp;#x27;s a &amp;lt;life" in frame
    assert 'sandbox="allow-scripts' in inside
    assert inside.count("<li>") == 11
    assert inside.endswith("</iframe>")
    assert repr(xm.ExileMap(serge)) == "<ExileMap Victor Serge>"


def test_without_the_extra_it_says_which_command_installs_it(serge: tuple[Route, ...]) -> None:
    with pytest.raises(xm.MissingPartError, match=r"pip install 'exile-map\[jupyter\]'"):
        Missing(serge)
    # As where anywidget is not installed: everything else works, and a star import does.
    code = """
import sys
sys.modules["anywidget"] = None
from exile_map import *
try:
    RouteWidget([])
except MissingPartError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert "pip install 'exile-map[jupyter]'" in done.stdout

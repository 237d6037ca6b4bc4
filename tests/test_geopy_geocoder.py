"""The geopy face: ours as a geopy geocoder, and theirs as ours, against a real HTTP server."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlparse

import geopy
import pytest
from geopy.exc import ConfigurationError, GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim

import hatch_build
from exile_map.errors import CannotAskError, UsageError
from exile_map.gazetteer import Answer, Question
from exile_map.gazetteer import Gazetteer as Core
from exile_map.geopy_geocoder import Gazetteer, OnlineGeocoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

AGENT = "exile_map-tests (someone@example.org)"
LILLE = {
    "lat": "50.6365",
    "lon": "3.0635",
    "display_name": "Lille, Nord, Hauts-de-France, France",
    "addresstype": "city",
    "importance": 0.7,
    "boundingbox": ["50.6", "50.7", "2.9", "3.1"],
    "address": {"country_code": "fr"},
}
BELGIAN = LILLE | {"lat": "51.24", "lon": "4.82", "display_name": "Lille, Antwerpen, Belgium"}


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    product = hatch_build.gazetteer()
    if not product.is_fresh():
        product.build()


def test_a_query_gives_a_geopy_location_with_the_whole_match() -> None:
    location = Gazetteer().geocode("Petrograd", year=1919)
    assert isinstance(location, geopy.Location)
    assert location.address == "Saint Petersburg, Russia"
    assert round(location.latitude, 1) == 59.9
    assert location.raw["toponym"] == "Petrograd"


def test_an_unknown_place_is_none_as_geopy_has_it() -> None:
    gazetteer = Gazetteer()
    assert gazetteer.geocode("Xqzzyv") is None
    assert gazetteer.geocode("Xqzzyv", exactly_one=False) is None
    assert gazetteer.geocode("prison") is None


def test_an_ambiguous_place_is_not_picked_but_all_of_it_can_be_had() -> None:
    gazetteer = Gazetteer()
    assert gazetteer.geocode("Cambridge") is None
    every = gazetteer.geocode("Cambridge", exactly_one=False)
    assert isinstance(every, list)
    assert len(every) > 1
    settled = gazetteer.geocode("Cambridge", country="USA", timeout=1)
    assert isinstance(settled, geopy.Location)
    assert "Massachusetts" in settled.address


def test_a_query_that_is_no_text_is_a_query_error() -> None:
    with pytest.raises(GeocoderQueryError, match="NoneType"):
        Gazetteer().geocode(None)


def test_a_missing_file_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="not there"):
        Gazetteer(tmp_path / "none.sqlite").geocode("Paris")


def test_it_pickles_and_works_in_a_rate_limiter_and_as_a_context() -> None:
    again: Gazetteer = pickle.loads(pickle.dumps(Gazetteer()))  # noqa: S301 - our own pickle
    limited = RateLimiter(again.geocode, min_delay_seconds=0, swallow_exceptions=False)
    assert limited("Lille").address.startswith("Lille")
    with again as entered:
        assert entered.geocode("Lille") is not None


def test_exactly_one_false_is_a_list_whose_first_is_the_place_meant() -> None:
    gazetteer = Gazetteer()
    alone = gazetteer.geocode("Chalon-sur-Saône", exactly_one=False)
    assert alone == [gazetteer.geocode("Chalon-sur-Saône")]
    every = gazetteer.geocode("Petrograd", exactly_one=False, year=1919)
    assert isinstance(every, list)
    assert every[0] == gazetteer.geocode("Petrograd", exactly_one=True, year=1919)
    assert all(isinstance(location, geopy.Location) for location in every)


@pytest.mark.parametrize("timeout", [None, 0.001, 1, 3600])
def test_a_timeout_is_accepted_and_changes_nothing(timeout: float | None) -> None:
    assert Gazetteer().geocode("Lille", timeout=timeout) == Gazetteer().geocode("Lille")


def test_a_rate_limiter_waits_between_questions_and_hands_everything_on() -> None:
    limited = RateLimiter(Gazetteer().geocode, min_delay_seconds=0.05, swallow_exceptions=False)
    start = time.monotonic()
    found = [limited("Cambridge", country="USA", exactly_one=False, timeout=1) for _ in range(3)]
    assert time.monotonic() - start >= 0.1
    assert found == [Gazetteer().geocode("Cambridge", country="USA", exactly_one=False)] * 3
    with pytest.raises(GeocoderQueryError):
        limited(None)


def test_threads_and_processes_may_share_one() -> None:
    names = ["Paris", "Petrograd", "Cambridge", "Parsi", "القاهرة", "Xqzzyv"] * 8
    gazetteer = Gazetteer()
    alone = [gazetteer.geocode(name) for name in names]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(gazetteer.geocode, names)) == alone
    with multiprocessing.get_context("spawn").Pool(2) as processes:
        assert processes.map(gazetteer.geocode, names) == alone


def test_many_at_once_may_be_asked_in_several_threads() -> None:
    gazetteer = Gazetteer()
    questions = [Question(n) for n in ("Paris", "Cambridge", "São Paulo", "Parsi", "Lille")] * 40

    def many(_: int) -> list[Answer]:
        return list(gazetteer.find_many(questions))

    with ThreadPoolExecutor(4) as threads:
        first, *others = threads.map(many, range(8))
    assert first == [gazetteer.find(question.name) for question in questions]
    assert all(other == first for other in others)


def test_it_can_never_reach_the_network() -> None:
    with pytest.raises(geopy.exc.GeocoderServiceError, match="offline"):
        Gazetteer().adapter.get_json("http://127.0.0.1:9", timeout=1, headers={})


# -- online -----------------------------------------------------------------------------------


@dataclass
class Service:
    """A service on this machine: answers as told, in turn, and remembers what it was asked."""

    replies: list[Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    port: int = 0


def says(
    payload: object, status: int = 200, **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    """Reply with a payload: JSON, or a text as it is."""
    body = (payload if isinstance(payload, str) else json.dumps(payload)).encode()

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def half(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent, and hang up."""
    handler.send_response(200)
    handler.send_header("Content-Length", "500")
    handler.end_headers()
    handler.wfile.write(b'[{"lat": "50.6')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def nothing(handler: BaseHTTPRequestHandler) -> None:
    """Hang up without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def service() -> Iterator[Service]:
    """Run a service on 127.0.0.1."""
    state = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(parse_qs(urlparse(self.path).query)["q"][0])
            state.agents.append(self.headers["User-Agent"])
            reply = state.replies.pop(0) if len(state.replies) > 1 else state.replies[0]
            reply(self)

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            error = sys.exception()
            assert isinstance(error, (OSError, ValueError)), error

    with Server(("127.0.0.1", 0), Handler) as server:
        state.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield state
        server.shutdown()
        thread.join()


class Watch:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        """Tell the time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds


def online(
    service: Service,
    folder: Path,
    watch: Watch | None = None,
    **more: Any,  # noqa: ANN401 - the options of OnlineGeocoder
) -> OnlineGeocoder:
    """Return an online geocoder that asks the service on this machine."""
    watch = watch or Watch()
    options: dict[str, Any] = {"today": watch.clock, "timeout": 2.0} | more
    return OnlineGeocoder(
        "nominatim",
        user_agent=AGENT,
        options={"domain": f"127.0.0.1:{service.port}", "scheme": "http"},
        cache=folder / "answers.sqlite",
        clock=watch.clock,
        sleep=watch.sleep,
        **options,
    )


def test_a_good_answer_is_a_match_with_its_runners_up(service: Service, tmp_path: Path) -> None:
    service.replies = [says([LILLE, BELGIAN])]
    answer = online(service, tmp_path).find("Lille", country="France")
    assert answer.match is not None
    assert (answer.match.lat, answer.match.country, answer.match.layer) == (50.6365, "FR", "online")
    assert [other.lat for other in answer.candidates] == [51.24]
    assert service.asked == ["Lille, France"]
    assert service.agents == [AGENT]


def test_a_nearer_namesake_on_the_route_is_a_question(service: Service, tmp_path: Path) -> None:
    service.replies = [says([LILLE | {"lat": "-30.0"}, BELGIAN])]
    answer = online(service, tmp_path).find("Lille", near=[(51.2, 4.4)])
    assert (answer.status, answer.match) == ("ambiguous", None)


def test_no_question_is_asked_twice_even_after_a_restart(service: Service, tmp_path: Path) -> None:
    service.replies = [says([LILLE])]
    first = online(service, tmp_path).find("Lille")
    assert online(service, tmp_path).find("Lille") == first
    assert service.asked == ["Lille"]


def test_not_found_is_kept_for_a_week_and_then_asked_again(
    service: Service, tmp_path: Path
) -> None:
    service.replies = [says([]), says([LILLE])]
    watch = Watch()
    assert online(service, tmp_path, watch).find("Lille").status == "unresolved"
    assert online(service, tmp_path, watch).find("Lille").status == "unresolved"
    assert len(service.asked) == 1
    watch.now += 8 * 24 * 3600
    assert online(service, tmp_path, watch).find("Lille").status == "ok"


def test_questions_are_a_second_apart(service: Service, tmp_path: Path) -> None:
    service.replies = [says([LILLE])]
    watch = Watch()
    progress: list[str] = []
    geocoder = online(service, tmp_path, watch, on_question=progress.append)
    for name in ("Lille", "Paris", "Lille", "Melun"):
        geocoder.find(name)
    assert watch.slept == [1.0, 1.0]
    assert progress == service.asked == ["Lille", "Paris", "Melun"]


def test_retry_after_is_honoured(service: Service, tmp_path: Path) -> None:
    service.replies = [says("slow down", 429, Retry_After="17"), says([LILLE])]
    watch = Watch()
    assert online(service, tmp_path, watch).find("Lille").status == "ok"
    assert watch.slept == [17.0]


@pytest.mark.parametrize(
    "fault",
    [
        says("slow down", 429),
        says("broken", 500),
        says("busy", 503),
        says("<html>log in</html>"),
        says({"error": "what?"} | {"lat": 1}),
        says([{"surprise": 1}]),
        half,
        nothing,
    ],
    ids=["429", "500", "503", "html", "object", "other fields", "half", "nothing"],
)
def test_every_fault_is_could_not_ask_and_is_not_kept(
    service: Service, tmp_path: Path, fault: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    service.replies = [fault]
    with pytest.raises(CannotAskError, match="Lille"):
        online(service, tmp_path, retries=1).find("Lille")
    assert 1 <= len(service.asked) <= 2
    service.replies = [says([LILLE])]
    assert online(service, tmp_path).find("Lille").status == "ok"


def test_an_answer_that_does_not_come_is_could_not_ask(service: Service, tmp_path: Path) -> None:
    waiting = threading.Event()

    def never(_: BaseHTTPRequestHandler) -> None:
        waiting.wait(5)

    service.replies = [never]
    try:
        with pytest.raises(CannotAskError):
            online(service, tmp_path, retries=0, timeout=0.2).find("Lille")
    finally:
        waiting.set()


def test_retries_are_bounded_and_longer_each_time(service: Service, tmp_path: Path) -> None:
    service.replies = [says("broken", 500)]
    watch = Watch()
    with pytest.raises(CannotAskError):
        online(service, tmp_path, watch, retries=3).find("Lille")
    assert watch.slept == [2.0, 4.0, 8.0]


def test_a_refusal_is_not_repeated(service: Service, tmp_path: Path) -> None:
    service.replies = [says("go away", 403)]
    with pytest.raises(CannotAskError):
        online(service, tmp_path).find("Lille")
    assert len(service.asked) == 1


def test_a_service_that_asks_for_hours_is_left_alone(service: Service, tmp_path: Path) -> None:
    service.replies = [says("later", 429, Retry_After="7200")]
    watch = Watch()
    with pytest.raises(CannotAskError):
        online(service, tmp_path, watch).find("Lille")
    assert watch.slept == []


def test_what_is_settled_offline_does_not_go_online(service: Service, tmp_path: Path) -> None:
    service.replies = [says([LILLE])]
    geocoder = online(service, tmp_path, first=Core())
    assert geocoder.find("Petrograd", year=1919).match is not None
    assert geocoder.find("in prison").status == "not-a-place"
    assert service.asked == []
    assert geocoder.find("Cambridge").status == "ok"
    assert service.asked == ["Cambridge"]


@pytest.mark.parametrize("agent", ["", "my-application", "geopy/2.4.1", "Test"])
def test_an_agent_that_does_not_say_who_asks_is_refused(agent: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="who asks"):
        OnlineGeocoder("nominatim", user_agent=agent, cache=tmp_path / "a.sqlite")


def test_a_geocoder_of_ones_own_is_asked_as_it_is(service: Service, tmp_path: Path) -> None:
    service.replies = [says([LILLE])]
    theirs = Nominatim(user_agent=AGENT, domain=f"127.0.0.1:{service.port}", scheme="http")
    geocoder = OnlineGeocoder(theirs, cache=tmp_path / "a.sqlite")
    assert geocoder.find("Lille").status == "ok"


def test_an_unknown_service_or_too_quick_a_pace_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        OnlineGeocoder("nowhere", user_agent=AGENT, cache=tmp_path / "a.sqlite")
    with pytest.raises(UsageError, match="one question a second"):
        OnlineGeocoder("nominatim", user_agent=AGENT, cache=tmp_path / "a.sqlite", pause=0.1)


def test_a_cache_that_is_none_says_so(service: Service, tmp_path: Path) -> None:
    service.replies = [says([LILLE])]
    (tmp_path / "answers.sqlite").write_text("no database at all, but long enough" * 40)
    with pytest.raises(UsageError, match="no cache"):
        online(service, tmp_path).find("Lille")

/** What may mislead or be missed on the map at one moment after another: faults by kind, each with where it was seen. */
(() => {
  const PANELS = ".em-card, .em-live:not(.em-folded) .em-legend, .em-folded .em-legend-body, .em-legend-toggle, .em-zooms, .em-credits, .em-bar, .em-live > .em-stays";
  /** Pixels that a place on the way has to keep from any panel and from the map's edges. */
  const MARGIN = 8;
  /** A leader may pass another marker no nearer than this. */
  const BERTH = 2;
  /** Lines to names longer than this look like ways. */
  const LONG = 80;
  /** So near to its marker its own ways are near, too. */
  const OWN = 14;
  /** A name paler than this is not yet, or no longer, there to be read. */
  const READABLE = 0.5;

  const overlap = (a, b, hair = 0.5) => a.x + hair < b.x + b.w && b.x + hair < a.x + a.w && a.y + hair < b.y + b.h && b.y + hair < a.y + a.h;
  const nearest = (rect, p) => ({ x: Math.max(rect.x, Math.min(rect.x + rect.w, p.x)), y: Math.max(rect.y, Math.min(rect.y + rect.h, p.y)) });
  /** Where its leader meets a name: not at its corners. */
  const landing = (label) => nearest({ ...label, y: label.y + 4, h: label.h - 8 }, label.at);
  const apart = (rect, dot) => { const n = nearest(rect, dot); return Math.hypot(n.x - dot.x, n.y - dot.y) - dot.r; };
  const box = ({ x, y, r }, air = 0) => ({ x: x - r - air, y: y - r - air, w: 2 * (r + air), h: 2 * (r + air) });
  const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const cross = ([a, b], [c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
  const toLine = ([a, b], p) => {
    const t = Math.max(0, Math.min(1, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / ((b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1)));
    return Math.hypot(a.x + t * (b.x - a.x) - p.x, a.y + t * (b.y - a.y) - p.y);
  };
  const sides = ({ x, y, w, h }) => [[x, y, x + w, y], [x + w, y, x + w, y + h], [x + w, y + h, x, y + h], [x, y + h, x, y]].map(([a, b, c, d]) => [{ x: a, y: b }, { x: c, y: d }]);
  const cuts = (line, rect) => sides(rect).some((side) => cross(line, side));

  const map = document.querySelector(".em-map").getBoundingClientRect();
  const features = JSON.parse(document.querySelector("#em-data").textContent).features.filter((f) => f.properties.type === "stay");
  const stays = new Map(features.map((f) => [f.id, { ...f.properties, lost: f.geometry === null }]));

  /** Where a place stands on the map, in its pixels. */
  function onScreen(place, camera) {
    const [a, b] = [place, camera].map(({ lat, lng }) => ({ x: lng / 360, y: -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI) }));
    const scale = 256 * 2 ** camera.zoom;
    return { x: (a.x - b.x) * scale + map.width / 2, y: (a.y - b.y) * scale + map.height / 2 };
  }

  function look(at, faults, { named, clear }) {
    const seen = exileMap.inspect();
    const fault = (kind, what) => (faults[kind] ??= []).push(`${at}: ${what}`);
    const labels = seen.labels.filter((l) => (l.alpha ?? 1) >= READABLE);
    const panels = [...document.querySelectorAll(PANELS)].map((e) => ({ name: e.className, r: e.getBoundingClientRect() }))
      .filter(({ r }) => r.width && r.height).map(({ name, r }) => ({ name, x: r.x - map.x, y: r.y - map.y, w: r.width, h: r.height }));
    const dots = [...seen.markers, ...seen.people];
    const own = (label, dot) => Math.hypot(label.at.x - dot.x, label.at.y - dot.y) < (dot.met === undefined ? 0.5 : 50);
    const leaders = labels.filter((l) => l.far).map((label) => ({ label, line: [label.at, landing(label)] }));
    const sheet = document.querySelector(".em-sheet-travelled");
    const ratio = sheet.width / map.width;
    // A copy, so that reading does not change how the page itself draws.
    const copy = Object.assign(document.createElement("canvas"), { width: sheet.width, height: sheet.height });
    const pen = copy.getContext("2d", { willReadFrequently: true });
    pen.drawImage(sheet, 0, 0);
    /** How often a line crosses a way that was gone. */
    const crossings = ([from, to]) => {
      const way = Math.hypot(to.x - from.x, to.y - from.y);
      const { data } = pen.getImageData(0, 0, copy.width, copy.height);
      let [times, on] = [0, false];
      for (let s = OWN; s < way; s++) {
        const [x, y] = [from.x + ((to.x - from.x) * s) / way, from.y + ((to.y - from.y) * s) / way].map((v) => Math.round(v * ratio));
        const now = data[4 * (y * copy.width + x) + 3] > 150;
        times += now && !on;
        on = now;
      }
      return times;
    };
    labels.forEach((label, i) => {
      for (const other of labels.slice(i + 1)) if (overlap(label, other)) fault("label on label", `${label.text} ${other.text}`);
      for (const dot of dots) if (overlap(label, box(dot))) fault("label on marker", label.text);
      for (const panel of panels) if (overlap(label, panel)) fault("label on panel", `${label.text} ${panel.name}`);
      const marker = seen.markers.find((m) => own(label, m));
      if (!marker) return fault("label without marker", label.text);
      // Where a line leads to it, a name is plain if it stands as clear of all others as one beside its own would.
      const mine = label.far ? 8 : Math.min(...dots.filter((dot) => own(label, dot)).map((dot) => apart(label, dot)));
      for (const dot of seen.markers) if (!own(label, dot) && apart(label, dot) <= mine) fault("label nearer another marker", label.text);
      const { width, height } = copy;
      const [x, y, w, h] = [label.x + 2, label.y + 3, label.w - 4, label.h - 6].map((v) => Math.round(v * ratio));
      if (x >= 0 && y >= 0 && x + w <= width && y + h <= height && w > 0) {
        const { data: dye } = pen.getImageData(x, y, w, h);
        let wet = 0;
        for (let p = 3; p < dye.length; p += 4) wet += dye[p] > 99;
        if (wet > 6) fault("name on line", label.text);
      }
    });
    leaders.forEach(({ label, line }, i) => {
      const [from, to] = line;
      if (Math.hypot(to.x - from.x, to.y - from.y) > LONG + 1) fault("long leader", label.text);
      for (let n = crossings(line); n > 0; n--) fault("leader on line", label.text);
      // What people at its own place hide there is passed by nobody's eye.
      const shy = seen.people.some((p) => own(label, p)) ? 30 : 0;
      for (const dot of dots) if (!own(label, dot) && Math.hypot(dot.x - label.at.x, dot.y - label.at.y) > shy && toLine(line, dot) < dot.r + BERTH) fault("leader on marker", label.text);
      for (const other of leaders.slice(i + 1)) if (cross(line, other.line)) fault("leader on leader", `${label.text} ${other.label.text}`);
      for (const other of labels) if (other !== label && cuts(line, other)) fault("leader on label", `${label.text} ${other.text}`);
    });
    const markerOf = (id) => seen.markers.filter((m) => m.stays.includes(id));
    for (const id of named) {
      const title = stays.get(id).title;
      const called = labels.some((l) => l.text.includes(title) && markerOf(id).some((m) => own(l, m)));
      if (!called) fault("unnamed", title);
    }
    const spots = clear.flatMap(([id, must]) => {
      const found = markerOf(id).filter((m) => m.x > 0 && m.y > 0 && m.x < map.width && m.y < map.height);
      if (!found.length && must) fault("out of view", stays.get(id).title);
      return found.map((m) => ({ ...m, title: stays.get(id).title }));
    });
    if (seen.traveller && named.length > 1) spots.push({ ...onScreen(seen.traveller, seen.camera), r: 6, title: "the traveller" });
    for (const spot of spots) {
      const hidden = panels.filter((panel) => overlap(box(spot, MARGIN), panel));
      for (const panel of hidden) fault("covered", `${spot.title} by ${panel.name}`);
    }
    return labels.length;
  }

  /** The stays in the order of telling: each with its own person's one before it, and the state of the playing at its beginning. */
  function readOrder() {
    const slider = document.querySelector(".em-timeline");
    const key = slider.closest("[dir=rtl]") ? "ArrowLeft" : "ArrowRight";
    const last = new Map();
    return features.map(() => {
      slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      const { stay: id } = exileMap.now();
      const { person } = stays.get(id);
      const before = last.get(person);
      last.set(person, id);
      return { id, before, state: exileMap.state() };
    });
  }

  /** Goes to the middle of the way to the stay that begins at a state of the playing; whether there is one. */
  function goMidway(index, state) {
    const back = 2e-5;
    const [f1, f2] = [1, 2].map((n) => {
      exileMap.seek(state - n * back);
      const now = exileMap.inspect();
      return now.phase === "leg" && now.index === index - 1 ? now.fraction : NaN;
    });
    if (!(f1 > f2)) return false;
    exileMap.seek(state - back - ((f1 - 0.5) / (f1 - f2)) * back);
    return true;
  }

  /** Looks at the opening, at every stay and at the middle of the way to each. */
  return () => {
    const faults = {};
    const known = (list) => list.filter((id) => id && !stays.get(id).lost);
    exileMap.seek(0);
    let names = look("opening", faults, { named: [], clear: known([...stays.keys()]).map((id) => [id, true]) });
    const order = readOrder();
    const next = new Map(order.map(({ id, before }) => [before, id]));
    order.forEach(({ id, before, state }, i) => {
      const ends = known([before, id]);
      if (i && goMidway(i, state)) names += look(`to ${id}`, faults, { named: ends, clear: ends.map((end) => [end, true]) });
      exileMap.goTo(id);
      const near = known([before, id, next.get(id)]).map((end) => [end, end === id]);
      names += look(id, faults, { named: known([id]), clear: near });
    });
    return { faults, names };
  };
})()

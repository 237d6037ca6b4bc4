// The least code that draws, plays and seeks a route: hairlines on a canvas that only grows.
const { lats, lons, starts, firsts } = JSON.parse(document.getElementById("data").textContent);
const count = lats.length;
const xs = Float64Array.from(lons, (lon) => lon / 36e6 + 0.5);
const ys = Float64Array.from(lats, (lat) => {
  const sine = Math.sin((lat * Math.PI) / 18e6);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
});
const begins = new Set(firsts);
const legs = Int32Array.from([...lats.keys()].filter((i) => !begins.has(i))).sort((a, b) => starts[a] - starts[b]);
const [from, to] = [starts.reduce((a, b) => Math.min(a, b), Infinity), starts.reduce((a, b) => Math.max(a, b), -Infinity)];
const map = L.map("map", { center: [30, 0], zoom: 2, fadeAnimation: false });
const sheet = () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [innerWidth, innerHeight];
  return canvas.getContext("2d");
};
const [trail, head] = [sheet(), sheet()];
for (const { canvas } of [trail, head]) {
  canvas.style.cssText = "position: absolute; pointer-events: none";
  map.getPanes().overlayPane.append(canvas);
}
const STRIDE = Math.max(2000, Math.ceil(legs.length / 24));
let [time, playing, last, drawn, pictures] = [1, false, null, 0, []];
const scale = 256 * 2 ** map.getZoom();
const origin = map.getPixelOrigin();
const at = (i) => [xs[i] * scale - origin.x, ys[i] * scale - origin.y];

function stroke(ctx, begin, end) {
  ctx.strokeStyle = "#c0392b";
  for (let i = begin; i < end; ) {
    ctx.beginPath();
    for (const stop = Math.min(end, i + 64); i < stop; i++) {
      ctx.moveTo(...at(legs[i] - 1));
      ctx.lineTo(...at(legs[i]));
    }
    ctx.stroke();
  }
}

function draw(fraction) {
  time = fraction;
  const now = from + fraction * (to - from);
  let [low, high] = [0, legs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[legs[middle]] <= now) low = middle + 1;
    else high = middle;
  }
  const stored = Math.min(pictures.length, Math.floor(low / STRIDE));
  if (low < drawn || stored * STRIDE > drawn) {
    trail.clearRect(0, 0, 9999, 9999);
    drawn = stored * STRIDE;
    if (stored) trail.drawImage(pictures[stored - 1], 0, 0);
  }
  stroke(trail, drawn, low);
  drawn = low;
  head.clearRect(0, 0, 9999, 9999);
  if (!count) return;
  const [x, y] = at(low ? legs[low - 1] : 0);
  head.beginPath();
  head.arc(x, y, 5, 0, 7);
  head.fill();
}

function collect() {
  const begin = pictures.length * STRIDE;
  if (begin + STRIDE > legs.length) return;
  const ctx = sheet();
  if (pictures.length) ctx.drawImage(pictures[pictures.length - 1], 0, 0);
  stroke(ctx, begin, begin + STRIDE);
  pictures.push(ctx.canvas);
  requestIdleCallback(collect);
}

function tick(now) {
  if (!playing) return;
  if (last !== null) draw((time + (now - last) / 60000) % 1);
  last = now;
  requestAnimationFrame(tick);
}

draw(1);
requestIdleCallback(collect);
window.exileMap = {
  ready: () => true,
  play: () => {
    [playing, last] = [true, null];
    requestAnimationFrame(tick);
  },
  pause: () => (playing = false),
  seek: draw,
  state: () => time,
};

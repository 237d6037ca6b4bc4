// Drives the maps of this page: the framed one by messages, the elements by their methods. Both tell the same events.
const framed = document.getElementById("serge");

function says(map, { playing, place, when, progress }) {
  const where = place === null ? (progress < 0.5 ? "At the beginning" : "At the end") : `${place}, ${when}`;
  document.getElementById(`${map}-says`).textContent = `${where}, ${playing ? "playing" : "at rest"}`;
}

function send(command, to) {
  // The frame is sandboxed: its origin is "null", and only "*" reaches it. Nothing secret is in these messages.
  framed.contentWindow.postMessage({ exileMap: 1, command, to }, "*");
}

window.addEventListener("message", ({ source, data }) => {
  if (source === framed.contentWindow && data?.exileMap === 1) says("serge", data);
});
framed.addEventListener("load", () => send("state"));

for (const map of document.querySelectorAll("exile-map")) {
  for (const event of ["ready", "stay", "playing", "paused", "ended"]) {
    map.addEventListener(event, ({ detail }) => says(map.id, detail));
  }
}

for (const button of document.querySelectorAll("button[data-map]")) {
  button.addEventListener("click", () => {
    const { map, command, to } = button.dataset;
    if (map === framed.id) send(command, to);
    else document.getElementById(map)[command](to);
  });
}

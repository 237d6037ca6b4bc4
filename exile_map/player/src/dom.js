/** Making elements: properties and children, user text always as text. */

/**
 * @param {string} tag @param {Record<string, any>} [attributes] `class`, ARIA and other attributes; a function listens
 * @param {(Node|string)[]} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** Writes text only where it differs, so that nothing is announced or laid out twice. @param {Node} node @param {string} text */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Writes parts in one line, dots between those that stand beside each other: none is alone at a line's edge. @param {Element} line @param {(string|false)[]} parts */
export function dotted(line, parts) {
  line.classList.add("em-dots");
  line.replaceChildren(...parts.filter((part) => part).flatMap((part) => [" ", make("span", {}, String(part))]));
}

/** @param {HTMLElement} element @param {boolean} shown */
export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

const SVG = "http://www.w3.org/2000/svg";
/** Icons on a 24-unit square. */
export const ICONS = {
  play: "M8 5v14l11-7z",
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  replay: "M12 5V1.5L7 6.5l5 5V8a5 5 0 1 1-5 5H4.6A7.4 7.4 0 1 0 12 5z",
  list: "M4 6h2v2H4zM8.5 6H20v2H8.5zM4 11h2v2H4zM8.5 11H20v2H8.5zM4 16h2v2H4zM8.5 16H20v2H8.5z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  minus: "M5 11h14v2H5z",
  close: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z",
  more: "M5 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  follow: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm0 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  key: "M3 6h8v2.4H3zM14 6h7v2h-7zM3 11h2v2H3zM6 11h2v2H6zM9 11h2v2H9zM14 11h7v2h-7zM3 16.5h8v1.2H3zM14 16h7v2h-7z",
  ship: "M3 14h18l-2.5 5.5h-13zM6 8h9v4.5H6zM9 3h3v4H9z",
  train: "M5 4h14v12H5zM7 6v5h10V6zM3 21l3-4h2.5l-3 4zM18.5 21l-3-4H18l3 4zM8 12.5h2.5v2H8zM13.5 12.5H16v2h-2.5z",
  road: "M6 5h12l2 6 2 1v5H2v-5l2-1zM7.5 7l-1.3 4h11.6l-1.3-4zM4 18h4v3H4zM16 18h4v3h-4z",
  foot: "M8 3c3 0 4 3 3.5 6l-.5 3H6.5L6 9c-.6-3 0-6 2-6zM6.5 13.5H11c0 3-1 4-2.3 4S6.5 16 6.5 13.5zM16 7c2 0 2.6 3 2 6l-.5 3H13l-.5-3c-.5-3 .5-6 3.5-6zM13 17.5h4.5c0 2.5-.8 4-2.200 4S13 20.5 13 17.5z",
  air: "M10.5 3c1.3-1.5 3 0 3 2v4l8 5v2l-8-2.5V18l2.5 2v1.5L12 20.5 8 21.5V20l2.5-2v-4.5L2.5 16v-2l8-5z",
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `em-icon em-icon-${name}`);
  svg.append(document.createElementNS(SVG, "path"));
  setIcon(svg, name);
  return svg;
}

/** @param {Element} svg @param {keyof typeof ICONS} name */
export function setIcon(svg, name) {
  if (svg.firstElementChild?.getAttribute("d") === ICONS[name]) return;
  svg.firstElementChild?.setAttribute("d", ICONS[name]);
  svg.setAttribute("class", `em-icon em-icon-${name}`);
}

/** A button of an icon, its name read and shown as a tip. @param {string} className @param {keyof typeof ICONS} name @param {string} label */
export function iconButton(className, name, label) {
  return /** @type {HTMLButtonElement} */ (make("button", { type: "button", class: `em-button ${className}`, "aria-label": label, title: label }, icon(name)));
}

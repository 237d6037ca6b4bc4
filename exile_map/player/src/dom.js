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

/** @param {HTMLElement} element @param {boolean} shown */
export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

const SVG = "http://www.w3.org/2000/svg";
/** Icons on a 24-unit square. */
const ICONS = {
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
  up: "M12 8l7 7-1.5 1.5L12 11l-5.5 5.5L5 15z",
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

// Leaflet without what our own map never asks for. Its ES module declares classes by calls that bundlers must take
// for effects; here they are marked as having none, so that classes nobody uses fall away.
import { readFile } from "node:fs/promises";

/** Leaflet's module attaches these to each other; without them each can go by itself. */
const ATTACHED = /^(Control|control|CRS|Map|Icon|TileLayer|tileLayer|SVG|GeoJSON|Polyline)\.\w+ = .*;$/gm;
const CLASS = /^((?:export )?var \w+ = )(\w+\.extend\()/gm;
const EXTENSION = /^(\w+)\.(include|mergeOptions|addInitHook)\(/gm;
/** What is made while the module loads, and by reading a property, which bundlers must take for an effect too. */
const MADE = /^(var \w+ = )(extend\(|\(function)|(icon: )(new IconDefault)/gm;
const READ = /\bBrowser\.(mobile|vml)\b(?=,| \?)/g;
const BORROWED = /\bPath\.prototype\.setStyle,/g;
/** What it asks of browsers, and what the answers are in any that we write for. */
const ASKED = /^var style = document\.documentElement\.style;[^]*?^var Browser = \{[^]*?^\s*\};/m;
const OLD = /\bBrowser\.(?:ie|ielt9|ie3d|edge|vml|msPointer|mobileOpera|svg|inlineSvg)\b/g;
const NEW = /\bBrowser\.(?:any3d|passiveEvents)\b/g;
const ANSWERS = `
var agent = navigator.userAgent.toLowerCase();
var touchNative = 'ontouchstart' in window || !!window.TouchEvent;
var mobile = typeof orientation !== 'undefined' || agent.indexOf('mobile') >= 0;
var chrome = agent.indexOf('chrome') >= 0;
var Browser = {
	chrome: chrome, safari: !chrome && agent.indexOf('safari') >= 0, touch: touchNative, touchNative: touchNative, pointer: false,
	retina: window.devicePixelRatio > 1, mac: navigator.platform.indexOf('Mac') === 0, linux: navigator.platform.indexOf('Linux') === 0
};`;
/** Events of touch made from those of pointers, where a browser has only these. */
const POINTERS = /!Browser\.touchNative && Browser\.pointer && /g;
/** A whole drawer of tools, of which ours are asked for one. */
const TOOLS = /(?<=^var DomUtil = \{)[^]*?(?=^\};)/m;
/** What browsers had before they had the thing itself. */
const REQUESTS = /^var lastTime = 0;[^]*?(?=^function requestAnimFrame)/m;
/** Properties of styles, asked for by the names they once had. */
const TRANSFORMED = /^var TRANSFORM = testProp\([^]*?\);/m;
const TRANSITED = /^var TRANSITION = testProp\([^]*?\);/m;
const DEPRECATED = /checkDeprecatedMixinEvents\(props\.includes\);/g;
/** Projections are made while the module loads. */
const PLANES = /: (toTransformation\()/g;
/** Projections that no map of ours has, and what is told by them. */
const OTHERS = /^var (?:EPSG3395|EPSG4326|LonLat|Mercator|Simple) = [^]*?^\}\)?;/gm;
const PROJECTIONS = /(?<=^var index = \{)[^}]*/m;
/** Methods that neither we nor what is kept of Leaflet itself calls. */
const UNCALLED = [
  "panInside", "setMaxZoom", "flyTo", "flyToBounds", "fitWorld", "locate", "stopLocate", "_handleGeolocationError", "_handleGeolocationResponse",
  "_latLngBoundsToNewLayerBounds", "_latLngToNewLayerPoint", "mouseEventToLatLng", "eachLayer", "getPanes", "_refocusOnMap",
  "toBBoxString", "unscaleBy", "scaleBy", "removeLayer", "hasLayer", "_addZoomLimit", "_removeZoomLimit", "_updateZoomLevels",
  "addEventParent", "removeEventParent", "getContainer", "mouseEventToLayerPoint", "intersects", "overlaps", "pad", "toBounds", "wrap",
  // Our map has no bounds and leaps to no other copy of the world.
  "setMaxBounds", "panInsideBounds", "_panInsideMaxBounds", "_limitCenter", "_limitOffset", "_getBoundsOffset", "_rebound", "_viscousLimit",
  "_onPreDragLimit", "_onPreDragWrap",
  // Our map's zoom is never animated by Leaflet.
  "_tryAnimatedZoom", "_createAnimProxy", "_destroyAnimProxy", "_animMoveEnd", "_catchTransitionEnd", "_nothingToAnimate", "_animateZoom",
  "_onZoomTransitionEnd", "panTo",
].map((name) => new RegExp(`^\\t${name}: function [^]*?^\\t\\},?\\n`, "gm"));

const UNBOUND = /\b(?:(?:this\.)?_?map\.|this\.)?options\.(?:maxBounds|worldCopyJump)\b/g;
const LIMITED = /\b\w+\._limit(?:Center|Offset)\((.*), (?:zoom, )?false\)/g;
const CHECKED = /^.*\.on\('predrag', this\._onPreDragLimit, this\);\n/gm;

/** What extends the map and is kept: its layers, and its handlers of mouse, touch and keys. */
const KEPT = /^Map\.(include\(\{[^]{0,400}addLayer: function|addInitHook\('addHandler', '(?!tapHold)|mergeOptions\(\{(?![^]{0,700}(zoomControl|attributionControl|closePopupOnClick)))/;

/** @param {string} source */
export function lean(source) {
  return UNCALLED.reduce((text, method) => text.replace(method, ""), source.replaceAll("\r", ""))
    .replace(UNBOUND, "false")
    .replace(LIMITED, "$1")
    .replace(CHECKED, "")
    .replace(ASKED, ANSWERS)
    .replace(OLD, "false")
    .replace(NEW, "true")
    .replace(POINTERS, "false && ")
    .replace(OTHERS, "")
    .replace(TOOLS, "setPosition: setPosition")
    .replace(REQUESTS, "var requestFn = requestAnimationFrame, cancelFn = cancelAnimationFrame;\n")
    .replace("immediate && requestFn === timeoutDefer", "false")
    .replace(TRANSFORMED, "var TRANSFORM = 'transform';")
    .replace(TRANSITED, "var TRANSITION = 'transition';")
    .replace("'onselectstart' in document", "true")
    .replace(DEPRECATED, "")
    .replace(PROJECTIONS, "")
    .replace(PLANES, ": /* @__PURE__ */ $1")
    .replace(ATTACHED, "")
    .replace(CLASS, "$1/* @__PURE__ */ $2")
    .replace(MADE, "$1$3/* @__PURE__ */ $2$4")
    .replace(READ, "$1")
    .replace(BORROWED, "function (style) { return Path.prototype.setStyle.call(this, style); },")
    .replace(EXTENSION, (call, _name, _method, at, whole) => (KEPT.test(whole.slice(at, at + 900)) ? call : `/* @__PURE__ */ ${call}`));
}

/** @type {import("esbuild").Plugin} */
export const leanLeaflet = {
  name: "lean-leaflet",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^leaflet$/ }, ({ resolveDir, kind }) =>
      resolve("leaflet/dist/leaflet-src.esm.js", { resolveDir, kind }));
    onLoad({ filter: /leaflet-src\.esm\.js$/ }, async ({ path }) => ({
      contents: lean(await readFile(path, "utf8")),
      loader: "js",
    }));
  },
};

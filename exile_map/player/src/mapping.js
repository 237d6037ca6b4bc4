/** The map: Leaflet as the ground that the scene draws on, and the one place that drives its camera. */
import { LatLng, Map as LeafletMap } from "leaflet";
import { latitude, longitude } from "./mercator.js";

/** @typedef {import("./camera.js").Camera} Camera */

const MAX_ZOOM = 11;

/** @param {HTMLElement} element @param {boolean} still */
export function makeMap(element, still) {
  const map = new LeafletMap(element, {
    zoomControl: false,
    attributionControl: true,
    zoomSnap: 0,
    zoomDelta: 0.8,
    wheelPxPerZoomLevel: 110,
    zoomAnimation: false,
    markerZoomAnimation: false,
    fadeAnimation: !still,
    inertia: !still,
    worldCopyJump: false,
    maxZoom: MAX_ZOOM,
    center: [30, 0],
    zoom: 2,
  });
  // Layers that others add say whose they are; we say it in the page.
  map.attributionControl?.setPrefix(false);
  return map;
}

/**
 * Looks where the camera says, as Leaflet's own flyTo does on each frame: unrounded, without an animation of its own,
 * and with the events that other layers follow. It has no public way to do this.
 * @param {any} map @param {Camera} camera @param {boolean} moving more frames follow
 */
export function look(map, { x, y, zoom }, moving) {
  if (!map.emMoving) {
    map._stop();
    map._moveStart(true, false);
  }
  map._move(new LatLng(latitude(y), longitude(x)), zoom, { flyTo: true });
  if (!moving) map._moveEnd(true);
  map.emMoving = moving;
}

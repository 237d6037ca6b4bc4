/** The map: Leaflet as the ground that the scene draws on, and the one place that drives its camera. */
import { DomUtil, LatLng, Map as LeafletMap, Point } from "leaflet";
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
 * Drives the map's camera as Leaflet's own flyTo does: unrounded, without an animation of its own, and with the events
 * that other layers follow, whose "end" makes them load and draw anew and so comes only once the camera rests.
 * Leaflet has no public way to do this.
 */
export class Driver {
  /** @param {any} map */
  constructor(map) {
    this.map = map;
    this.moving = false;
  }

  /** @param {Camera} camera @param {boolean} same the map looks there already @param {boolean} playing more frames follow */
  look({ x, y, zoom }, same, playing) {
    const { map } = this;
    if (!same) {
      if (!this.moving) map._stop()._moveStart(true, false);
      // A pane that was dragged makes Leaflet round the centre; "pinch" tells layers to move though the zoom is the same.
      DomUtil.setPosition(map.getPane("mapPane"), new Point(0, 0));
      map._move(new LatLng(latitude(y), longitude(x)), zoom, { flyTo: true, pinch: true });
      this.moving = true;
    }
    if (!this.moving || (playing && !same)) return;
    this.moving = false;
    map._moveEnd(true);
  }
}

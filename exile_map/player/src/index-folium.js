/** The door for folium: the same page with all of Leaflet, which folium's own layers ask for as `L`. */
import * as L from "leaflet";
import "./index-packed.js";

Object.assign(/** @type {any} */ (window).exileMap ?? {}, { L });

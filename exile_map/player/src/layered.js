/** Whether others' layers may lie between the land and what is drawn on it; build.mjs answers yes for folium's page. */
export const LAYERED = false;

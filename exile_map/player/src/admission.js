/** Admission: whether a document given to us is one of ours at all; what is in it is then read value by value. */
import { record } from "./wire.js";

const VERSION = 1;

/** Why a document is refused; nothing where it is not. @param {unknown} document */
export function refusal(document) {
  const { type, exile_map: head, features } = record(document);
  if (type !== "FeatureCollection" || !Array.isArray(features)) return "it is no GeoJSON FeatureCollection";
  if (!head || typeof head !== "object" || Array.isArray(head)) return "it has no member “exile_map”: make it with exile-map export";
  if (head.version !== VERSION) return `it is of version ${JSON.stringify(head.version)?.slice(0, 20)}, and this module reads ${VERSION}: get a module that fits with exile-map assets`;
  return "";
}

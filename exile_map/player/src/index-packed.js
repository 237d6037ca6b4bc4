/** The door of a page of many stays: opens its blocks and mounts the player; the texts come after. */
import { begin, content, read } from "./door.js";
import { unpack } from "./unpack.js";

const data = read("em-data");
if (data?.packed) unpack(data, content("em-columns"), content("em-texts"), begin);
else begin(data);

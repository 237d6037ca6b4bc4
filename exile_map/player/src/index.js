/** The page's door: reads what the page carries and mounts the player on it. */
import { begin, read } from "./door.js";

begin(read("em-data"));

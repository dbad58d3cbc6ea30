// The configuration of Eleventy's own command, which gives the same files as `dateline build`.
import { configureDateline } from "./src/eleventy.ts";

export default configureDateline;

import { readFileSync } from "node:fs";
import { styleOrder } from "../../layouts/styles/order.ts";
import { packageRoot } from "../values/package-root.ts";

/** Reads the style sheets of the layouts, in their order, as one minified style sheet. */
export function readStyleSheet(): string {
  const folder = new URL("layouts/", packageRoot);
  return styleOrder.map((name) => minifyCss(readFileSync(new URL(name, folder), "utf8"))).join("");
}

// Our style sheets have no strings with significant white space or comment marks, so these rules are enough.
function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replace(/;}/g, "}")
    .trim();
}

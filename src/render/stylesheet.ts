import { readFileSync } from "node:fs";
import { styleOrder } from "../../layouts/styles/order.ts";
import { root } from "../values/package-root.ts";

/** The site's one style sheet: the sheets of the layouts in their order, without comments and needless white space. */
export function stylesheet(): string {
  const folder = new URL("layouts/", root);
  return styleOrder.map((name) => dense(readFileSync(new URL(name, folder), "utf8"))).join("");
}

// Our own sheets have no string with white space or a comment mark that matters, so two rules are enough here.
function dense(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .replace(/;}/g, "}")
    .trim();
}

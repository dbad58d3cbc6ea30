import { readFileSync } from "node:fs";
import { packageRoot } from "../values/package-root.ts";

/** Reads a template of the package: "en/site.yaml". */
export function readTemplate(name: string): string {
  return readFileSync(new URL(`src/init/templates/${name}`, packageRoot), "utf8");
}

/** Fills in a template: `__TITLE__` stands for the value TITLE. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/__([A-Z_]+)__/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Expected a value for __${name}__.`);
    return value;
  });
}

import { readFileSync } from "node:fs";
import * as assert from "uvu/assert";
import { mailColours, mailFonts } from "../../layouts/mail/mail.ts";
import { styleOrder } from "../../layouts/styles/order.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { listFiles } from "../help/sites/folders.ts";

const layouts = new URL("../../layouts/", import.meta.url);

behaviour("a reader with weak eyes", (it) => {
  for (const scheme of ["light", "dark", "print"] as const) {
    it(`reads text at 7:1 at least, and what is grey or in the accent at 4.5:1, on every ground (${scheme})`, () => {
      const colours = coloursIn(scheme);
      for (const ground of ["paper", "wash"]) {
        assert.ok(contrast(colours("ink"), colours(ground)) >= 7, `ink on ${ground}`);
        assert.ok(contrast(colours("grey"), colours(ground)) >= 4.5, `grey on ${ground}`);
        assert.ok(contrast(colours("accent"), colours(ground)) >= 4.5, `accent on ${ground}`);
      }
      assert.ok(contrast(colours("grey"), colours("paper")) >= 7, "an article's standfirst is text, and grey");
      assert.ok(contrast(colours("paper"), colours("accent")) >= 4.5, "the day that one is at, in the calendar");
    });
  }

  it("finds the browser's own frame in the colour of the paper, and the square on its tab in the accent", () => {
    const head = readFileSync(new URL("frame/head.tsx", layouts), "utf8");
    assert.match(head, `light)" content="${coloursIn("light")("paper")}"`);
    assert.match(head, `dark)" content="${coloursIn("dark")("paper")}"`);
    assert.match(head, `fill='%23${coloursIn("light")("accent").slice(1)}'`);
  });
});

behaviour("a subscriber who opens an edition as a mail", (it) => {
  it("finds the colours of the site, light and dark", () => {
    for (const scheme of ["light", "dark"] as const) {
      for (const [name, colour] of Object.entries(mailColours[scheme]))
        assert.is(colour, coloursIn(scheme)(name), name);
    }
  });

  it("finds the faces of the site, in each language", () => {
    const tokens = rulesOf("styles/tokens.css");
    const face = (name: string, selector: string) =>
      tokens
        .filter((rule) => rule.selector === selector)
        .flatMap(({ declarations }) => declarations.map(nameAndValue))
        .flatMap(([token, value]) => (token === name ? [value.replaceAll('"', "'").replaceAll(", ", ",")] : []));
    assert.equal(face("--sans", ":root"), [mailFonts.sans]);
    assert.equal(face("--serif", ":root"), [mailFonts.serif.en]);
    assert.equal(face("--serif", ":lang(ru), :lang(uk)"), [mailFonts.serif.ru]);
    assert.is(mailFonts.serif.uk, mailFonts.serif.ru);
  });
});

behaviour("who measures contrast", (it) => {
  it("counts as WCAG 2 does: black on white 21, the grey #767676 just 4.54", () => {
    assert.is(contrast("#000", "#fff"), 21);
    assert.is(contrast("#767676", "#ffffff").toFixed(2), "4.54");
  });
});

behaviour("who restyles the site", (it) => {
  const rules = styleOrder.flatMap((file) => rulesOf(file));

  it("finds every sheet of the layouts in the order, once", () => {
    const files = listFiles("layouts").filter((file) => file.endsWith(".css"));
    assert.equal([...styleOrder].sort(), files.sort());
  });

  it("finds every colour in tokens.css", () => {
    assert.equal(outsideTokens(rules, /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color-mix)\(/i), []);
    assert.equal(outsideTokens(rules, /[ (](?:black|white|gr[ae]y|red|green|blue|orange|silver)(?![\w-])/i), []);
  });

  it("finds every size in tokens.css but those in the letter's own, and the margin of paper, which knows no tokens", () => {
    const onScreen = rules.filter(({ selector }) => selector !== "@page");
    assert.equal(outsideTokens(onScreen, /[\d.](?:px|rem|pt|mm|cm|in|v[hw]|vmin|vmax)\b/), []);
  });

  it("finds nothing forced, and no selector deeper than two", () => {
    assert.equal(outsideTokens(rules, /!\s*important/), []);
    const deep = rules.flatMap(({ selector }) => selectorsOf(selector)).filter((each) => compounds(each) > 2);
    assert.equal(deep, []);
  });

  it("finds a rule for every class of a layout, and a layout for every class of a rule", () => {
    const styled = classesStyled(rules);
    assert.equal(without(classesShown(), styled), [], "shown, but not styled");
    assert.equal(without(styled, [...classesShown(), ...classesOfMarkdown]), [], "styled, but not shown");
  });
});

// What the markdown reader writes besides plain elements.
const classesOfMarkdown = ["quote", "table", "end", "middle", "footnotes", "footnote-ref"];

interface Rule {
  readonly file: string;
  readonly selector: string;
  readonly declarations: readonly string[];
  /** "@media print", "@layer parts": from the outside in. */
  readonly within: readonly string[];
}

/** The rules of a sheet: enough of CSS for ours, whose strings hold neither braces nor semicolons. */
function rulesOf(file: string): readonly Rule[] {
  const css = readFileSync(new URL(file, layouts), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const rules: Rule[] = [];
  const open: string[] = [];
  for (const [, before = "", mark] of css.matchAll(/([^{}]*)([{}])/g)) {
    const statements = before.split(";").map((each) => each.trim().replace(/\s+/g, " "));
    if (mark === "{") open.push(statements.at(-1) ?? "");
    else {
      const selector = open.pop() ?? "";
      const declarations = statements.filter((each) => each.includes(":"));
      if (declarations.length > 0) rules.push({ file, selector, declarations, within: [...open] });
    }
  }
  return rules;
}

function outsideTokens(rules: readonly Rule[], pattern: RegExp): readonly string[] {
  return rules
    .filter(({ file }) => file !== "styles/tokens.css")
    .flatMap(({ file, selector, declarations }) =>
      declarations
        .filter((each) => pattern.test(each.replace(/var\(--[\w-]+\)/g, "")))
        .map((each) => `${file}: ${selector} { ${each} }`),
    );
}

function selectorsOf(selector: string): readonly string[] {
  return flat(selector)
    .split(",")
    .map((each) => each.trim());
}

function compounds(selector: string): number {
  return selector.split(/\s*[>+~]\s*|\s+/).length;
}

/** Without what stands in brackets: commas and spaces there part nothing. */
function flat(selector: string): string {
  const inner = selector.replace(/\([^()]*\)|\[[^\]]*\]/g, "");
  return inner === selector ? selector : flat(inner);
}

function classesStyled(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(({ selector }) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));
}

function classesShown(): readonly string[] {
  return listFiles("layouts")
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => [...readFileSync(new URL(file, layouts), "utf8").matchAll(/\bclass="([^"]*)"/g)])
    .flatMap(([, names = ""]) => names.split(" "));
}

function without(all: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set(all)].filter((each) => !known.includes(each)).sort();
}

/** The colours of a scheme by their names: those of light, redefined. */
function coloursIn(scheme: "light" | "dark" | "print"): (name: string) => string {
  const media = { light: undefined, dark: "@media (prefers-color-scheme: dark)", print: "@media print" }[scheme];
  const rules = rulesOf("styles/tokens.css").filter(({ selector }) => selector === ":root");
  const chosen = rules.filter(({ within }) => within.length === 1 || within.at(-1) === media);
  const tokens = new Map(chosen.flatMap(({ declarations }) => declarations).map(nameAndValue));
  return (name) => tokens.get(`--${name}`) ?? `no --${name} in ${scheme}`;
}

function nameAndValue(declaration: string): [string, string] {
  const colon = declaration.indexOf(":");
  return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[\da-f]/gi, "$&$&") : hex;
  assert.match(long, /^#[\da-f]{6}$/i);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(long.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

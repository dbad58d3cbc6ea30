import type { Language } from "../../src/values/language.ts";
import { type MailStyles, maxMailWidth } from "../../src/values/text/mail-html.ts";

// Some mail programs drop style sheets (all do when a mail is forwarded), so each element has inline styles, from the
// typed tables below. A library that inlines a style sheet would repeat that work for every edition, and needs an HTML
// and a CSS parser (juice: 33 packages, 11 MB; mjml: 199 packages, 59 MB; 2026-11).
// The colours and fonts are those of tokens.css: test/steps/styles.test.ts compares them.

/** The colours of a mail, by their names in tokens.css. */
export const mailColours = {
  light: { ink: "#14171a", paper: "#fff", grey: "#50565d", accent: "#b3200f", hair: "#d4d7da" },
  dark: { ink: "#e8e9ea", paper: "#111315", grey: "#a3a9af", accent: "#ff8a73", hair: "#3b3f43" },
} as const;

const { ink, paper, grey, accent, hair } = mailColours.light;

const latin = "'Iowan Old Style','Palatino Linotype',Palatino,'Noto Serif',Georgia,serif";
const cyrillic = "'PT Serif','Palatino Linotype','Noto Serif',Georgia,serif";

/** The fonts of a mail: `serif` for editorial text, `sans` for everything else. */
export const mailFonts = {
  serif: { en: latin, ru: cyrillic, uk: cyrillic } satisfies { readonly [L in Language]: string },
  sans: "system-ui,'Segoe UI','Noto Sans',sans-serif",
} as const;

/** The attributes of an element: its inline style, and the classes through which dark mode changes its colours. */
export interface MailLook {
  readonly class?: string;
  readonly style: string;
}

/** The styles of the editor's note. */
export const noteStyles: MailStyles = { link: "color:inherit", picture: "max-width:100%;height:auto" };

const { sans } = mailFonts;
const noSpacing = "margin:0;padding:0;";
const labelFont = `font:13px/1.4 ${sans};`;

function createLooks(serif: string) {
  return { ...createFrameLooks(serif), ...createStoryLooks(serif) } satisfies Readonly<Record<string, MailLook>>;
}

/** The looks of the outer tables, the masthead and the foot. The lines between the parts are as wide as the text. */
function createFrameLooks(serif: string) {
  const formatRuledBlock = (above: number, below: number) =>
    `padding:${above}px 0 ${below}px;border-top:1px solid ${ink};color:${ink};`;
  return {
    body: {
      class: "paper",
      style: `${noSpacing}background:${paper};word-break:break-word;-webkit-text-size-adjust:100%`,
    },
    // Outlook, which renders with Word's engine, ignores `display: none`: there the text is too small to see.
    preview: { style: `display:none;color:${paper};font:1px/1px ${sans}` },
    sheet: { style: "width:100%;border-collapse:collapse" },
    // Some mail programs drop the body element, so the table repeats its background.
    paper: { class: "paper", style: `width:100%;border-collapse:collapse;background:${paper}` },
    aside: { style: "padding:0" },
    column: { style: `width:${maxMailWidth}px;padding:0 20px` },
    masthead: { class: "rule", style: `padding:16px 0 12px;border-bottom:1px solid ${ink}` },
    title: { class: "ink", style: `padding:0;color:${ink};font:700 18px/1.3 ${serif}` },
    onSite: {
      class: "grey",
      style: `padding:0 0 0 16px;color:${grey};${labelFont}text-align:right;white-space:nowrap`,
    },
    day: { style: "padding:14px 0 18px" },
    date: { class: "ink", style: `${noSpacing}color:${ink};font:24px/1.2 ${serif}` },
    numeral: {
      style: `display:inline-block;padding-right:14px;font:700 80px/1 ${serif};letter-spacing:-0.045em`,
    },
    month: { style: "display:inline-block;vertical-align:bottom" },
    weekday: { class: "accent", style: `display:block;color:${accent};font:700 13px/1.4 ${sans}` },
    count: { class: "grey", style: `margin:10px 0 0;color:${grey};${labelFont}` },
    note: {
      class: "note ink hair",
      style: `padding:14px 0 20px;border-top:1px solid ${hair};color:${ink};font:16px/1.5 ${serif}`,
    },
    noteTitle: { style: `${noSpacing}font:700 18px/1.25 ${serif}` },
    more: { class: "ink rule", style: `${formatRuledBlock(14, 18)}font:700 17px/1.5 ${serif}` },
    finis: { class: "ink rule", style: `${formatRuledBlock(18, 26)}font:20px/1.35 ${serif}` },
    square: { class: "accent", style: `color:${accent};font-family:${sans}` },
    foot: { class: "grey hair", style: `padding:16px 0 40px;border-top:1px solid ${hair};color:${grey};${labelFont}` },
    footLine: { style: "margin:0 0 8px" },
    footLink: { style: "color:inherit;text-decoration:underline" },
  };
}

function createStoryLooks(serif: string) {
  return {
    section: { class: "rule", style: `padding:5px 0 0;border-top:1px solid ${ink}` },
    sectionTitle: { class: "accent", style: `${noSpacing}color:${accent};font:700 13px/28px ${sans}` },
    story: { style: "padding:3px 0 22px" },
    nextStory: { class: "hair", style: `padding:18px 0 22px;border-top:1px solid ${hair}` },
    link: { class: "ink", style: `color:${ink};text-decoration:none` },
    lead: { style: `${noSpacing}font:700 32px/1.1 ${serif};letter-spacing:-0.015em` },
    standfirst: { class: "ink", style: `margin:10px 0;color:${ink};font:20px/1.35 ${serif}` },
    headline: { style: `${noSpacing}font:700 21px/1.2 ${serif}` },
    summary: { class: "ink", style: `margin:6px 0 8px;color:${ink};font:17px/1.5 ${serif}` },
    facts: { class: "grey", style: `${noSpacing}color:${grey};${labelFont}` },
    place: { style: "letter-spacing:0.06em;text-transform:uppercase" },
    mark: { class: "accent", style: `color:${accent}` },
    // The font and the colour apply to the alternative text where pictures are blocked.
    picture: {
      class: "grey",
      style: `display:block;width:100%;max-width:${maxMailWidth}px;height:auto;margin:18px 0 0;border:0;color:${grey};font:italic 15px/1.45 ${serif}`,
    },
    caption: { class: "grey", style: `margin:8px 0 0;color:${grey};${labelFont}` },
  };
}

/** The looks of all elements of a mail, by language. */
export const mailLooks = {
  en: createLooks(mailFonts.serif.en),
  ru: createLooks(mailFonts.serif.ru),
  uk: createLooks(mailFonts.serif.uk),
} satisfies { readonly [L in Language]: unknown };

/** The looks of all elements of a mail. */
export type MailLooks = (typeof mailLooks)["en"];

/**
 * The rules that inline styles cannot express. A mail works without them. The dark colours are `!important`, because
 * they must override the inline colours.
 */
export const mailStyleSheet = [
  ":root{color-scheme:light dark}",
  ".note p,.note ul,.note ol,.note blockquote{margin:8px 0 0}",
  `@media(prefers-color-scheme:dark){${formatColourRules(mailColours.dark)}}`,
].join("");

function formatColourRules(colours: Readonly<Record<keyof typeof mailColours.light, string>>): string {
  return [
    `.paper{background:${colours.paper}!important}`,
    `.ink{color:${colours.ink}!important}`,
    `.grey{color:${colours.grey}!important}`,
    `.accent{color:${colours.accent}!important}`,
    `.rule{border-color:${colours.ink}!important}`,
    `.hair{border-color:${colours.hair}!important}`,
  ].join("");
}

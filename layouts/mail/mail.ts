import type { Language } from "../../src/values/language.ts";
import { type MailStyles, mailPixels } from "../../src/values/text/mail-html.ts";

// Mail programs forget style sheets (when a mail is forwarded, all do), so each element carries its style. One table of
// them is typed here and rendered with the page; a library that writes a sheet into the elements would do it again for
// every edition, and brings a parser of HTML and one of CSS (juice: 33 packages, 11 MB; mjml: 199, 59 MB; 2026-11).
// The colours and faces are those of tokens.css: test/steps/styles.test.ts compares them.

/** The colours of a mail by the names that they have in tokens.css. */
export const mailColours = {
  light: { ink: "#14171a", paper: "#fff", grey: "#50565d", accent: "#b3200f", hair: "#d4d7da" },
  dark: { ink: "#e8e9ea", paper: "#111315", grey: "#a3a9af", accent: "#ff8a73", hair: "#3b3f43" },
} as const;

const { ink, paper, grey, accent, hair } = mailColours.light;

const latin = "'Iowan Old Style','Palatino Linotype',Palatino,'Noto Serif',Georgia,serif";
const cyrillic = "'PT Serif','Palatino Linotype','Noto Serif',Georgia,serif";

/** The faces of a mail: that of its reporting, and that of all else. */
export const mailFaces = {
  serif: { en: latin, ru: cyrillic, uk: cyrillic } satisfies { readonly [L in Language]: string },
  sans: "system-ui,'Segoe UI','Noto Sans',sans-serif",
} as const;

/** What an element of a mail is given: its style, and the class by which a dark screen changes its colours. */
export interface MailLook {
  readonly class?: string;
  readonly style: string;
}

/** The styles of what an editor wrote. */
export const noteStyles: MailStyles = { link: "color:inherit", picture: "max-width:100%;height:auto" };

const { sans } = mailFaces;
const bare = "margin:0;padding:0;";
const label = `font:13px/1.4 ${sans};`;

function looksWith(serif: string) {
  return { ...frameLooks(serif), ...storyLooks(serif) } satisfies Readonly<Record<string, MailLook>>;
}

/** Of the sheet, its head and its end. The rules between the parts are as wide as their text. */
function frameLooks(serif: string) {
  const ruled = (above: number, below: number) =>
    `padding:${above}px 0 ${below}px;border-top:1px solid ${ink};color:${ink};`;
  return {
    body: { class: "paper", style: `${bare}background:${paper};word-break:break-word;-webkit-text-size-adjust:100%` },
    // Outlook, which lays out as Word does, hides nothing: there it is too small to be seen.
    preview: { style: `display:none;color:${paper};font:1px/1px ${sans}` },
    sheet: { style: "width:100%;border-collapse:collapse" },
    // Some programs keep nothing of the body: its ground is the table's too.
    paper: { class: "paper", style: `width:100%;border-collapse:collapse;background:${paper}` },
    aside: { style: "padding:0" },
    column: { style: `width:${mailPixels}px;padding:0 20px` },
    masthead: { class: "rule", style: `padding:16px 0 12px;border-bottom:1px solid ${ink}` },
    title: { class: "ink", style: `padding:0;color:${ink};font:700 18px/1.3 ${serif}` },
    onSite: { class: "grey", style: `padding:0 0 0 16px;color:${grey};${label}text-align:right;white-space:nowrap` },
    day: { style: "padding:14px 0 18px" },
    date: { class: "ink", style: `${bare}color:${ink};font:24px/1.2 ${serif}` },
    numeral: {
      style: `display:inline-block;padding-right:14px;font:700 80px/1 ${serif};letter-spacing:-0.045em`,
    },
    month: { style: "display:inline-block;vertical-align:bottom" },
    weekday: { class: "accent", style: `display:block;color:${accent};font:700 13px/1.4 ${sans}` },
    count: { class: "grey", style: `margin:10px 0 0;color:${grey};${label}` },
    note: {
      class: "note ink hair",
      style: `padding:14px 0 20px;border-top:1px solid ${hair};color:${ink};font:16px/1.5 ${serif}`,
    },
    noteTitle: { style: `${bare}font:700 18px/1.25 ${serif}` },
    more: { class: "ink rule", style: `${ruled(14, 18)}font:700 17px/1.5 ${serif}` },
    finis: { class: "ink rule", style: `${ruled(18, 26)}font:20px/1.35 ${serif}` },
    square: { class: "accent", style: `color:${accent};font-family:${sans}` },
    foot: { class: "grey hair", style: `padding:16px 0 40px;border-top:1px solid ${hair};color:${grey};${label}` },
    footLine: { style: "margin:0 0 8px" },
    footLink: { style: "color:inherit;text-decoration:underline" },
  };
}

function storyLooks(serif: string) {
  return {
    section: { class: "rule", style: `padding:5px 0 0;border-top:1px solid ${ink}` },
    sectionTitle: { class: "accent", style: `${bare}color:${accent};font:700 13px/28px ${sans}` },
    story: { style: "padding:3px 0 22px" },
    nextStory: { class: "hair", style: `padding:18px 0 22px;border-top:1px solid ${hair}` },
    link: { class: "ink", style: `color:${ink};text-decoration:none` },
    lead: { style: `${bare}font:700 32px/1.1 ${serif};letter-spacing:-0.015em` },
    standfirst: { class: "ink", style: `margin:10px 0;color:${ink};font:20px/1.35 ${serif}` },
    headline: { style: `${bare}font:700 21px/1.2 ${serif}` },
    summary: { class: "ink", style: `margin:6px 0 8px;color:${ink};font:17px/1.5 ${serif}` },
    facts: { class: "grey", style: `${bare}color:${grey};${label}` },
    place: { style: "letter-spacing:0.06em;text-transform:uppercase" },
    mark: { class: "accent", style: `color:${accent}` },
    // The face and the colour are those of what stands for it where pictures are not shown.
    picture: {
      class: "grey",
      style: `display:block;width:100%;max-width:${mailPixels}px;height:auto;margin:18px 0 0;border:0;color:${grey};font:italic 15px/1.45 ${serif}`,
    },
    caption: { class: "grey", style: `margin:8px 0 0;color:${grey};${label}` },
  };
}

/** How each thing in a mail looks, in each language. */
export const mailLooks = {
  en: looksWith(mailFaces.serif.en),
  ru: looksWith(mailFaces.serif.ru),
  uk: looksWith(mailFaces.serif.uk),
} satisfies { readonly [L in Language]: unknown };

/** How each thing in a mail looks. */
export type MailLooks = (typeof mailLooks)["en"];

/** What only a style sheet can say; a mail does without, where it is forgotten. Colours must go before those of the elements. */
export const mailSheet = [
  ":root{color-scheme:light dark}",
  ".note p,.note ul,.note ol,.note blockquote{margin:8px 0 0}",
  `@media(prefers-color-scheme:dark){${colourRules(mailColours.dark)}}`,
].join("");

function colourRules(colours: Readonly<Record<keyof typeof mailColours.light, string>>): string {
  return [
    `.paper{background:${colours.paper}!important}`,
    `.ink{color:${colours.ink}!important}`,
    `.grey{color:${colours.grey}!important}`,
    `.accent{color:${colours.accent}!important}`,
    `.rule{border-color:${colours.ink}!important}`,
    `.hair{border-color:${colours.hair}!important}`,
  ].join("");
}

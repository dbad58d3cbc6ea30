import * as assert from "uvu/assert";
import { describeMarkupInPlainText } from "../../../src/parse/unsupported/unsupported.ts";
import { oddTexts, randomTexts } from "../../help/newsroom/odd-texts.ts";
import { type ParsedFeedItem, readFeeds } from "../../help/readers/feed-reader.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { runXmllint } from "../../help/readers/xml-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import type { FileContents } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const texts = [...Object.values(oddTexts), ...randomTexts].map((text) => `<${text}>`);

behaviour("an author who pastes what no page can show, or far too much, into a title or a summary", (it) => {
  it("is told of each by its place, and of nothing else", async () => {
    const { problems } = await buildSmallSite({
      ...tagsOf(texts.length),
      ...Object.fromEntries(texts.map((text, i) => [`${fileOf(i)}`, formatArticle({ title: text, summary: text })])),
    });

    // Markup that is told of has tests of its own (dialects.test.ts).
    const aboutCharacters = problems.filter((line) => !line.includes("is shown as it is typed."));
    assert.ok(aboutCharacters.length > 100, `${aboutCharacters.length} problems`);
    assert.equal(
      aboutCharacters,
      texts.flatMap((text, i) =>
        [advice("2:8  title", text, 140), advice("3:10  summary", text, 320)].flatMap((line) =>
          line === undefined ? [] : [`content/${fileOf(i)}:${line}`],
        ),
      ),
    );
  });
});

behaviour("a subscriber to an author who pastes all else", (it) => {
  for (const [format, file] of [
    ["RSS", "rss.xml"],
    ["Atom", "atom.xml"],
    ["JSON Feed", "feed.json"],
  ] as const) {
    it(`reads it as it was meant in ${format}`, async () => {
      const shown = texts.map(showable);
      const { problems, text } = await buildSmallSite({
        ...tagsOf(shown.length),
        ...Object.fromEntries(shown.map((text, i) => [fileOf(i), storySaying(text, i)])),
      });
      assert.equal(problems, []);

      const feeds = tagSlugs(shown.length).map((tag) => text(`/tags/${tag}/${file}`));
      const read = readFeeds(feeds);
      const items = new Map(read.flatMap((feed) => feed.items.map((item) => [item.id, item])));
      assert.equal(
        read.flatMap(({ complaints }) => complaints),
        [],
      );
      if (format !== "JSON Feed") assert.is(runXmllint(feeds), "");
      assert.is(items.size, texts.length);
      for (const [i, text] of shown.entries()) assertMeant(items.get(`tag:dispatch.example,2024:/${stemOf(i)}/`), text);
    });
  }
});

/** What the author of a text is told; undefined where nothing is wrong. */
function advice(field: string, text: string, most: number): string | undefined {
  const characters = Array.from(text);
  const { length } = characters;
  if (length > most)
    return `${field}: has ${length} characters; the maximum is ${most}. Shorten it by ${length - most}.`;
  const found = characters.find((character) => !isShown(character));
  const code = found?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return code && `${field}: contains a character that no page can show (U+${code}). Remove it.`;
}

/** Neither a control character, nor half of a surrogate pair, nor one of the two that XML leaves out. */
function isShown(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const isControl = (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0);
  return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** The text without what an author would be told to take out. In a text of their own, no noncharacter may stand either. */
function showable(text: string): string {
  const isNone = (code: number) => (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
  const shown = Array.from(text, (character) =>
    isShown(character) && !isNone(character.codePointAt(0) ?? 0) ? character : "",
  ).join("");
  // With spaces between them, marks of HTML and of other dialects mean nothing; a backslash does.
  return describeMarkupInPlainText(shown).length > 0
    ? shown.replaceAll("\\", "").replace(/[!-/:-@[-`{-~]/g, "$& ")
    : shown;
}

/** A story that says one text wherever an author can say something. */
function storySaying(text: string, i: number): string {
  const front = {
    title: beginning(text, 140),
    summary: beginning(text, 320),
    tags: [tagOf(i)],
    sources: [{ name: text }],
    corrections: [{ date: "2024-07-12T09:00:00+03:00", text }],
  };
  const paragraph = asSeen(text).replace(/[!-/:-@[-`{-~]/g, "\\$&");
  return formatArticle(front, `${paragraph}\n\n\`\`\`\`\`\`\n${text}\n\`\`\`\`\`\``);
}

function assertMeant(item: ParsedFeedItem | undefined, text: string): void {
  const page = readHtml(item?.html ?? "");
  assert.is(asTyped(item?.title), asTyped(onOneLine(beginning(text, 140))));
  assert.is(asTyped(asSeen(item?.summary)), asTyped(asSeen(beginning(text, 320))));
  assert.equal(page.texts("aside > p").map(asTyped), [asTyped(asSeen(text))]);
  assert.equal(page.texts("body > p"), [asSeen(text)]);
  assert.equal(page.texts("pre"), [asSeen(text)]);
  assert.equal(page.texts("li"), [asSeen(text)]);
}

function beginning(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("");
}

/** As a field of front matter is shown: on one line, however many it was written on. */
function onOneLine(text: string): string {
  return text.replace(/[ \n]+/g, " ").trim();
}

function asSeen(text = ""): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Without what typography may make of quotation marks, dashes and dots: another test says that. */
function asTyped(text = ""): string {
  return text
    .replace(/[“”„‘’«»"]/g, "'")
    .replaceAll("…", "...")
    .replace(/[–—]|-{2,3}/g, "-");
}

// A feed holds fifty stories, so they are shared out among tags.
const storiesATag = 40;

function tagOf(i: number): string {
  return `tag-${Math.floor(i / storiesATag)}`;
}

function tagSlugs(stories: number): readonly string[] {
  return [...new Set(Array.from({ length: stories }, (_, i) => tagOf(i)))];
}

function tagsOf(stories: number): FileContents {
  const entries = ["diplomacy", "ukraine", "russia", ...tagSlugs(stories)];
  return { "tags.yaml": entries.map((slug) => `- {slug: ${slug}, title: About ${slug}}\n`).join("") };
}

function fileOf(i: number): string {
  return `${stemOf(i)}.md`;
}

function stemOf(i: number): string {
  return `2024/07/11/story-${String(i).padStart(3, "0")}`;
}

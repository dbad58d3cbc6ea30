import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { readMail } from "../../help/readers/mail-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { runDateline } from "../../help/sites/command.ts";
import { type FileContents, writeFiles } from "../../help/sites/folders.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles, type SmallSite } from "../../help/sites/site.ts";

const sender = "newsletter: {from: editors@dispatch.example, unsubscribe: mailto:leave@dispatch.example}\n";
const settings = (title: string, more = sender): FileContents => ({
  "site.yaml": `${String(makeSettingsFiles()["site.yaml"]).replace("The Dispatch", title)}${more}`,
});
const summit = { title: "Envoys meet in Vienna", places: ["Vienna"] };
const files: FileContents = {
  ...settings("The Dispatch"),
  "2024/07/11/summit.md": formatArticle(summit),
  "2024/07/11/index.md": "A word before.\n",
};

behaviour("a subscriber whose mail program shows what was sent", (it) => {
  const image = { src: "map.png", alt: "A map", credit: "An agency" };
  const withPictures = async (): Promise<FileContents> => ({
    ...files,
    "2024/07/11/summit.md": formatArticle({ ...summit, image }),
    "2024/07/11/index.md": "A word before.\n\n![The hall](hall.png)\n\n![The map again](map.png)\n",
    "2024/07/11/map.png": await createFlat(1600, 900, [9, 90, 200]).png().toBuffer(),
    "2024/07/11/hall.png": await createFlat(300, 200, [90, 90, 20]).png().toBuffer(),
  });

  it("has the pictures inside, each once, and is asked for nothing by any host", async () => {
    const site = await buildSmallSite(await withPictures());
    const { parts, defects } = readMail(await writeMail(site));
    const page = readHtml(parts.find(({ type }) => type === "text/html")?.text ?? "");
    const pictures = parts.filter(({ type }) => type === "image/jpeg");

    assert.equal(defects, []);
    assert.equal(
      page
        .references()
        .flatMap(({ url, loads }) => (loads && url !== "data:," ? [url] : []))
        .sort(),
      [...pictures, ...pictures.filter(({ id }) => id?.startsWith("map-"))].map(({ id }) => `cid:${id}`).sort(),
    );
    assert.is(pictures.length, 2);
    assert.equal([...new Set(pictures.map(({ within }) => within))], ["multipart/related"]);
    for (const { id = "", text } of pictures) {
      assert.match(id, /-(?:960|300)\.jpg@dispatch\.example$/);
      const published = site.bytes(`/2024/07/11/${id.split("@")[0]}`);
      assert.is(text, published.toString("base64"));
    }
    assert.match(page.attribute("meta[http-equiv=Content-Security-Policy]", "content"), "img-src cid:;");
  });

  it("gets the same bytes twice, and another Message-ID for each change of what it says", async () => {
    const site = await buildSmallSite(await withPictures());
    const idOf = (bytes: Buffer) => readMail(bytes).headers["message-id"] ?? "";
    const first = await writeMail(site);
    assert.equal(await writeMail(site), first);
    const retracted = { date: "2024-07-12T10:00:00Z", reason: "The vote never took place." };
    const changes: readonly FileContents[] = [
      { "2024/07/11/summit.md": formatArticle({ ...summit, image, summary: "They do not." }) },
      { "2024/07/11/summit.md": formatArticle({ ...summit, image, sources: [{ name: "AFP" }] }) },
      { "2024/07/11/map.png": await createFlat(1600, 900, [200, 90, 9]).png().toBuffer() },
      { "2024/07/11/index.md": "Another word.\n" },
      { "2024/07/11/second.md": formatArticle({ title: "A second story" }) },
      settings("Another name"),
      settings("Another name", sender.replace("leave@", "quit@")),
      { "2024/07/11/summit.md": formatArticle({ ...summit, retracted }) },
    ];
    const ids = [idOf(first)];
    for (const change of changes) ids.push(idOf(await writeMail(site, change)));

    assert.is(new Set(ids).size, changes.length + 1, ids.join(" "));
  });

  it("finds the mail of a retracted story under the date of the retraction", async () => {
    const retracted = { date: "2024-07-12T10:00:00Z", reason: "The vote never took place." };
    const site = await buildSmallSite({ ...files, "2024/07/11/summit.md": formatArticle({ ...summit, retracted }) });

    assert.is(readMail(await writeMail(site)).date, "2024-07-12T10:00:00Z");
  });
});

/** Writes the mail of the edition, after a change of the content. */
async function writeMail({ folder }: SmallSite, change: FileContents = {}): Promise<Buffer> {
  writeFiles(join(folder, "content"), change);
  const { errors } = await runDateline(["newsletter", "2024-07-11"], folder, { DATELINE_NOW: "2024-12-31T12:00:00Z" });
  assert.is(errors, "");
  return readFileSync(join(folder, "2024-07-11.en.eml"));
}

import * as assert from "uvu/assert";
import { feedFormats, getFeedFileName } from "../../../src/feeds/feeds.ts";
import { createFlat } from "../../help/newsroom/pictures.ts";
import { testProblemLines, withFields } from "../../help/newsroom/slips.ts";
import { readHtml } from "../../help/readers/html-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { buildSmallSite, formatArticle, makeSettingsFiles, type SmallSite } from "../../help/sites/site.ts";

const [text, summary] = ["The whole text of an agency.", "A sentence by the agency."];

/** A site of one article with a picture, under some rights; and the site's own, where it has any. */
async function under(rights: string | undefined, ofSite?: string): Promise<SmallSite> {
  const { "site.yaml": own = "" } = makeSettingsFiles("Europe/Riga");
  return buildSmallSite({
    ...(ofSite ? { "site.yaml": `${own}rights: ${ofSite}\n` } : {}),
    "2024/07/11/talks.md": formatArticle(
      { summary, rights, image: { src: "map.png", alt: "A map", credit: "An agency" } },
      text,
    ),
    "2024/07/11/map.png": await createFlat(30, 20, [1, 2, 3]).png().toBuffer(),
  });
}

const address = "/2024/07/11/talks/";

for (const format of feedFormats) {
  const file = `/${getFeedFileName(format)}`;
  const carried = async (built: Promise<SmallSite>) => {
    const published = await built;
    const { complaints, items } = published.feed(file);
    const [item] = items;
    const daily = published.text(`/daily${file}`);
    assert.equal(complaints, []);
    assert.equal([item?.title, item?.url], ["Envoys meet in Vienna", `https://dispatch.example${address}`]);
    return {
      text: published.text(file).includes(text),
      html: item?.html !== undefined,
      picture: item?.image !== undefined,
      summary: item?.summary,
      ofTheDay: daily.includes(summary),
    };
  };

  behaviour(`a subscriber, in ${format},`, (it) => {
    it("gets all of an article that is the digest's own, as any is where nobody says otherwise", async () => {
      const all = { text: true, html: true, picture: true, summary, ofTheDay: true };
      assert.equal(await carried(under(undefined)), all);
      assert.equal(await carried(under("full", "link")), all);
    });

    it("gets summary and link of one that is an excerpt", async () => {
      const excerpt = { text: false, html: false, picture: false, summary, ofTheDay: true };
      assert.equal(await carried(under("excerpt")), excerpt);
      assert.equal(await carried(under(undefined, "excerpt")), excerpt);
    });

    it("gets title and link of one that is a link", async () => {
      const link = { text: false, html: false, picture: false, summary: undefined, ofTheDay: false };
      assert.equal(await carried(under("link")), link);
      assert.equal(await carried(under(undefined, "link")), link);
    });
  });
}

for (const format of feedFormats) {
  behaviour(`a subscriber to an article that is not the digest's own, in ${format},`, (it) => {
    const corrections = [{ date: "2024-07-12T12:00:00+03:00", text: "It was Bern." }];
    const note = ["Correction, 12 July 2024", "It was Bern."];
    const corrected = async (rights: string) => {
      const built = await buildSmallSite({
        "2024/07/11/talks.md": formatArticle({ summary, rights, corrections }, text),
      });
      const [item] = built.feed(`/${getFeedFileName(format)}`).items;
      return [item?.summary, ...readHtml(item?.html ?? "").texts("h2, p")];
    };

    it("is told what was wrong in it all the same: that is the digest's own word", async () => {
      assert.equal(await corrected("excerpt"), [summary, ...note, summary]);
      assert.equal(await corrected("link"), [note.join(": "), ...note]);
    });
  });
}

behaviour("a subscriber to the lite feed", (it) => {
  it("gets the title alone of an article that is a link", async () => {
    const [item] = (await under("link")).feed("/lite/rss.xml").items;
    assert.equal([item?.title, item?.summary], ["Envoys meet in Vienna", undefined]);
  });
});

behaviour("a subscriber to editions as mails", (it) => {
  const mails = async (rights: string) => {
    const built = await under(rights);
    const html = built.page("/2024/07/11/newsletter.html");
    const plain = built.text("/2024/07/11/newsletter.txt");
    assert.ok(html.texts("a").includes("Envoys meet in Vienna") && plain.includes("Envoys meet in Vienna"));
    return [html.texts("p, td").join().includes(summary), plain.includes(summary), html.count("img[alt='A map']")];
  };

  it("gets of an article what its rights allow", async () => {
    assert.equal(await mails("full"), [true, true, 1]);
    assert.equal(await mails("excerpt"), [true, true, 0]);
    assert.equal(await mails("link"), [false, false, 0]);
  });
});

behaviour("a reader of an article of which feeds carry a link", (it) => {
  it("finds it whole on its own page", async () => {
    const page = (await under("link")).page(address);
    assert.equal([page.text(".prose"), page.count("main img")], [text, 1]);
  });
});

behaviour("an author who gives the rights of an article", (it) => {
  testProblemLines(it, {
    "that are misspelt": [
      withFields({ rights: "exerpt" }),
      'content/2024/07/11/talks.md:6:9  rights: "exerpt" is not one of full, excerpt, link. Did you mean "excerpt"?',
    ],
    "for a whole site, misspelt": [
      { ...withFields({}), "site.yaml": `${makeSettingsFiles("Europe/Riga")["site.yaml"]}rights: none\n` },
      'content/site.yaml:11:9  rights: "none" is not one of full, excerpt, link. Write full.',
    ],
  });
});

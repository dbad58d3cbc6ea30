import { Buffer } from "node:buffer";
import { articlePath, testProblemLines, withBody, withFields } from "../help/newsroom/slips.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { formatArticle } from "../help/sites/site.ts";

// One grey pixel.
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);
const picture = (src: string) => ({ image: { src, alt: "A map of the front", credit: "Ann Example" } });
const beside = "Put the picture next to the article, and write its file name.";
const noPage = "does not lead to a published page. Correct the link, publish its target, or remove the link.";
const noFile =
  'does not lead to a content file. Write the relative path of a markdown file, such as "../10/slug.md", or an address such as "/tags/russia/".';

behaviour("an author who shows a picture", (it) => {
  testProblemLines(it, {
    "that is not there": [
      withFields(picture("envoys.png")),
      `content/2024/07/11/talks.md:6:15  image.src: "envoys.png" does not exist. ${beside}`,
    ],
    "whose name is a little different": [
      { ...withFields(picture("fornt.png")), "2024/07/11/front.png": png },
      'content/2024/07/11/talks.md:6:15  image.src: "fornt.png" does not exist. Did you mean "front.png"?',
    ],
    "whose name has other capitals": [
      { ...withFields(picture("Front.PNG")), "2024/07/11/front.png": png },
      'content/2024/07/11/talks.md:6:15  image.src: "Front.PNG" does not exist. Did you mean "front.png"?',
    ],
    "out of the content": [
      withFields(picture("../../../../secret.png")),
      `content/2024/07/11/talks.md:6:15  image.src: "../../../../secret.png" is outside the content folder. ${beside}`,
    ],
    "out of its month": [
      { ...withFields(picture("../../06/16/front.png")), "2024/06/16/front.png": png },
      `content/2024/07/11/talks.md:6:15  image.src: "../../06/16/front.png" is outside the folder of the month. ${beside}`,
    ],
    "from the root of the disk": [
      withFields(picture("/etc/secret.png")),
      `content/2024/07/11/talks.md:6:15  image.src: "/etc/secret.png" is outside the content folder. ${beside}`,
    ],
    "of another host": [
      withFields(picture("https://agency.example/front.png")),
      `content/2024/07/11/talks.md:6:15  image.src: "https://agency.example/front.png" is on another host. ${beside}`,
    ],
    "that is an SVG, once": [
      { ...withFields(picture("map.svg")), "2024/07/11/map.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" },
      "content/2024/07/11/map.svg:1:1  is an SVG, and an SVG can carry a script. Export the picture as PNG.",
    ],
    "that is a text": [
      { ...withFields(picture("front.png")), "2024/07/11/front.png": "No picture at all." },
      "content/2024/07/11/front.png:1:1  is damaged, or is not a picture: its size cannot be read. Export it again as JPEG, PNG, WebP or AVIF.",
    ],
    "in the text, and it is not there": [
      withBody("As this map shows: ![a map](front.png)"),
      'content/2024/07/11/talks.md:8:29  text: there is no picture "front.png". Put the file into content/2024/07/11/, or write the name of one that is there.',
    ],
  });
});

behaviour("an author who links", (it) => {
  testProblemLines(it, {
    "to a file that is not there": [
      withBody("First words.\n\nAs [we said](../10/gone.md) before."),
      `content/2024/07/11/talks.md:10:14  text: the link to /2024/07/10/gone/ ${noPage}`,
    ],
    "to a draft": [
      { ...withBody("As [we say](drones.md) elsewhere."), "2024/07/11/drones.md": formatArticle({ draft: true }) },
      `content/2024/07/11/talks.md:8:13  text: the link to /2024/07/11/drones/ ${noPage}`,
    ],
    "to what will be published tomorrow": [
      { ...withBody("As [we say](../../../2025/01/01/drones.md)."), "2025/01/01/drones.md": formatArticle() },
      `content/2024/07/11/talks.md:8:13  text: the link to /2025/01/01/drones/ ${noPage}`,
    ],
    "to a tag that no article has": [
      withBody("All about [Ukraine](/tags/ukraine/)."),
      `content/2024/07/11/talks.md:8:21  text: the link to /tags/ukraine/ ${noPage}`,
    ],
    "out of the content": [
      withBody("As [others](../../../../other/secret.md) say."),
      `content/2024/07/11/talks.md:8:13  text: "../../../../other/secret.md" ${noFile}`,
    ],
    "to a script": [
      withBody("Do [not](javascript:alert(1)) click."),
      'content/2024/07/11/talks.md:8:10  text: "javascript:alert(1)" is not an allowed link. Start it with https://, http:// or mailto:, or write the path of a markdown file.',
    ],
    "in an editor's note": [
      { [articlePath]: formatArticle(), "2024/07/11/index.md": "Good morning. See [this](gone.md).\n" },
      `content/2024/07/11/index.md:1:26  text: the link to /2024/07/11/gone/ ${noPage}`,
    ],
  });
});

const typed = "and readers would see it as it is typed.";
const plain = "and this text is shown as it is typed.";
const deletion = "Delete it: titles, summaries and captions are plain words.";
const comment = `text: "<!-- ask -->" is a comment of HTML, ${typed} Delete it: notes to editors do not belong in what is published. To show it as it is, write "\\<!-- ask -->".`;

behaviour("an author who leaves markup where there is none", (it) => {
  testProblemLines(it, {
    "in an article": [withBody("Words <!-- ask --> here."), `content/2024/07/11/talks.md:8:7  ${comment}`],
    "in an editor's note": [
      { [articlePath]: formatArticle(), "2024/07/11/index.md": "Good morning. <!-- ask -->\n" },
      `content/2024/07/11/index.md:1:15  ${comment}`,
    ],
    "in a page": [
      { [articlePath]: formatArticle(), "pages/about.md": "---\ntitle: A\nsummary: B.\n---\n\n<!-- ask -->\n" },
      `content/pages/about.md:6:1  ${comment}`,
    ],
    "in the title of a page and of a note": [
      {
        [articlePath]: formatArticle(),
        "2024/07/11/index.md": "---\ntitle: A {{ day }}\n---\n\nGood morning.\n",
        "pages/about.md": "---\ntitle: A <br> B\nsummary: B.\n---\n\nWords.\n",
      },
      `content/2024/07/11/index.md:2:8  title: "{{ day }}" is a shortcode or a template tag, ${plain} ${deletion}`,
      `content/pages/about.md:2:8  title: "<br>" is an HTML tag, ${plain} ${deletion}`,
    ],
    "in a title and a summary": [
      withFields({ title: "A &amp; B&#8217;s day", summary: "They met **again**." }),
      `content/2024/07/11/talks.md:2:8  title: "&amp;" is an HTML entity, ${plain} Write: A & B’s day`,
      `content/2024/07/11/talks.md:3:10  summary: "**again**" is a mark of emphasis, ${plain} Write the words without the marks.`,
    ],
    "in a correction, in the name of a source, of a person": [
      withFields({
        sources: [{ name: "The [[Wire]]" }],
        people: ["Ann &quot;A&quot; Example"],
        corrections: [{ date: "2024-07-12T09:00:00+03:00", text: "It was [this](https://a.example)." }],
      }),
      `content/2024/07/11/talks.md:4:19  sources[1].name: "[[Wire]]" is a wiki link, ${plain} ${deletion}`,
      `content/2024/07/11/talks.md:6:10  people: "&quot;" is an HTML entity, ${plain} Write: Ann "A" Example`,
      `content/2024/07/11/talks.md:7:58  corrections[1].text: "[this](https://a.example)" is a link of markdown, ${plain} Write the words alone.`,
    ],
    "in the caption of a picture": [
      {
        ...withFields({ image: { src: "front.png", alt: "A", credit: "B", caption: "C<br>D" } }),
        "2024/07/11/front.png": png,
      },
      `content/2024/07/11/talks.md:6:60  image.caption: "<br>" is an HTML tag, ${plain} ${deletion}`,
    ],
    "in the settings": [
      {
        [articlePath]: formatArticle(),
        "tags.yaml":
          '- {slug: ukraine, title: Ukraine}\n- {slug: russia, title: "Russia &mdash; news"}\n- {slug: diplomacy, title: {en: Diplomacy, ru: "<b>A</b>"}}\n',
      },
      `content/tags.yaml:2:25  title: "&mdash;" is an HTML entity, ${plain} Write: Russia — news`,
      `content/tags.yaml:3:48  title.ru: "<b>" is an HTML tag, ${plain} ${deletion}`,
    ],
  });
});

behaviour("an author who makes several slips", (it) => {
  testProblemLines(it, {
    "in one front matter and its text, by line and column": [
      {
        [articlePath]: formatArticle(
          { title: "", tags: ["rusia", "diplomacy", "ukrain"], lead: "yes", sumary: "Again.", date: "2024-07-11" },
          "See [this](data:text/html,x).",
        ),
      },
      "content/2024/07/11/talks.md:2:8  title: is empty. Fill it in, as in: title: Envoys meet in Vienna",
      'content/2024/07/11/talks.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?',
      'content/2024/07/11/talks.md:5:28  tags: "ukrain" is not a known tag. Did you mean "ukraine"?',
      'content/2024/07/11/talks.md:6:7  lead: expected true or false, found the text "yes". Write it as in: lead: true',
      'content/2024/07/11/talks.md:7:1  sumary: is not a known key. Did you mean "summary"?',
      'content/2024/07/11/talks.md:8:7  date: "2024-07-11" has no offset from UTC. Write it as in: 2024-07-11T06:00:00+03:00',
      'content/2024/07/11/talks.md:11:12  text: "data:text/html,x" is not an allowed link. Start it with https://, http:// or mailto:, or write the path of a markdown file.',
    ],
    "in several files, by file": [
      {
        "2024/07/12/b.md": formatArticle({ tags: ["rusia"] }),
        "2024/07/12/a.md": "Words.",
        "2024/07/11/Z.md": formatArticle(),
        "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
        "tags.yaml":
          "- {slug: ukraine, title: Ukraine}\n- {slug: russia, title: Russia, colour: red}\n- {slug: diplomacy, title: Diplomacy}\n",
      },
      'content/2024/07/11/Z.md:1:1  the name "Z" is not a slug: lower-case Latin letters, digits and hyphens, at most 80. Rename the file to z.md',
      'content/2024/07/12/a.md:1:1  front matter: is missing. Begin with a line "---", then title, summary, tags, sources and another "---".',
      'content/2024/07/12/b.md:5:8  tags: "rusia" is not a known tag. Did you mean "russia"?',
      "content/pages/about.md:1:1  summary: is missing. Add it, as in: summary: Who we are and how we work.",
      "content/tags.yaml:2:33  colour: is not a known key. Known keys: slug, title, description, also, aliases.",
    ],
    "of one kind with every article of a day": [
      {
        "2024/07/11/a.md": formatArticle({ lead: true }),
        "2024/07/11/b.md": formatArticle({ lead: true }),
        "2024/07/11/c.md": formatArticle({ lead: true }),
      },
      "content/2024/07/11/b.md:6:7  lead: content/2024/07/11/a.md is already the lead of this edition. Remove this line from one of the two.",
      "content/2024/07/11/c.md:6:7  lead: content/2024/07/11/a.md is already the lead of this edition. Remove this line from one of the two.",
    ],
  });
});

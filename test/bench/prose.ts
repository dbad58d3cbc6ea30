import { pickOne, type Random } from "../help/run/random.ts";

/**
 * Picks up to `count` different items. Items early in the list are picked more often, as some topics are more frequent.
 */
export function pickSome<T>(random: Random, list: readonly T[], count: number): readonly T[] {
  const items = new Set<T>();
  for (let i = 0; i < count; i++) {
    const item = list[Math.floor(random() ** 2 * list.length)];
    if (item !== undefined) items.add(item);
  }
  return [...items];
}

/** A headline of six to nine words, without a full stop. */
export function generateTitle(random: Random): string {
  const title = `${capitalize(pickOne(random, actors))} ${pickOne(random, verbs)} ${generateObject(random)}`;
  return random() < 0.1 ? `Envoys: ${title}` : `${title} ${pickOne(random, times)}`;
}

/** A summary of two sentences. */
export function generateSummary(random: Random): string {
  return `${generateSentence(random)} ${generateSentence(random)}`.slice(0, 310);
}

/** One sentence of about sixteen words, with quotation marks or a dash here and there. */
export function generateSentence(random: Random): string {
  const start = `${capitalize(pickOne(random, actors))} ${pickOne(random, verbs)} ${generateObject(random)}`;
  const rest = `${pickOne(random, conjunctions)} ${pickOne(random, actors)} ${pickOne(random, verbs)} ${generateObject(random)}`;
  const kind = random();
  if (kind < 0.15) return `"${start}, and that is *not* the last word," ${pickOne(random, actors)} said.`;
  if (kind < 0.3) return `${start} -- ${rest} ${pickOne(random, times)}.`;
  return `${start} ${pickOne(random, times)}, ${rest}.`;
}

/**
 * An article's text in markdown, about 350 words: paragraphs, headings, a list or a quote, footnotes, links.
 *
 * @param earlierPath the path of an earlier story to link to ("2024/07/10/grain"), written as `story:` and the path
 */
export function generateText(random: Random, earlierPath: string | undefined): string {
  const linkSentence = earlierPath ? ` The [earlier account](story:${earlierPath}) differs.` : "";
  const reportLink = `[a report](https://agency.example/${Math.floor(random() * 1e6)})`;
  const hasFootnote = random() < 0.4;
  const blocks = [
    generateParagraph(random, 3),
    `${generateParagraph(random, 2)} So says ${reportLink} of the day.${linkSentence}`,
    `## ${generateTitle(random)}`,
    generateParagraph(random, 3) + (hasFootnote ? "[^1]" : ""),
    random() < 0.5
      ? generateList(random)
      : `> ${generateSentence(random)} ${generateSentence(random)}\n>\n> ${capitalize(pickOne(random, actors))}`,
    generateParagraph(random, 3),
    `## ${generateTitle(random)}`,
    `**${capitalize(pickOne(random, actors))}.** ${generateParagraph(random, 3)}`,
    generateParagraph(random, 2),
    ...(hasFootnote ? [`[^1]: ${generateSentence(random)}`] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function generateParagraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => generateSentence(random)).join(" ");
}

function generateList(random: Random): string {
  return Array.from({ length: 3 }, () => `- ${generateObject(random)} ${pickOne(random, times)};`).join("\n");
}

function generateObject(random: Random): string {
  return `${pickOne(random, qualifiers)} ${pickOne(random, objects)}`;
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const splitWords = (text: string) => text.split("|");

const actors = splitWords(
  "the ministry|the port authority|the council|the delegation|the grid operator|two observers|the regional court|the bank|the mission|the governor|the unions|the inspectors|the committee|the railway|aid workers|the assembly|the envoy|farmers|the energy agency|the mayor",
);
const verbs = splitWords(
  "rejects|confirms|postpones|publishes|questions|welcomes|signs|opens|counts|inspects|defends|withdraws|extends|halves|repeats|reviews|weighs|accepts|describes|returns",
);
const qualifiers = splitWords(
  "the second|a disputed|the revised|an unsigned|the joint|a temporary|the annual|a partial|the regional|the missing|a detailed|the frozen|an early|the public|the remaining|a longer",
);
const objects = splitWords(
  "list of prisoners|grain agreement|inspection report|power schedule|budget for repairs|draft resolution|evacuation route|border crossing|loan guarantee|water supply|transit permit|cease-fire proposal|shelter register|customs rule|rail corridor|school calendar|air-defence order|monitoring mandate|price ceiling|exchange of notes",
);
const times = splitWords(
  "on Monday|on Tuesday|before the vote|after the talks|for a third week|at short notice|by the autumn|within ten days|despite objections|in the capital|near the coast|under new terms",
);
const conjunctions = splitWords("while|although|because|and|before|after|whereas");

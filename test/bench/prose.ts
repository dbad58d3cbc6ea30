import { oneOf, type Random } from "../help/run/random.ts";

/** Up to `count` of a list, each once. Those early in the list come more often, as some topics do. */
export function someOf<T>(random: Random, list: readonly T[], count: number): readonly T[] {
  const chosen = new Set<T>();
  for (let i = 0; i < count; i++) {
    const item = list[Math.floor(random() ** 2 * list.length)];
    if (item !== undefined) chosen.add(item);
  }
  return [...chosen];
}

/** A headline of six to nine words, without a full stop. */
export function titleFrom(random: Random): string {
  const title = `${capital(oneOf(random, actors))} ${oneOf(random, acts)} ${thing(random)}`;
  return random() < 0.1 ? `Envoys: ${title}` : `${title} ${oneOf(random, times)}`;
}

/** Two sentences under a headline. */
export function summaryFrom(random: Random): string {
  return `${sentence(random)} ${sentence(random)}`.slice(0, 310);
}

/** One sentence of about sixteen words, with quotation marks or a dash here and there. */
export function sentence(random: Random): string {
  const start = `${capital(oneOf(random, actors))} ${oneOf(random, acts)} ${thing(random)}`;
  const rest = `${oneOf(random, joints)} ${oneOf(random, actors)} ${oneOf(random, acts)} ${thing(random)}`;
  const kind = random();
  if (kind < 0.15) return `"${start}, and that is *not* the last word," ${oneOf(random, actors)} said.`;
  if (kind < 0.3) return `${start} -- ${rest} ${oneOf(random, times)}.`;
  return `${start} ${oneOf(random, times)}, ${rest}.`;
}

/**
 * An article's text in markdown, about 350 words: paragraphs, headings, a list or a quote, footnotes, links.
 *
 * @param earlier where the story before stands in the archive ("2024/07/10/grain"), linked to as `story:` and that path
 */
export function textFrom(random: Random, earlier: string | undefined): string {
  const linked = earlier ? ` The [earlier account](story:${earlier}) differs.` : "";
  const report = `[a report](https://agency.example/${Math.floor(random() * 1e6)})`;
  const noted = random() < 0.4;
  const blocks = [
    paragraph(random, 3),
    `${paragraph(random, 2)} So says ${report} of the day.${linked}`,
    `## ${titleFrom(random)}`,
    paragraph(random, 3) + (noted ? "[^1]" : ""),
    random() < 0.5 ? list(random) : `> ${sentence(random)} ${sentence(random)}\n>\n> ${capital(oneOf(random, actors))}`,
    paragraph(random, 3),
    `## ${titleFrom(random)}`,
    `**${capital(oneOf(random, actors))}.** ${paragraph(random, 3)}`,
    paragraph(random, 2),
    ...(noted ? [`[^1]: ${sentence(random)}`] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

function list(random: Random): string {
  return Array.from({ length: 3 }, () => `- ${thing(random)} ${oneOf(random, times)};`).join("\n");
}

function thing(random: Random): string {
  return `${oneOf(random, kinds)} ${oneOf(random, things)}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const words = (text: string) => text.split("|");

const actors = words(
  "the ministry|the port authority|the council|the delegation|the grid operator|two observers|the regional court|the bank|the mission|the governor|the unions|the inspectors|the committee|the railway|aid workers|the assembly|the envoy|farmers|the energy agency|the mayor",
);
const acts = words(
  "rejects|confirms|postpones|publishes|questions|welcomes|signs|opens|counts|inspects|defends|withdraws|extends|halves|repeats|reviews|weighs|accepts|describes|returns",
);
const kinds = words(
  "the second|a disputed|the revised|an unsigned|the joint|a temporary|the annual|a partial|the regional|the missing|a detailed|the frozen|an early|the public|the remaining|a longer",
);
const things = words(
  "list of prisoners|grain agreement|inspection report|power schedule|budget for repairs|draft resolution|evacuation route|border crossing|loan guarantee|water supply|transit permit|cease-fire proposal|shelter register|customs rule|rail corridor|school calendar|air-defence order|monitoring mandate|price ceiling|exchange of notes",
);
const times = words(
  "on Monday|on Tuesday|before the vote|after the talks|for a third week|at short notice|by the autumn|within ten days|despite objections|in the capital|near the coast|under new terms",
);
const joints = words("while|although|because|and|before|after|whereas");

/** A link to something that was embedded. */
export interface Embed {
  readonly url: string;
  readonly words: string;
}

/**
 * A link to what an embedded player or frame shows: the page of the video for the address of its player.
 *
 * @param title what its author called it; "" if nothing
 */
export function nameEmbed(source: string, title: string): Embed {
  const url = toPage(source.startsWith("//") ? `https:${source}` : source);
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1];
  const kind = kinds.find(([hosts]) => hosts.test(host ?? ""))?.[1] ?? host ?? url.slice(url.lastIndexOf("/") + 1);
  return { url, words: title.trim() === "" ? kind : title.trim() };
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, "YouTube"],
  [/(?:^|\.)vimeo\.com$/, "Vimeo"],
  [/^gist\.github\.com$/, "Gist"],
  [/(?:^|\.)(?:twitter|x)\.com$/, "Twitter"],
  [/(?:^|\.)instagram\.com$/, "Instagram"],
  [/(?:^|\.)soundcloud\.com$/, "SoundCloud"],
];

function toPage(url: string): string {
  const [, youtube] = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{6,})/i.exec(url) ?? [];
  if (youtube !== undefined && youtube !== "videoseries") return `https://www.youtube.com/watch?v=${youtube}`;
  const [, vimeo] = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i.exec(url) ?? [];
  return vimeo === undefined ? url : `https://vimeo.com/${vimeo}`;
}

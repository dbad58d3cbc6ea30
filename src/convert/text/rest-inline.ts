/** The addresses that a document in reStructuredText gives to names: ".. _Python: https://www.python.org/". */
export function listTargets(text: string): ReadonlyMap<string, string> {
  const named = text.matchAll(/^\.\. +_(`[^`]+`|(?:\\:|[^:\n])+): *(\S+)[ \t]*$/gm);
  const inText = text.matchAll(/`([^`<]+?)\s*<([^`>]+)>`_(?!_)/g);
  return new Map([...named, ...inText].map(([, name = "", url = ""]) => [foldTarget(name), url]));
}

function foldTarget(name: string): string {
  return name.replace(/[`\\]/g, "").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Converts the marks within a paragraph of reStructuredText to markdown. */
export function convertInline(text: string, targets: ReadonlyMap<string, string>): string {
  return text.replace(inlinePattern, (mark, ...groups: readonly unknown[]) => {
    const { code, embedded, url, role, roleText, reference, word, note, strong, plain } = groups.at(-1) as Inline;
    if (code !== undefined) return writeCodeSpan(code);
    if (embedded !== undefined && url !== undefined)
      return writeLink(embedded, /_$/.test(url) ? (targets.get(foldTarget(url.slice(0, -1))) ?? url) : url);
    if (role !== undefined) return writeRole(role, roleText ?? "");
    if (note !== undefined) return `[^${note.replace(/^#/, "note")}]`;
    if (strong !== undefined) return `**${strong}**`;
    const name = reference ?? word;
    if (name !== undefined) {
      const target = targets.get(foldTarget(name));
      return target === undefined ? name : writeLink(name, target);
    }
    return plain === undefined ? mark : `*${plain}*`;
  });
}

interface Inline {
  readonly code?: string;
  readonly embedded?: string;
  readonly url?: string;
  readonly role?: string;
  readonly roleText?: string;
  readonly reference?: string;
  readonly word?: string;
  readonly note?: string;
  readonly strong?: string;
  readonly plain?: string;
}

const inlinePattern = new RegExp(
  [
    "``(?<code>[\\s\\S]+?)``",
    "`(?<embedded>[^`<]*?)\\s*<(?<url>[^`>]+)>`__?",
    ":(?<role>[\\w:-]+):`(?<roleText>[^`]+)`",
    "`(?<reference>[^`]+)`__?(?!\\w)",
    "\\[(?<note>[#\\w*-]+)\\]_(?!\\w)",
    "\\*\\*(?<strong>[^*\\n][^*]*)\\*\\*",
    "(?<![\\w:/.])(?<word>[A-Za-z][\\w.-]*[A-Za-z\\d])_(?![\\w_])",
    "`(?<plain>[^`]+)`",
  ].join("|"),
  "g",
);

function writeCodeSpan(code: string): string {
  return code.includes("`") ? `\`\` ${code} \`\`` : `\`${code}\``;
}

function writeLink(words: string, url: string): string {
  const address = url.replace(/\s+/g, "");
  return `[${words.trim() === "" ? address : words.trim()}](<${address}>)`;
}

function writeRole(role: string, text: string): string {
  if (/^(?:code|literal|command|file|kbd|samp|class|func|mod|meth|attr)$/.test(role)) return writeCodeSpan(text);
  if (role === "strong") return `**${text}**`;
  if (role === "sup" || role === "sub") return `<${role}>${text}</${role}>`;
  return text.replace(/\s*<[^>]+>$/, "");
}

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program that tests read pages and feeds with: real readers, which share no code with what wrote them. */
interface Tool {
  readonly name: string;
  /** The Debian packages that bring it. */
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
}

const tools: readonly Tool[] = [
  { name: "chromium", packages: ["chromium"], isThere: () => existsSync("/usr/bin/chromium") },
  { name: "java", packages: ["default-jre-headless"], isThere: () => existsSync("/usr/bin/java") },
  { name: "feedparser", packages: ["python3", "python3-feedparser"], isThere: knowsFeedparser },
  { name: "xmllint", packages: ["libxml2-utils"], isThere: () => existsSync("/usr/bin/xmllint") },
  { name: "newsboat", packages: ["newsboat"], isThere: () => existsSync("/usr/bin/newsboat") },
  { name: "sfeed", packages: ["sfeed"], isThere: () => existsSync("/usr/bin/sfeed") },
  { name: "openssl", packages: ["openssl"], isThere: () => existsSync("/usr/bin/openssl") },
  { name: "git", packages: ["git"], isThere: () => existsSync("/usr/bin/git") },
  {
    name: "Noto fonts (Latin and Cyrillic)",
    packages: ["fonts-noto-core"],
    isThere: () => existsSync("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"),
  },
];

/**
 * Sees to it that every tool is there, and installs what is missing where it can: as root, with apt-get.
 *
 * @returns what is still missing, with the command that mends it, as a message for people; undefined when all is there
 */
export function missingTools(): string | undefined {
  const missing = absent();
  if (missing.length === 0) return undefined;
  if (canInstall()) install(packagesOf(missing));
  const still = absent();
  if (still.length === 0) return undefined;
  const names = still.map((tool) => tool.name).join(", ");
  return `Tests need what is not there: ${names}.\nInstall it: sudo ${apt} ${packagesOf(still).join(" ")}`;
}

const apt = "apt-get install -y --no-install-recommends";

function absent(): readonly Tool[] {
  return tools.filter((tool) => !tool.isThere());
}

function packagesOf(missing: readonly Tool[]): readonly string[] {
  return missing.flatMap((tool) => tool.packages);
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

// What apt-get says goes to the people who wait for it; whether it did its work is seen by looking again.
function install(packages: readonly string[]): void {
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", [...apt.split(" ").slice(1), ...packages], options);
}

// Debian's own Python, not one that stands before it in PATH: only that one sees python3-feedparser.
function knowsFeedparser(): boolean {
  return spawnSync("/usr/bin/python3", ["-c", "import feedparser"]).status === 0;
}

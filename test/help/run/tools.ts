import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program that tests read pages and feeds with. These are independent readers, which share no code with ours. */
interface Tool {
  readonly name: string;
  /** The Debian packages that contain it. */
  readonly packages: readonly string[];
  readonly isInstalled: () => boolean;
}

const tools: readonly Tool[] = [
  { name: "chromium", packages: ["chromium"], isInstalled: () => existsSync("/usr/bin/chromium") },
  { name: "java", packages: ["default-jre-headless"], isInstalled: () => existsSync("/usr/bin/java") },
  { name: "feedparser", packages: ["python3", "python3-feedparser"], isInstalled: hasFeedparser },
  { name: "xmllint", packages: ["libxml2-utils"], isInstalled: () => existsSync("/usr/bin/xmllint") },
  { name: "newsboat", packages: ["newsboat"], isInstalled: () => existsSync("/usr/bin/newsboat") },
  { name: "sfeed", packages: ["sfeed"], isInstalled: () => existsSync("/usr/bin/sfeed") },
  { name: "openssl", packages: ["openssl"], isInstalled: () => existsSync("/usr/bin/openssl") },
  { name: "git", packages: ["git"], isInstalled: () => existsSync("/usr/bin/git") },
  {
    name: "Noto fonts (Latin and Cyrillic)",
    packages: ["fonts-noto-core"],
    isInstalled: () => existsSync("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"),
  },
];

/**
 * Installs missing tools with apt-get, if the process runs as root.
 *
 * @returns a message that names the tools still missing and the command to install them; undefined if there are none
 */
export function ensureTools(): string | undefined {
  const missingTools = findMissingTools();
  if (missingTools.length === 0) return undefined;
  if (canInstall()) installPackages(listPackages(missingTools));
  const stillMissing = findMissingTools();
  if (stillMissing.length === 0) return undefined;
  const names = stillMissing.map((tool) => tool.name).join(", ");
  return `Tests need tools that are missing: ${names}.\nInstall them: sudo ${installCommand} ${listPackages(stillMissing).join(" ")}`;
}

const installCommand = "apt-get install -y --no-install-recommends";

function findMissingTools(): readonly Tool[] {
  return tools.filter((tool) => !tool.isInstalled());
}

function listPackages(missingTools: readonly Tool[]): readonly string[] {
  return missingTools.flatMap((tool) => tool.packages);
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

// apt-get prints to the terminal. Its exit code is not used: the caller checks again for missing tools.
function installPackages(packages: readonly string[]): void {
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", [...installCommand.split(" ").slice(1), ...packages], options);
}

// Debian's Python, not one earlier in PATH: only that one can import python3-feedparser.
function hasFeedparser(): boolean {
  return spawnSync("/usr/bin/python3", ["-c", "import feedparser"]).status === 0;
}

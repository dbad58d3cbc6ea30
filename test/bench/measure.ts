// What a command costs: it, and every process that it starts. Reads /proc, so Linux only.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What one run of a command took. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of all its processes; of one that is left running, what it had used by then. */
  readonly cpuSeconds: number;
  /**
   * The most that all processes together held at any moment: the sum of their resident sets. A page that two of them share
   * counts twice, to the cost of whoever starts more processes. (The proportional set size would not, but to ask for it
   * stops a process of gigabytes for tens of milliseconds each time.)
   */
  readonly peakMiB: number;
}

/**
 * Runs a command to its end and tells what it cost. Memory is sampled every 20 ms.
 *
 * @throws with all that the command said, if it ends with anything but 0
 */
export async function costOf(
  [program, ...args]: readonly [string, ...string[]],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Cost> {
  const before = reapedSeconds();
  const start = performance.now();
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (said += text.toString()));
  const watching = watch(child.pid ?? 0);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  const wallSeconds = (performance.now() - start) / 1000;
  const { peakKiB, orphanSeconds } = watching.end();
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code} in ${folder}:\n${said}`);
  return { wallSeconds, cpuSeconds: reapedSeconds() - before + orphanSeconds, peakMiB: peakKiB / 1024 };
}

/** What must be said, on a machine where this cannot be measured; else undefined. */
export function whyNotHere(): string | undefined {
  return process.platform === "linux" ? undefined : "The race reads memory and processor time from /proc: Linux only.";
}

const sampleEveryMs = 20;

function watch(root: number): { readonly end: () => { readonly peakKiB: number; readonly orphanSeconds: number } } {
  let peakKiB = 0;
  const seen = new Set([root]);
  const timer = setInterval(() => {
    for (const pid of treeOf(root)) seen.add(pid);
    const together = [...seen].reduce((sum, pid) => sum + residentKiB(pid), 0);
    peakKiB = Math.max(peakKiB, together);
  }, sampleEveryMs);
  return {
    end: () => {
      clearInterval(timer);
      const orphans = [...seen].filter((pid) => pid !== root);
      return { peakKiB, orphanSeconds: orphans.reduce((sum, pid) => sum + ownSeconds(pid), 0) };
    },
  };
}

/** A process and all that descend from it. */
function treeOf(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

// A child belongs to the thread that made it, so each thread is asked.
function childrenOf(pid: number): readonly number[] {
  const threads = unlessGone(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads
    .flatMap((thread) =>
      (unlessGone(() => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8")) ?? "").split(" "),
    )
    .filter((text) => text !== "")
    .map(Number);
}

function residentKiB(pid: number): number {
  const text = unlessGone(() => readFileSync(`/proc/${pid}/status`, "utf8")) ?? "";
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
}

/** Processor time of the processes that this one started and that have ended, and of theirs. */
function reapedSeconds(): number {
  const [user, system] = ticks(process.pid).slice(2);
  return ((user ?? 0) + (system ?? 0)) / ticksASecond;
}

function ownSeconds(pid: number): number {
  const [user, system] = ticks(pid);
  return ((user ?? 0) + (system ?? 0)) / ticksASecond;
}

// Own user and system time, then those of ended children: fields 14 to 17 of proc_pid_stat(5). The name, which may hold
// spaces, is the second field and ends with the last bracket.
function ticks(pid: number): readonly number[] {
  const text = unlessGone(() => readFileSync(`/proc/${pid}/stat`, "utf8")) ?? "";
  return text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 15)
    .map(Number);
}

// USER_HZ, which is 100 on every Linux that Node runs on.
const ticksASecond = 100;

/** undefined where a process ended while it was looked at. */
function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

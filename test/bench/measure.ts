// Measures a command and every process that it starts. Reads /proc, so it runs on Linux only.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The cost of one run of a command. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of all its processes, including those still running when the command exits. */
  readonly cpuSeconds: number;
  /**
   * The largest sum of the resident sets of all processes at one moment. Memory that two processes share counts twice,
   * which is a disadvantage for the side with more processes. (The proportional set size avoids that, but reading it
   * stops a process of gigabytes for tens of milliseconds each time.)
   */
  readonly peakMiB: number;
}

/**
 * Runs a command, waits for its exit and returns its cost. Memory is sampled every 20 ms.
 *
 * @throws if the exit code is not 0, with the output of the command
 */
export async function measureCommand(
  [program, ...args]: readonly [string, ...string[]],
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Cost> {
  const secondsBefore = readReapedSeconds();
  const startTime = performance.now();
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: Buffer) => (output += text.toString()));
  const watcher = watchProcesses(child.pid ?? 0);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("close", resolve),
  );
  const wallSeconds = (performance.now() - startTime) / 1000;
  const { peakKiB, orphanSeconds } = watcher.end();
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code} in ${folder}:\n${output}`);
  return { wallSeconds, cpuSeconds: readReapedSeconds() - secondsBefore + orphanSeconds, peakMiB: peakKiB / 1024 };
}

/** @returns a message if this machine cannot measure commands; else undefined */
export function findPlatformProblem(): string | undefined {
  return process.platform === "linux" ? undefined : "The race reads memory and processor time from /proc: Linux only.";
}

const sampleEveryMs = 20;

function watchProcesses(root: number): {
  readonly end: () => { readonly peakKiB: number; readonly orphanSeconds: number };
} {
  let peakKiB = 0;
  const pids = new Set([root]);
  const timer = setInterval(() => {
    for (const pid of listProcessTree(root)) pids.add(pid);
    const totalKiB = [...pids].reduce((sum, pid) => sum + readResidentKiB(pid), 0);
    peakKiB = Math.max(peakKiB, totalKiB);
  }, sampleEveryMs);
  return {
    end: () => {
      clearInterval(timer);
      const orphanPids = [...pids].filter((pid) => pid !== root);
      return { peakKiB, orphanSeconds: orphanPids.reduce((sum, pid) => sum + readProcessSeconds(pid), 0) };
    },
  };
}

/** A process and all its descendants. */
function listProcessTree(pid: number): readonly number[] {
  return [pid, ...listChildren(pid).flatMap(listProcessTree)];
}

// Linux lists children by the thread that started them, so all threads are read.
function listChildren(pid: number): readonly number[] {
  const threads = readIfRunning(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads
    .flatMap((thread) =>
      (readIfRunning(() => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8")) ?? "").split(" "),
    )
    .filter((text) => text !== "")
    .map(Number);
}

function readResidentKiB(pid: number): number {
  const text = readIfRunning(() => readFileSync(`/proc/${pid}/status`, "utf8")) ?? "";
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
}

/** CPU time of this process's exited children and their exited descendants. */
function readReapedSeconds(): number {
  const [user, system] = readTicks(process.pid).slice(2);
  return ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
}

function readProcessSeconds(pid: number): number {
  const [user, system] = readTicks(pid);
  return ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
}

// The process's user and system time, then those of its exited children: fields 14 to 17 of proc_pid_stat(5). The
// second field, the name, may contain spaces and ends at the last parenthesis.
function readTicks(pid: number): readonly number[] {
  const text = readIfRunning(() => readFileSync(`/proc/${pid}/stat`, "utf8")) ?? "";
  return text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 15)
    .map(Number);
}

// USER_HZ, which is 100 on every Linux that Node runs on.
const ticksPerSecond = 100;

/** undefined if the process exited while it was read. */
function readIfRunning<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

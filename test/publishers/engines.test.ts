import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as assert from "uvu/assert";
import { parse } from "yaml";
import { z } from "zod";
import { parseShard } from "../../src/commands/shard.ts";
import { behaviour } from "../help/run/behaviour.ts";
import { listShards } from "../help/sites/parts.ts";

behaviour("a publisher who copies how an engine builds the parts", (it) => {
  it("finds in the matrix of GitHub Actions every part of as many as each of its builds names", () => {
    const job = z.object({
      strategy: z.object({ matrix: z.object({ part: z.array(z.number()) }) }),
      steps: z.array(z.object({ run: z.string().optional() })),
    });
    const { jobs } = z.object({ jobs: z.object({ part: job }) }).parse(yamlUnder("GitHub Actions"));
    const { part } = jobs.part.strategy.matrix;
    const total = part.length;
    const build = jobs.part.steps.map(({ run }) => run ?? "").find((run) => run.includes("--shard")) ?? "";
    const asked = part.map((each) => parseShard(shardIn(build.replace(/\$\{\{ matrix\.part \}\}/, String(each))), {}));

    assert.equal(asked, listShards(total));
  });

  it("finds in GitLab's every part as its jobs are numbered", () => {
    const job = z.object({ parallel: z.number(), script: z.array(z.string()) });
    const { part } = z.object({ part: job }).parse(yamlUnder("GitLab"));
    const asked = listShards(part.parallel).map(({ index }) =>
      parseShard(shardIn(part.script.join("\n")), {
        CI_NODE_INDEX: String(index),
        CI_NODE_TOTAL: String(part.parallel),
      }),
    );

    assert.equal(asked, listShards(part.parallel));
  });

  it("finds in the Job for Kubernetes every part as its pods are numbered", () => {
    const container = z.object({ args: z.array(z.string()) });
    const spec = z.object({
      completionMode: z.literal("Indexed"),
      completions: z.number(),
      template: z.object({ spec: z.object({ containers: z.tuple([container]) }) }),
    });
    const { completions, template } = z.object({ spec }).parse(yamlUnder("Kubernetes")).spec;
    const [{ args }] = template.spec.containers;
    const asked = listShards(completions).map(({ index }) =>
      parseShard(shardIn(args.join("\n")), { JOB_COMPLETION_INDEX: String(index - 1) }),
    );

    assert.equal(asked, listShards(completions));
  });

  it("finds commands that a shell understands", () => {
    const scripts = blocks("sh", page);

    assert.ok(scripts.length > 0);
    for (const script of scripts) {
      const { status, stderr } = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
      assert.is(status, 0, stderr);
    }
  });
});

const page = readFileSync("src/site/README.md", "utf8");

/** The first YAML under a heading of the page. */
function yamlUnder(heading: string): unknown {
  const section = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? "";
  return parse(blocks("yaml", section)[0] ?? "");
}

function blocks(kind: string, text: string): readonly string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, each, code = ""]) => (each === kind ? [code] : []));
}

function shardIn(command: string): string {
  return /--shard (\S+)/.exec(command)?.[1] ?? "";
}

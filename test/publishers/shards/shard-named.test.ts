import * as assert from "uvu/assert";
import { parseShard } from "../../../src/commands/shard.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { runDateline } from "../../help/sites/command.ts";
import { createTemporaryFolder } from "../../help/sites/folders.ts";

const gitlab = { CI_NODE_INDEX: "3", CI_NODE_TOTAL: "8" };
const kubernetes = { JOB_COMPLETION_INDEX: "2" };

behaviour("a publisher who names a part of a site", (it) => {
  const right = [
    { text: "3/8", environment: {}, is: { index: 3, total: 8 } },
    { text: "3/8", environment: { CI_NODE_INDEX: "1", CI_NODE_TOTAL: "2" }, is: { index: 3, total: 8 } },
    { text: "12/120", environment: {}, is: { index: 12, total: 120 } },
    { text: "1/1", environment: {}, is: undefined },
    { text: "auto", environment: gitlab, is: { index: 3, total: 8 } },
    // A job of GitLab's that is not one of several has no index.
    { text: "auto", environment: { CI_NODE_TOTAL: "1" }, is: undefined },
    { text: "auto/8", environment: kubernetes, is: { index: 3, total: 8 } },
    { text: "auto/8", environment: { JOB_COMPLETION_INDEX: "0" }, is: { index: 1, total: 8 } },
    { text: "auto/8", environment: gitlab, is: { index: 3, total: 8 } },
    { text: "auto", environment: { ...kubernetes, CI_NODE_TOTAL: "4" }, is: { index: 3, total: 4 } },
  ];
  for (const { text, environment, is } of right) {
    it(`gets that part: --shard ${text} ${JSON.stringify(environment)}`, () => {
      assert.equal(parseShard(text, environment), is);
    });
  }

  const wrong = [
    { text: "3", says: "--shard 3: expected a part and a total. Write --shard 3/8" },
    { text: "3-8", says: "--shard 3-8: expected a part and a total. Write --shard 3/8" },
    { text: "3/0", says: "--shard 3/0: expected a part and a total. Write --shard 3/8" },
    { text: "-1/8", says: "--shard -1/8: expected a part and a total. Write --shard 3/8" },
    { text: "1.5/8", says: "--shard 1.5/8: expected a part and a total. Write --shard 3/8" },
    { text: "0/8", says: "--shard 0/8: there is no such part. Write --shard 1/8 to --shard 8/8" },
    { text: "9/8", says: "--shard 9/8: there is no such part. Write --shard 1/8 to --shard 8/8" },
    {
      text: "auto",
      says: "--shard auto: CI_NODE_TOTAL does not say how many parts there are. Write --shard auto/8, or --shard 3/8",
    },
    {
      text: "auto/8",
      says: "--shard auto/8: neither CI_NODE_INDEX nor JOB_COMPLETION_INDEX says which part this is. Write --shard 3/8",
    },
    {
      text: "auto",
      environment: { ...gitlab, CI_NODE_INDEX: "third" },
      says: "--shard auto (here third/8): expected a part and a total. Write --shard 3/8",
    },
    {
      text: "auto/2",
      environment: kubernetes,
      says: "--shard auto/2 (here 3/2): there is no such part. Write --shard 1/2 to --shard 2/2",
    },
  ];
  for (const { text, environment = {}, says } of wrong) {
    it(`is told what to write instead of --shard ${text} ${JSON.stringify(environment)}`, () => {
      const told = parseShard(text, environment);

      assert.is(told && "advice" in told && `${told.what} ${told.advice}`, says);
    });
  }

  it("is told so by the command, with exit code 2, and nothing is built", async () => {
    const { code, out, errors } = await runDateline(["build", "--shard", "9/8"], createTemporaryFolder());

    assert.equal(
      [code, out, errors],
      [2, "", "--shard 9/8: there is no such part. Write --shard 1/8 to --shard 8/8\n"],
    );
  });
});

import * as assert from "uvu/assert";
import { memoizeByIdentity } from "../../src/values/memory/memoize.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("a function whose results are cached by the identity of its argument", (it) => {
  it("computes once for an object, and anew for an equal one", () => {
    let calls = 0;
    const count = memoizeByIdentity((list: readonly string[]) => ({ length: list.length, call: ++calls }));
    const list = ["summit"];

    assert.is(count(list), count(list));
    assert.equal(count(list), { length: 1, call: 1 });
    assert.equal(count(["summit"]), { length: 1, call: 2 });
  });
});

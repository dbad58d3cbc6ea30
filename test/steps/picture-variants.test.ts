import * as assert from "uvu/assert";
import { listVariants } from "../../src/values/variants.ts";
import { mapPicture } from "../help/newsroom/marked.ts";
import { behaviour } from "../help/run/behaviour.ts";

behaviour("the files of a picture", (it) => {
  const widths = (width: number, height: number) =>
    listVariants(mapPicture.stem, width, height)
      .filter((variant) => variant.format === "jpg")
      .map((variant) => `${variant.width}x${variant.height}`);

  it("are never wider than the picture, and the widest is as wide as it can be", () => {
    assert.equal(widths(4000, 3000), ["320x240", "640x480", "960x720", "1280x960"]);
    assert.equal(widths(700, 700), ["320x320", "700x700"]);
    assert.equal(widths(200, 1), ["200x1"]);
  });

  it("are no taller than any format can be", () => {
    assert.equal(widths(1000, 50_000), ["327x16350"]);
  });
});

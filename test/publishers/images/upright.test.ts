import { join } from "node:path";
import sharp from "sharp";
import * as assert from "uvu/assert";
import { behaviour } from "../../help/run/behaviour.ts";
import { readAllBytes } from "../../help/sites/builds.ts";
import { buildSmallSite, formatArticle } from "../../help/sites/site.ts";

const formats = { jpg: "jpeg", png: "png", webp: "webp", avif: "avif" } as const;
const text = formatArticle({ image: { src: "map", alt: "A map", credit: "Ann Example" } });

/** The largest JPEG of the site's one picture. */
async function publishPicture(name: string, bytes: Buffer): Promise<Buffer> {
  const article = text.replace('"map"', `"${name}"`);
  const site = await buildSmallSite({ "2024/07/11/a.md": article, [`2024/07/11/${name}`]: bytes });
  assert.equal(site.problems, []);
  const files = [...readAllBytes(join(site.folder, "_site"))].filter(([file]) => /\/map-.*\.jpg$/.test(file));
  const [largest] = files.map(([, file]) => file).sort((a, b) => b.length - a.length);
  if (!largest) throw new Error("Expected a JPEG.");
  return largest;
}

behaviour("a reader of a picture that a camera held sideways", (it) => {
  for (const [extension, format] of Object.entries(formats)) {
    it(`sees it upright and undistorted, from a file in ${format}`, async () => {
      // Orientation 6: viewers turn it to the right, so that the red left half is at the top.
      const left = { create: { width: 300, height: 400, channels: 3, background: "#f00" } } as const;
      const picture = sharp({ create: { width: 600, height: 400, channels: 3, background: "#00f" } })
        .composite([{ input: await sharp(left).png().toBuffer(), left: 0, top: 0 }])
        .withMetadata({ orientation: 6 });
      const published = await publishPicture(`map.${extension}`, await picture.toFormat(format).toBuffer());
      const { data, info } = await sharp(published).raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];

      assert.is(Math.round((info.width / info.height) * 100), 67);
      assert.ok((at(info.width / 2, 10)[0] ?? 0) > 200, "red at the top");
      assert.ok((at(info.width / 2, info.height - 10)[2] ?? 0) > 200, "blue at the bottom");
    });
  }
});

behaviour("a reader of a picture in a wide colour space", (it) => {
  for (const depth of ["srgb", "rgb16"] as const) {
    it(`sees its red as red, at the depth of ${depth}`, async () => {
      const red = sharp({ create: { width: 64, height: 64, channels: 3, background: "#f00" } });
      const bytes = await red.toColourspace(depth).withIccProfile("p3").png().toBuffer();
      const pixels = await sharp(await publishPicture("map.png", bytes))
        .raw()
        .toBuffer();

      assert.ok(
        (pixels[0] ?? 0) >= 253 && (pixels[1] ?? 255) <= 2 && (pixels[2] ?? 255) <= 2,
        `${pixels.subarray(0, 3)}`,
      );
    });
  }
});

behaviour("a reader of a picture whose file begins with much metadata", (it) => {
  it("sees it, though its size stands after a megabyte", async () => {
    const plain = await sharp({ create: { width: 64, height: 32, channels: 3, background: "#888" } })
      .jpeg()
      .toBuffer();
    const body = Buffer.alloc(65_000, 0x41);
    const segment = Buffer.concat([Buffer.from([0xff, 0xed, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
    const bytes = Buffer.concat([
      plain.subarray(0, 2),
      ...Array.from({ length: 18 }, () => segment),
      plain.subarray(2),
    ]);
    const { width } = await sharp(await publishPicture("map.jpg", bytes)).metadata();

    assert.is(width, 64);
  });
});

import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import * as assert from "uvu/assert";
import { generateImages } from "../../../src/render/images.ts";
import { toFileAddress, toPageAddress } from "../../../src/values/address.ts";
import {
  assertColour,
  type Colour,
  createFlat,
  createWorkspace,
  findProblems,
  hashFiles,
  makePhotographWithMetadata,
  publishPicture,
  readColour,
} from "../../help/newsroom/pictures.ts";
import { listMetadata, readSize } from "../../help/readers/picture-reader.ts";
import { behaviour } from "../../help/run/behaviour.ts";
import { createTemporaryFolder } from "../../help/sites/folders.ts";

const formats = ["avif", "webp", "jpg"];
behaviour("a photograph that a camera wrote more into than the picture", (it) => {
  it("is published without a byte of it: place, name, words, comment, colour profile", async () => {
    const photograph = await makePhotographWithMetadata();
    assert.equal(listMetadata(photograph).toSorted(), ["APP1", "APP1", "APP13", "APP2", "COM"]);

    const files = await publishPicture(createWorkspace("a.jpg", photograph, 640, 480));

    assert.is(files.size, 6);
    for (const [name, bytes] of files) {
      assert.equal(listMetadata(bytes), [], name);
      for (const mark of ["SECRET", "Exif", "xmpmeta", "8BIM", "ICC_PROFILE", "acsp"])
        assert.not(bytes.includes(mark), `${name}: ${mark}`);
    }
  });

  it("keeps its colours, though the profile that they were measured by is gone", async () => {
    const files = await publishPicture(createWorkspace("a.jpg", await makePhotographWithMetadata(), 640, 480));

    for (const format of formats)
      assertColour(await readColour(files.get(`320.${format}`), 0.5, 0.5), [200, 100, 50], format);
  });

  it("stands upright, as the camera was held", async () => {
    const left = await createFlat(320, 480, [255, 0, 0]).png().toBuffer();
    const lying = await createFlat(640, 480, [0, 0, 255])
      .composite([{ input: left, left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();

    const files = await publishPicture(createWorkspace("a.jpg", lying, 480, 640));

    for (const format of formats) {
      const bytes = files.get(`480.${format}`);
      assert.is(bytes && readSize(bytes), "480x640");
      assertColour(await readColour(bytes, 0.5, 0.2), [254, 0, 0], `above, ${format}`);
      assertColour(await readColour(bytes, 0.5, 0.8), [0, 0, 254], `below, ${format}`);
    }
  });
});

behaviour("a picture of a kind that not every browser shows", (it) => {
  const half = { r: 0, g: 0, b: 0, alpha: 0 };
  const kinds: Readonly<Record<string, { make: () => Promise<Buffer>; shown: Colour }>> = {
    "a transparent chart, on white": {
      make: () =>
        sharp({ create: { width: 400, height: 300, channels: 4, background: half } })
          .png()
          .toBuffer(),
      shown: [255, 255, 255],
    },
    "16 bits a colour": {
      make: () => createFlat(400, 300, [10, 120, 230]).toColourspace("rgb16").png().toBuffer(),
      shown: [10, 120, 230],
    },
    "inks for print (CMYK)": {
      make: () => createFlat(400, 300, [255, 255, 255]).toColourspace("cmyk").jpeg().toBuffer(),
      shown: [255, 255, 255],
    },
    "shades of grey": {
      make: () => createFlat(400, 300, [90, 90, 90]).toColourspace("b-w").png().toBuffer(),
      shown: [90, 90, 90],
    },
    "an animation, by its first frame": { make: animation, shown: [0, 128, 0] },
    "an AVIF": { make: () => createFlat(400, 300, [10, 120, 230]).avif().toBuffer(), shown: [10, 120, 230] },
  };
  for (const [kind, { make, shown }] of Object.entries(kinds)) {
    it(`is shown all the same: ${kind}`, async () => {
      const files = await publishPicture(createWorkspace("a.png", await make(), 400, 300));

      for (const [name, bytes] of files) {
        assert.is(readSize(bytes), name.startsWith("400.") ? "400x300" : "320x240");
        assertColour(await readColour(bytes, 0.5, 0.5), shown, name);
      }
    });
  }

  async function animation(): Promise<Buffer> {
    const frames = await Promise.all(
      [createFlat(400, 300, [0, 128, 0]), createFlat(400, 300, [200, 0, 0])].map((frame) => frame.png().toBuffer()),
    );
    return sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
  }
});

behaviour("a reader whose network cuts off what is large", (it) => {
  it("gets the narrowest file of the most detailed photograph whole, in every format", async () => {
    const noise = Buffer.alloc(4000 * 3000 * 3);
    for (let i = 0, state = 1; i < noise.length; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      noise[i] = state >>> 24;
    }
    const photograph = await sharp(noise, { raw: { width: 4000, height: 3000, channels: 3 } })
      .jpeg()
      .toBuffer();

    const files = await publishPicture(createWorkspace("a.jpg", photograph, 4000, 3000));

    assert.equal(
      [...files.keys()],
      formats.flatMap((format) => [320, 640, 960, 1280].map((width) => `${width}.${format}`)),
    );
    for (const format of formats) {
      const bytes = files.get(`320.${format}`);
      assert.is(bytes && readSize(bytes), "320x240");
      assert.ok(bytes && bytes.length <= 14_336, `${bytes?.length} bytes of ${format}`);
    }
  });

  it("gets that of a picture as tall as a newspaper", async () => {
    const lines = await sharp(
      Buffer.from(Array.from({ length: 500 * 9000 }, (_, i) => ((i * 7919) % 251 > 125 ? 255 : 0))),
      { raw: { width: 500, height: 9000, channels: 1 } },
    )
      .png()
      .toBuffer();

    const files = await publishPicture(createWorkspace("a.png", lines, 500, 9000));

    for (const format of formats) assert.ok((files.get(`320.${format}`)?.length ?? 1e9) <= 14_336, format);
  });
});

behaviour("a publisher who builds again", (it) => {
  const chart = () => createFlat(700, 500, [20, 90, 160]).png().toBuffer();

  it("has each picture made once: what is kept is not read from the author's file again", async () => {
    const first = createWorkspace("a.png", await chart(), 700, 500);
    const before = await publishPicture(first);
    const elsewhere = { ...first, content: createTemporaryFolder() };

    assert.equal(hashFiles(await publishPicture(elsewhere)), hashFiles(before));
  });

  const damages: Readonly<Record<string, (file: string) => void>> = {
    "kept empty": (file) => truncateSync(file),
    "cut off": (file) => truncateSync(file, statSync(file).size - 1),
    "changed by a byte": (file) => writeFileSync(file, Buffer.from(readFileSync(file)).fill(7, 20, 21)),
    "taken away": (file) => rmSync(file),
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`has whatever was kept made anew that was ${what}`, async () => {
      const first = createWorkspace("a.png", await chart(), 700, 500);
      const before = await publishPicture(first);
      for (const kept of readdirSync(first.cache)) {
        damage(join(first.cache, kept));

        assert.equal(hashFiles(await publishPicture(first)), hashFiles(before), kept);
      }
      assert.is(readdirSync(first.cache).length, before.size + 1);
    });
  }

  it("has the same bytes from a machine with more processors, and nothing else is kept", async () => {
    const picture = await makePhotographWithMetadata();
    const own = createWorkspace("a.jpg", picture, 640, 480);
    const before = await publishPicture(own);
    sharp.concurrency(7);

    const elsewhere = await publishPicture(createWorkspace("a.jpg", picture, 640, 480));

    assert.equal(hashFiles(elsewhere), hashFiles(before));
    assert.is(readdirSync(own.cache).length, before.size + 1, "and one record of them");
  });

  it("has another picture under the same name shown as it is now", async () => {
    const first = createWorkspace("a.webp", await createFlat(700, 500, [20, 90, 160]).webp().toBuffer(), 700, 500);
    await publishPicture(first);
    writeFileSync(join(first.content, "a.webp"), await createFlat(700, 500, [160, 20, 20]).webp().toBuffer());

    const files = await publishPicture({ ...first, picture: { ...first.picture, hash: "2e5b7d10" } });

    assertColour(await readColour(files.get("320.jpg"), 0.5, 0.5), [160, 20, 20], "320.jpg");
  });

  it("has a picture that several articles show made once", async () => {
    const { picture, content, cache: keep } = createWorkspace("a.png", await chart(), 700, 500);

    const made = await generateImages([picture, { ...picture }], content, keep);

    assert.is(made.ok && made.value.length, 6);
  });

  it("has nothing made where nothing is shown", async () => {
    const { content, cache: keep } = createWorkspace("a.png", "", 1, 1);

    assert.equal(await generateImages([], content, keep), { ok: true, value: [] });
  });
});

behaviour("an author who hands in a picture that cannot be shown", (it) => {
  const unreadable =
    "content/a.png:1:1  this picture cannot be read: it is truncated or damaged, or its format does not match its file name. Open it in an image editor and save it again as JPEG, PNG, WebP or AVIF.";

  it("reads so of one that is cut off, and of what is no picture", async () => {
    const photograph = await makePhotographWithMetadata();

    for (const bytes of [photograph.subarray(0, photograph.length - 900), "not a picture", ""]) {
      const handed = createWorkspace("a.png", bytes, 640, 480);
      assert.equal(await findProblems(handed), [unreadable]);
      assert.equal(readdirSync(handed.cache), []);
    }
  });

  it("reads so of a drawing under a false name, which could show other files of the machine", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480"/></svg>';

    assert.equal(await findProblems(createWorkspace("a.png", svg, 640, 480)), [unreadable]);
  });

  it("reads how many pixels are too many, and the file is not even opened", async () => {
    assert.equal(await findProblems(createWorkspace("a.png", "", 20_000, 6000)), [
      "content/a.png:1:1  this picture has 120 million pixels; the maximum is 100 million. Save it smaller: no page shows more than 1280 pixels across.",
    ]);
  });

  it("reads of every one at once", async () => {
    const { picture, content, cache: keep } = createWorkspace("a.png", "", 640, 480);
    const other = { ...picture, file: "content/b.png", path: "b.png", stem: toFileAddress(toPageAddress("2024"), "b") };

    const made = await generateImages([picture, other], content, keep);

    assert.equal(made.ok ? [] : made.problems.map(({ at }) => at.file), ["content/a.png", "content/b.png"]);
  });
});

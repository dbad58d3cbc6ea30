import { createRandom } from "../run/random.ts";

/** Unusual texts that an author may paste, by what is unusual about them. */
export const oddTexts: Readonly<Record<string, string>> = {
  "the end of CDATA": "a ]]> b ]]]]>> c <![CDATA[ d",
  "entities as text": "&amp; &lt;b&gt; &#0; &nbsp; &unknown; & &&",
  tags: '<script>alert("x")</script> <b>a</b> </item> <!-- b --> <?xml?>',
  "quotes of all kinds": `"a" 'b' «c» “d” \`e\``,
  "control characters": Array.from({ length: 0xa0 }, (_, code) => `${code}${String.fromCharCode(code)}`).join(" "),
  "line ends": "a\r\nb\rc\nd\r\r\ne\tf",
  "half a surrogate pair": "a\ud83d b\ude00 c\ude00\ud83d d\ud83d\u0000\ude00 \ud800",
  "characters that are none": "a\ufffe b\uffff c\u{1fffe} d\u{10ffff} e\ufdd0",
  "right to left": "قمة السلام \u202eabc\u202c שלום 2024",
  emoji: "👩‍👩‍👧‍👦 🇺🇦 👍🏽 e\u0301",
  "separators of lines and words": "a\u2028b\u2029c\u00a0d\u3000e\u200bf\ufeffg",
  "escapes of JSON": 'a\\u0000 \\n \\\\ \\" \\/ \b\f',
  "placeholders of replacements": "$& $1 $` $' $$ $<name>",
  "an address of the site": 'site:/2024/07/11/x/ "site:/x/ href="#fn1 , site:/y/',
  "a long word": "ж".repeat(10_000),
  "every plane of Unicode": Array.from({ length: 17 }, (_, plane) => samplePlane(plane)).join(" "),
};

function samplePlane(plane: number): string {
  const offsets = [0x41, 0x0416, 0x2603, 0x9fff, 0xf8ff, 0xfffd, 0xfffe, 0xffff];
  return String.fromCodePoint(...offsets.map((offset) => plane * 0x10000 + offset));
}

/**
 * 100 texts of random characters from all of Unicode, the same on every run. One character in four is a markup
 * character.
 */
export const randomTexts: readonly string[] = Array.from({ length: 100 }, (_, seed) => generateText(seed));

function generateText(seed: number): string {
  const random = createRandom(seed);
  const randomBelow = (below: number) => Math.floor(random() * below);
  const markup = "<>&\"'];![CDATA-/#x \r\n\t";
  const length = randomBelow(60);
  return Array.from({ length }, () =>
    randomBelow(4) === 0
      ? markup.charAt(randomBelow(markup.length))
      : randomBelow(2) === 0
        ? String.fromCharCode(randomBelow(0x10000))
        : String.fromCodePoint(randomBelow(0x110000)),
  ).join("");
}

/**
 * The text that must reach a subscriber, computed character by character: line ends become "\n", unpaired surrogates
 * become U+FFFD, characters that XML 1.0 forbids are removed, and everything else is unchanged.
 */
export function toDeliveredText(text: string): string {
  const lines = text.split("\r\n").join("\n").split("\r").join("\n");
  return Array.from(lines, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
    const forbidden = (code < 0x20 && code !== 0x09 && code !== 0x0a) || code === 0xfffe || code === 0xffff;
    return forbidden ? "" : character;
  }).join("");
}

import { testProblemLines, withFields } from "../../help/newsroom/slips.ts";
import { behaviour } from "../../help/run/behaviour.ts";

behaviour("an author who gives an old address or an id", (it) => {
  const oldAddress = "Write the old address from the root of the site, as in: aliases: [/2024/07/10/old-address/]";
  testProblemLines(it, {
    "without its first slash": [
      withFields({ aliases: ["/older/", "old/talks/"] }),
      'content/2024/07/11/talks.md:6:21  aliases: "old/talks/" is not the address of a page. Did you mean "/old/talks/"?',
    ],
    "without its last slash": [
      withFields({ aliases: ["/old/talks"] }),
      'content/2024/07/11/talks.md:6:11  aliases: "/old/talks" is not the address of a page. Did you mean "/old/talks/"?',
    ],
    "as a whole URL": [
      withFields({ aliases: ["https://dispatch.example/old/"] }),
      `content/2024/07/11/talks.md:6:11  aliases: "https://dispatch.example/old/" is not the address of a page. ${oldAddress}`,
    ],
    "that climbs": [
      withFields({ aliases: ["/../../etc/"] }),
      `content/2024/07/11/talks.md:6:11  aliases: "/../../etc/" is not the address of a page. ${oldAddress}`,
    ],
    "in a hidden folder": [
      withFields({ aliases: ["/.well-known/old/", "/.git/hooks/"] }),
      `content/2024/07/11/talks.md:6:31  aliases: "/.git/hooks/" is not the address of a page. ${oldAddress}`,
    ],
    "as a hidden file": [
      withFields({ aliases: ["/old/.html"] }),
      `content/2024/07/11/talks.md:6:11  aliases: "/old/.html" is not the address of a page. ${oldAddress}`,
    ],
    "that no disk can store": [
      withFields({ aliases: [`/${"a".repeat(200)}/`, `/${"a".repeat(201)}/`] }),
      `content/2024/07/11/talks.md:6:216  aliases: "/${"a".repeat(59)}…" is not the address of a page. ${oldAddress}`,
    ],
    "that is deeper than disks can store": [
      withFields({ aliases: [`/${"a/".repeat(600)}`] }),
      `content/2024/07/11/talks.md:6:11  aliases: "/${"a/".repeat(29)}a…" is not the address of a page. ${oldAddress}`,
    ],
    "as an id that is half a tag: URI": [
      withFields({ id: "tag:dispatch" }),
      'content/2024/07/11/talks.md:6:5  id: "tag:dispatch" is not a tag: URI. Write it as in: id: "tag:dispatch.example,2024:/2024/07/11/talks/"',
    ],
  });
});

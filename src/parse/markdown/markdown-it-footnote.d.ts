declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";

  function footnotes(markdown: MarkdownIt): void;
  export = footnotes;
}

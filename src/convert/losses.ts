/** What can be lost in a conversion, by kind, with a sentence that says what became of it. In the order of the report. */
const lossTexts = {
  "left out": "Texts that are not in the content.",
  language: "Languages that Dateline does not have words for. Their texts are not in the content.",
  "front matter": "Front matter that could not be read as it stands.",
  encoding: "Files that are not in UTF-8. They were read as the encoding that is named here.",
  date: "Dates that could not be read, or are missing.",
  title: "Titles that were missing or too long. The whole title stands at the start of the text.",
  summary: "Summaries that were too long. The whole summary stands at the start of the text.",
  untagged: 'Texts without a tag. They have the tag "untagged".',
  author: "Authors whose names cannot stand under a text. They are not in the content.",
  key: "Keys of the front matter that Dateline has no place for. They are not in the content.",
  "old address": "Old addresses that cannot answer.",
  "feed id": "Ids of the old feed that cannot be kept to the letter: feed readers may show these articles once more.",
  "renamed slug": "Texts with another name than before, because two had the same name on one day.",
  "picture missing": "Pictures that are not in the archive. A link to each stands in its place.",
  "picture format": "Pictures that are not JPEG, PNG, WebP or AVIF. A link to each stands in its place.",
  "picture elsewhere": "Pictures of other sites. A link to each stands in its place.",
  "picture description": "Pictures without a description. Their file name stands for it.",
  file: "Files of the archive that are neither pictures in a text nor documents. Links lead to their old address.",
  link: "Links to what is not in the archive. They lead to the old address, or only their words stand.",
  anchor: "Links to a place that is not in its page. They lead to the page, or only their words stand.",
  embed: "Videos, posts and other embedded things. A link to each stands in its place.",
  shortcode: "Shortcodes and template tags that are not known. They stand in the text as code.",
  script: "Scripts, styles, forms and drawings. They are not in the content.",
  comment: "Comments in texts, which no reader could see. They are not in the content.",
  attribute: "Classes, ids and other attributes. They are not in the content.",
  "raised text": "Raised or lowered text that has no characters of its own. It stands on the line.",
  "kept as code": "Blocks that could not be written in markdown. They stand in the text as code.",
  "reader comment": "Comments of readers. They are not in the content.",
} as const;

/** A kind of loss. */
export type LossKind = keyof typeof lossTexts;

/** Something that could not be carried over. */
export interface Loss {
  readonly kind: LossKind;
  /** The file of the archive. */
  readonly file: string;
  readonly what: string;
}

/** Reports a loss of a file of the archive. */
export type ReportLoss = (kind: LossKind, file: string, what: string) => void;

/** All losses of one kind. */
export interface LossGroup {
  readonly kind: LossKind;
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** Collects losses. One that is reported twice for a file counts once. */
export function createLosses(): { readonly report: ReportLoss; readonly group: () => readonly LossGroup[] } {
  const losses = new Map<string, Loss>();
  return {
    report: (kind, file, what) => losses.set(`${kind}\0${file}\0${what}`, { kind, file, what }),
    group: () => {
      const all = [...losses.values()];
      return (Object.keys(lossTexts) as LossKind[]).flatMap((kind) => {
        const ofKind = all.filter((loss) => loss.kind === kind);
        return ofKind.length === 0 ? [] : [{ kind, text: lossTexts[kind], losses: ofKind }];
      });
    },
  };
}

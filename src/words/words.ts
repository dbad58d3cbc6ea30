import type { Language } from "../values/language.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

/** All words of the frame, in one language. Whatever counts is a function of the count. */
export interface Words {
  /** The language's own name for itself. */
  readonly ownName: string;
  /** As the navigation abbreviates it. */
  readonly code: string;
  readonly skipToText: string;
  readonly navigation: string;
  readonly storylines: string;
  readonly storyline: string;
  readonly archive: string;
  readonly subscribe: string;
  readonly corrections: string;
  readonly allTags: string;
  readonly tags: string;
  readonly people: string;
  readonly places: string;
  readonly mirrors: string;
  readonly languages: string;
  readonly elsewhere: string;
  readonly sources: string;
  readonly source: (count: number) => string;
  readonly stories: (count: number) => string;
  readonly editions: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly correctionsCount: (count: number) => string;
  readonly correctionOf: (date: string) => string;
  readonly updated: (moment: string) => string;
  readonly earlierStory: string;
  readonly laterStory: string;
  readonly newer: string;
  readonly older: string;
  readonly pageNumber: (number: number) => string;
  readonly quietDays: (count: number) => string;
  readonly thatIsAll: string;
  readonly thatIsAllFor: (day: string) => string;
  readonly nextEdition: (moment: string) => string;
  readonly support: string;
  readonly draft: string;
  readonly scheduled: string;
  readonly notFound: string;
  readonly notFoundAdvice: string;
  readonly movedTo: string;
}

/** The words of the frame in a language. */
export function wordsIn(language: Language): Words {
  return words[language];
}

const words: { readonly [L in Language]: Words } = { en, ru, uk };

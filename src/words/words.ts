import type { Language } from "../values/language.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

/** All words of the frame, in one language. Whatever counts is a function of the count. */
export interface Words
  extends NavigationWords,
    StoryWords,
    PageWords,
    SubscribingWords,
    NewsletterWords,
    DescriptionWords {
  /** The language's own name for itself. */
  readonly ownName: string;
  /** As the navigation abbreviates it. */
  readonly code: string;
}

/** What leads about the site. */
interface NavigationWords {
  readonly skipToText: string;
  /** Names the list of sections at the head of a page, for those who hear it. */
  readonly navigation: string;
  /** Names the list of further pages at its foot. */
  readonly footNavigation: string;
  readonly languages: string;
  readonly frontPage: string;
  readonly storylines: string;
  readonly archive: string;
  readonly subscribe: string;
  readonly corrections: string;
  readonly allTags: string;
  readonly people: string;
  readonly places: string;
  readonly mirrors: string;
  /** Names a pair of links to what came before and what came after. */
  readonly neighbours: string;
  /** Names the links to the newer and the older page of a long list. */
  readonly pages: string;
  readonly newer: string;
  readonly older: string;
  readonly pageNumber: (number: number) => string;
}

/** What is said of an article or an edition. */
interface StoryWords {
  readonly storyline: string;
  readonly wholeStoryline: string;
  readonly tags: string;
  /** The heading of stories that stand under no section. */
  readonly elsewhere: string;
  readonly sources: string;
  readonly source: (count: number) => string;
  readonly stories: (count: number) => string;
  readonly editions: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly correctionsCount: (count: number) => string;
  readonly correctionOf: (date: string) => string;
  /** The title of an article that was taken back. */
  readonly retracted: (title: string) => string;
  readonly retractionOf: (date: string) => string;
  readonly updated: (moment: string) => string;
  readonly earlierStory: string;
  readonly laterStory: string;
  /** How long a storyline rested. */
  readonly quietDays: (count: number) => string;
  /** The heading of an editor's note that has none of its own. */
  readonly editorsNote: string;
  readonly thatIsAll: string;
  readonly thatIsAllFor: (day: string) => string;
  readonly nextEdition: (moment: string) => string;
  readonly draft: string;
  readonly scheduled: string;
}

/** What the other pages say. */
interface PageWords {
  /** The title of an edition's page. */
  readonly editionOf: (day: string) => string;
  readonly correctionsPromise: string;
  readonly noCorrections: string;
  readonly support: string;
  readonly notFound: string;
  readonly notFoundAdvice: string;
  readonly moved: string;
  readonly movedTo: string;
}

/** How to follow the site without coming back to it. */
interface SubscribingWords {
  readonly subscribeIntroduction: string;
  /** What to do, one after the other. */
  readonly subscribeSteps: readonly string[];
  readonly inOneFile: string;
  readonly allFeeds: string;
  readonly opmlAdvice: string;
  readonly lite: string;
  readonly liteAdvice: string;
  /** Of feeds that lead back to their first item. */
  readonly feedArchives: string;
  /** The heading of the feeds of the whole site. */
  readonly everything: string;
  readonly everyArticle: string;
  readonly oneItemADay: string;
  /** Names of feeds, as feed readers list them. */
  readonly feedDaily: (site: string) => string;
  readonly feedLite: (site: string) => string;
  readonly feedAbout: (site: string, topic: string) => string;
}

/** What an edition says as a mail, and of it. */
interface NewsletterWords {
  /** Links to the edition as a mail, as HTML and as plain text. */
  readonly asMail: string;
  readonly asMailText: string;
  readonly wholeEdition: string;
  /** The same in a line's few words. */
  readonly readOnSite: string;
  /** How many stories stand in the edition beside those that the mail tells of. */
  readonly moreStories: (count: number) => string;
  readonly unsubscribe: string;
}

/** What a page says of itself where it is only named: in search results, in feeds. Whole sentences. */
interface DescriptionWords {
  readonly aboutMonth: (month: string) => string;
  readonly aboutYear: (year: string) => string;
  readonly aboutArchive: string;
  readonly aboutTag: (title: string) => string;
  readonly aboutPerson: (name: string) => string;
  readonly aboutPlace: (name: string) => string;
  readonly aboutStoryline: (title: string) => string;
  readonly aboutStorylines: string;
  readonly aboutTags: string;
  readonly aboutPeople: string;
  readonly aboutPlaces: string;
  readonly aboutFeeds: string;
}

/** The words of the frame in a language. */
export function wordsIn(language: Language): Words {
  return words[language];
}

const words: { readonly [L in Language]: Words } = { en, ru, uk };

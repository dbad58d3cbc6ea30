/** All texts of the interface in one language. A text with a count is a function of the count. */
export interface Words
  extends NavigationWords,
    StoryWords,
    PageWords,
    SubscriptionWords,
    NewsletterWords,
    DescriptionWords {
  /** The name of the language in the language itself. */
  readonly nativeName: string;
  /** The short name of the language in the navigation. */
  readonly abbreviation: string;
}

/** Texts of the navigation. */
interface NavigationWords {
  readonly skipToText: string;
  /** The label of the section list in the page header, for screen readers. */
  readonly navigation: string;
  /** The label of the link list in the page footer. */
  readonly footerNavigation: string;
  readonly languages: string;
  readonly frontPage: string;
  readonly storylines: string;
  readonly archive: string;
  readonly subscribe: string;
  readonly corrections: string;
  readonly allTags: string;
  readonly allPages: string;
  readonly people: string;
  readonly places: string;
  readonly authors: string;
  readonly mirrors: string;
  /** The label of a pair of links to the previous and the next page. */
  readonly previousAndNext: string;
  /** The label of the links to the newer and the older page of a long list. */
  readonly listPages: string;
  readonly newer: string;
  readonly older: string;
  readonly pageNumber: (number: number) => string;
}

/** Texts about an article or an edition. */
interface StoryWords {
  readonly storyline: string;
  readonly wholeStoryline: string;
  readonly tags: string;
  /** The heading of the stories that are not in a section. */
  readonly otherStories: string;
  /** What comes before the names of the authors: "By". It fits one as well as several, of any gender. */
  readonly by: string;
  readonly sources: string;
  /** What stands in the place of sources where an article is not taken from any. */
  readonly ownReporting: string;
  readonly sourceCount: (count: number) => string;
  readonly licence: string;
  readonly allRightsReserved: string;
  readonly storyCount: (count: number) => string;
  readonly editionCount: (count: number) => string;
  readonly readingMinutes: (count: number) => string;
  readonly correctionCount: (count: number) => string;
  readonly correctionTitle: (date: string) => string;
  /** The title of a retracted article. */
  readonly retractedTitle: (title: string) => string;
  readonly retractionTitle: (date: string) => string;
  readonly updatedAt: (moment: string) => string;
  readonly earlierStory: string;
  readonly laterStory: string;
  /** The number of days between two steps of a storyline. */
  readonly quietDays: (count: number) => string;
  /** The heading of an editor's note without a title. */
  readonly editorsNote: string;
  readonly endOfToday: string;
  readonly endOfDay: (day: string) => string;
  readonly nextEdition: (moment: string) => string;
  readonly draft: string;
  readonly scheduled: string;
}

/** Texts of the other pages. */
interface PageWords {
  /** The title of an edition's page, from its day. */
  readonly editionTitle: (day: string) => string;
  readonly correctionsPromise: string;
  readonly noCorrections: string;
  readonly support: string;
  readonly notFound: string;
  readonly notFoundAdvice: string;
  readonly moved: string;
  readonly movedTo: string;
}

/** Texts of the subscription page: how to follow the site with a feed reader. */
interface SubscriptionWords {
  readonly subscribeIntroduction: string;
  /** Instructions, in order. */
  readonly subscribeSteps: readonly string[];
  readonly inOneFile: string;
  readonly allFeeds: string;
  readonly opmlAdvice: string;
  readonly lite: string;
  readonly liteAdvice: string;
  /** Explains feeds with an archive back to the first item (RFC 5005). */
  readonly feedArchives: string;
  /** The heading of the feeds of the whole site. */
  readonly siteFeeds: string;
  readonly everyArticle: string;
  readonly oneItemADay: string;
  /** The names of feeds in feed readers. */
  readonly dailyFeedName: (site: string) => string;
  readonly liteFeedName: (site: string) => string;
  readonly topicFeedName: (site: string, topic: string) => string;
}

/** Texts of the newsletter, and of the links to it. */
interface NewsletterWords {
  /** The texts of the links to the newsletter as HTML and as plain text. */
  readonly mailLink: string;
  readonly mailTextLink: string;
  readonly wholeEdition: string;
  /** A shorter form of the same. */
  readonly readOnSite: string;
  /** The number of stories of the edition that are not in the mail. */
  readonly moreStories: (count: number) => string;
  readonly unsubscribe: string;
}

/** Descriptions of pages, for search results and feeds. Whole sentences. */
interface DescriptionWords {
  readonly aboutMonth: (month: string) => string;
  readonly aboutYear: (year: string) => string;
  readonly aboutArchive: string;
  readonly aboutTag: (title: string) => string;
  readonly aboutPerson: (name: string) => string;
  readonly aboutPlace: (name: string) => string;
  readonly aboutAuthor: (name: string) => string;
  readonly aboutStoryline: (title: string) => string;
  readonly aboutStorylines: string;
  readonly aboutTags: string;
  readonly aboutPages: string;
  readonly aboutPeople: string;
  readonly aboutPlaces: string;
  readonly aboutAuthors: string;
  readonly aboutFeeds: string;
}

import type { VNode } from "preact";
import type { EditionView, Frame } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { Picture } from "../article/picture.tsx";
import { PageLink } from "../frame/links.tsx";
import { StoryFacts } from "./story.tsx";
import { Strip } from "./strip.tsx";

/** The lead of the day, with the strip of the storyline that it continues. */
export function LeadStory({ frame, edition }: { readonly frame: Frame; readonly edition: EditionView }): VNode {
  const { lead, leadSection, leadImage, leadStoryline } = edition;
  return (
    <div class="lead">
      <article>
        {leadSection && (
          <p class="section">
            <PageLink frame={frame} link={leadSection} />
          </p>
        )}
        <h2>
          <a href={toRelativeUrl(frame.linkBase, lead.address)}>{lead.title}</a>
        </h2>
        {lead.summary && <p class="standfirst">{lead.summary}</p>}
        <StoryFacts frame={frame} headline={lead} />
        {leadImage && <Picture frame={frame} picture={leadImage} />}
      </article>
      {leadStoryline && <Strip frame={frame} strip={leadStoryline} level={3} />}
    </div>
  );
}

import type { VNode } from "preact";
import type { Frame, StorylineStrip } from "../../src/plan/plan.ts";
import { toRelativeUrl } from "../../src/values/address.ts";
import { getWords } from "../../src/words/words.ts";

interface StripProps {
  readonly frame: Frame;
  readonly strip: StorylineStrip;
  readonly level: 2 | 3;
}

/** The newest steps of a storyline, drawn as dots on a line. The dot of the current article is filled. */
export function Strip({ frame, strip, level }: StripProps): VNode {
  const HeadingTag = `h${level}` as const;
  const words = getWords(frame.language);
  return (
    <section class="strip">
      <HeadingTag>
        {words.storyline}: {strip.title}
      </HeadingTag>
      <ol>
        {strip.steps.map((step) => (
          <StripStep frame={frame} step={step} />
        ))}
      </ol>
      <p>
        <a href={toRelativeUrl(frame.linkBase, strip.address)}>{words.wholeStoryline}</a>
      </p>
    </section>
  );
}

function StripStep({ frame, step }: { readonly frame: Frame; readonly step: StorylineStrip["steps"][number] }): VNode {
  return (
    <li>
      <time datetime={step.iso}>{step.date}</time>{" "}
      <a href={toRelativeUrl(frame.linkBase, step.address)} aria-current={step.isCurrent ? "step" : undefined}>
        {step.title}
      </a>
    </li>
  );
}

import type { VNode } from "preact";
import type { Frame, StorylineStrip } from "../../src/plan/plan.ts";
import { relativeTo } from "../../src/values/address.ts";
import { wordsIn } from "../../src/words/words.ts";

interface Shown {
  readonly frame: Frame;
  readonly strip: StorylineStrip;
  readonly level: 2 | 3;
}

/** The newest steps of a storyline, dots on a line, with the one that we are at filled in. */
export function Strip({ frame, strip, level }: Shown): VNode {
  const Heading = `h${level}` as const;
  const words = wordsIn(frame.language);
  return (
    <section class="strip">
      <Heading>
        {words.storyline}: {strip.title}
      </Heading>
      <ol>
        {strip.steps.map((step) => (
          <Step frame={frame} step={step} />
        ))}
      </ol>
      <p>
        <a href={relativeTo(frame.here, strip.address)}>{words.wholeStoryline}</a>
      </p>
    </section>
  );
}

function Step({ frame, step }: { readonly frame: Frame; readonly step: StorylineStrip["steps"][number] }): VNode {
  return (
    <li>
      <time datetime={step.iso}>{step.date}</time>{" "}
      <a href={relativeTo(frame.here, step.address)} aria-current={step.current ? "step" : undefined}>
        {step.title}
      </a>
    </li>
  );
}

/** The progress of one phase of a build. */
export interface Progress {
  readonly what: "texts" | "pages";
  readonly done: number;
  /** An estimate for pages, until the last page group is planned. */
  readonly total: number;
}

/** Receives the progress of a build. */
export type OnProgress = (progress: Progress) => void;

/**
 * Sums the progress of several tasks.
 *
 * @param estimate the expected total of all tasks, in texts or pages
 * @param onProgress receives the sum after each report of a task
 * @returns makes the progress callback of one task, from the estimated total of this task
 */
export function sumProgress(
  what: Progress["what"],
  estimate: number,
  onProgress: OnProgress,
): (estimate: number) => OnProgress {
  let done = 0;
  let total = estimate;
  return (taskEstimate) => {
    let previous = { done: 0, total: taskEstimate };
    return (current) => {
      done += current.done - previous.done;
      total += current.total - previous.total;
      previous = current;
      onProgress({ what, done, total });
    };
  };
}

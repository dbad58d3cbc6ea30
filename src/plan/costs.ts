// The cost model of a build: what plan units and rendered files cost in time and in memory, and the sizes of batches and
// the number of processes that follow. The unit of all costs is one page of text. Measured in 2026-11 on two processors
// that share one core, with 10,000 articles.

/** The time for the three files of a feed document with fifty full texts. Each other planned page takes the time of one. */
export const feedTimeInPages = 10;

/** The memory for one file of such a document until its batch is written. */
export const feedFileMemoryInPages = 20;

/** The part of the time of a page group that only planning it takes, where another shard renders it. */
export const planningShare = 1 / 8;

/**
 * The memory of the pages that are rendered in one batch, so that memory does not grow with the archive: Eleventy keeps
 * what it wrote until a batch ends.
 */
export const batchMemoryInPages = 1500;

/**
 * The shortest batch that a process gets. The last batches are small, so that all processes finish at about the same
 * time. But each batch starts an Eleventy, which takes about twenty milliseconds: as long as a hundred pages.
 */
export const minBatchTimeInPages = 600;

/**
 * The least work for one more process, in pages to render or files to parse. A process takes half a second to start and
 * to warm up; it saves more than that if each process has this much to do.
 */
export const minProcessTimeInPages = 3000;

// The entry point of worker processes (workers/fork.ts). Its argument is the role of the process.
process.setSourceMapsEnabled(true);

if (process.argv.at(-1) === "preview") {
  const { buildPreviews } = await import("./preview/preview.ts");
  buildPreviews();
} else {
  const { runWorker } = await import("./site/site.ts");
  runWorker();
}

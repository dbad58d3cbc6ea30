#!/usr/bin/env node
// The entry point of the command `dateline`, and of its worker processes, if the first argument is `--worker`. An old Node
// must be able to parse this file, or it could not print the line below.
const [major] = process.versions.node.split(".");

if (Number(major) < 20) {
  console.error(`Dateline needs Node 20 or newer. This is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  import("./compiled.js")
    .then(({ start }) => start(process.argv[2] === "--worker" ? "worker.js" : "cli.js"))
    .catch((error) => {
      console.error(error);
      process.exitCode = 2;
    });
}

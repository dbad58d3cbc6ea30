// npm's "prepack" script: compiles the program for a package, into dist/.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "./compile.js";
import { hashCode } from "./store/code-hash.js";

const root = fileURLToPath(new URL("../", import.meta.url));

rmSync(join(root, "dist"), { recursive: true, force: true });
await compile(root, join(root, "dist"), hashCode(root), "package");

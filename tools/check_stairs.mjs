// SPDX-License-Identifier: Apache-2.0
//
// node tools/check_stairs.mjs [FOLDER]
//
// Holds the sources to the rules of docs/design.md that a compiler does not see: a folder of src/
// includes only folders above it, a desk no other desk but those that all build on; Boost.Asio
// and Boost.Beast stay in web/ and app/; each file names its licence; none is over 600 lines.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const stairs = [
  ["embedded"], // made by the build from files
  ["base"],
  ["openid"],
  ["record"],
  ["formats"],
  ["access"],
  ["store"],
  ["desks/directory"],
  ["desks/intake"],
  ["desks/arrangements"],
  ["desks"], // questions of one desk to another, answered by app/
  ["desks/activities"],
  ["desks/coverage", "desks/meetings", "desks/matrix", "desks/movements", "desks/protection", "desks/knowledge", "desks/solidarity"],
  ["exchange"],
  ["web"],
  ["app"],
];
const longest = 600;
const networking = /^boost\/(asio|beast)(\/|\.hpp)/;

// The folder that `path`, relative to src/, belongs to: "desks/movements", "store".
function folderOf(path) {
  const parts = path.split("/").slice(0, -1);
  return parts.slice(0, parts[0] === "desks" ? 2 : 1).join("/");
}

function mayInclude(from, to) {
  const step = (folder) => stairs.findIndex((folders) => folders.includes(folder));
  return from === to || (step(to) >= 0 && step(to) < step(from));
}

function files(root, folder, pattern) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : files(root, path, pattern);
    return pattern.test(entry.name) ? [path] : [];
  });
}

function includeViolations(path, text) {
  const from = folderOf(path.replace(/^src\//, ""));
  if (!stairs.some((folders) => folders.includes(from))) return [`${path}: ${from}/ has no stair`];
  return [...text.matchAll(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/gm)].flatMap(([, quote, included]) => {
    if (networking.test(included))
      return ["web", "app"].includes(from) ? [] : [`${path}: <${included}> belongs in web/ or app/`];
    if (quote === "<" || mayInclude(from, folderOf(included))) return [];
    return [`${path}: "${included}" runs down the stairs`];
  });
}

// What breaks the rules below `root`, as lines to print.
export function violations(root) {
  const found = [];
  for (const path of files(root, "src", /\.(cpp|hpp)$/)) {
    const text = readFileSync(join(root, path), "utf8");
    found.push(...includeViolations(path, text));
  }
  const sources = ["src", "ui/src", "tools", "tests", "bench"].flatMap((folder) =>
    files(root, folder, /\.(cpp|hpp|ts|tsx|mjs|css)$/).filter((path) => !path.endsWith(".d.ts")),
  );
  for (const path of sources) {
    const text = readFileSync(join(root, path), "utf8");
    if (!text.slice(0, 200).includes("SPDX-License-Identifier: Apache-2.0"))
      found.push(`${path}: has no SPDX line`);
    const lines = text.split("\n").length - 1;
    if (/^(src|ui\/src)\//.test(path) && lines > longest) found.push(`${path}: ${lines} lines, over ${longest}`);
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = violations(process.argv[2] ?? ".");
  for (const line of found) console.error(line);
  process.exitCode = found.length ? 1 : 0;
}

// SPDX-License-Identifier: Apache-2.0
//
// node tools/tidy.mjs BUILD_FOLDER
//
// Runs clang-tidy over the sources of src/ that are built in the folder. A source that passed is
// not looked at again until it, what is compiled with it, its command or .clang-tidy change.
// Those of one library are looked at together, as if they were one source, since nearly all of
// the work is to read the headers of our libraries.
import { createHash } from "node:crypto";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join, relative, resolve } from "node:path";

const build = resolve(process.argv[2] ?? "build/release");
const project = resolve(".");
const stamps = join(build, "tidy");
mkdirSync(stamps, { recursive: true });

const read = (path) => (existsSync(path) ? readFileSync(path) : "");

// What each object was made from, as Ninja noted when it built it; our own files only.
function dependencies() {
  const of = new Map();
  let current;
  for (const line of execFileSync("ninja", ["-C", build, "-t", "deps"], { encoding: "utf8", maxBuffer: 1 << 30 }).split("\n")) {
    if (line.startsWith(" ")) {
      const path = resolve(build, line.trim());
      if (path.startsWith(project)) current.push(path);
    } else if (line.includes(": #deps")) {
      of.set(line.slice(0, line.indexOf(": #deps")), (current = []));
    }
  }
  return of;
}

// CMake compiles several sources at once by a file of its own that includes them.
function sourcesOf({ file, command, ...rest }) {
  if (!file.startsWith(build)) return [{ file, command, ...rest }];
  const sources = [...String(read(file)).matchAll(/^#include "(.*)"$/gm)];
  return sources.map(([, source]) => ({ ...rest, file: source, command: command.replace(/ -c \S+$/, ` -c ${source}`) }));
}

const settings = read(".clang-tidy");
const depends = dependencies();
const work = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8"))
  .flatMap(sourcesOf)
  .filter(({ file }) => file.startsWith(join(project, "src/")))
  .map((entry) => {
    const { command } = entry;
    const hash = createHash("sha256").update(settings).update(command);
    const object = entry.output ?? / -o (\S+)/.exec(command)[1];
    for (const path of [entry.file, ...(depends.get(object) ?? [])].sort()) hash.update(path).update(read(path));
    return { ...entry, object, stamp: join(stamps, hash.digest("hex")) };
  })
  .filter(({ stamp }) => !existsSync(stamp));

const sourcesAtOnce = 100;

// The sources of each library, and how they are compiled.
function byLibrary(sources) {
  const libraries = new Map();
  for (const source of sources) {
    const [library] = /^.*\.dir\//.exec(source.object);
    if (!libraries.has(library)) libraries.set(library, []);
    libraries.get(library).push(source);
  }
  return [...libraries.values()].flatMap((members) => {
    const [{ command, directory }] = members;
    const parts = [];
    while (members.length > 0) parts.push(members.splice(0, sourcesAtOnce));
    return parts.map((sources) => ({ command: command.replace(/ -o \S+ -c \S+$/, ""), directory, sources }));
  });
}

const bundles = byLibrary(work).sort((one, other) => other.sources.length - one.sources.length);
writeFileSync(join(stamps, "compile_commands.json"), JSON.stringify(work));

let bundleCount = 0;

// One source that includes them all, in a folder of its own with its command.
function tidyTogether(sources, command, directory) {
  const folder = join(stamps, `bundle_${bundleCount++}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "bundle.cpp");
  writeFileSync(file, sources.map((source) => `#include "${source.file}"\n`).join(""));
  writeFileSync(join(folder, "compile_commands.json"), JSON.stringify([{ file, directory, command: `${command} -c ${file}` }]));
  return tidy(file, "-p", folder, "--checks=-bugprone-suspicious-include");
}

// Gives what is found; nothing where all is well. Warnings are the compiler's matter; here clang
// would only repeat some of them by its own lights.
function tidy(file, ...options) {
  return new Promise((done) => {
    let output = "";
    const where = options.includes("-p") ? [] : ["-p", stamps];
    const run = spawn("clang-tidy-16", ["--quiet", "--extra-arg=-w", ...where, ...options, file]);
    run.stdout.on("data", (data) => (output += data));
    run.on("close", (code) => done(code === 0 ? null : output));
  });
}

// Where something is found, or sources cannot be put together, each half is looked at for itself.
async function check({ command, directory, sources }) {
  const alone = sources.length === 1;
  const found = alone ? await tidy(sources[0].file) : await tidyTogether(sources, command, directory);
  if (found !== null && !alone) {
    const half = Math.ceil(sources.length / 2);
    const halves = [sources.slice(0, half), sources.slice(half)];
    let clean = true;
    for (const part of halves) clean = (await check({ command, directory, sources: part })) && clean;
    return clean;
  }
  if (found !== null) console.error(found);
  for (const { file, stamp } of sources) {
    if (found === null) writeFileSync(stamp, "");
    console.error(`${found === null ? "tidy  " : "UNTIDY"} ${relative(project, file)}`);
  }
  return found === null;
}

let clean = true;
async function worker() {
  for (let next = bundles.shift(); next; next = bundles.shift()) clean = (await check(next)) && clean;
}
const atOnce = availableParallelism?.() ?? cpus().length;
await Promise.all(Array.from({ length: atOnce }, worker));
process.exitCode = clean ? 0 : 1;

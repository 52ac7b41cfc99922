// SPDX-License-Identifier: Apache-2.0
//
// node tools/tidy.mjs BUILD_FOLDER
//
// Runs clang-tidy over the sources of src/ that are built in the folder. A source that passed is
// not looked at again until it, a file of ours that it includes, its command or .clang-tidy change.
// Those of one library are looked at together, as if they were one source, since nearly all of
// the work is to read the headers of our libraries; where something is found, each once more for
// itself.
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

// A flag of g++ that clang would stumble over: its precompiled headers.
const withoutPrecompiledHeader = (command) =>
  command.replace(/ -include \S*cmake_pch\.hxx/g, "").replace(/ -Winvalid-pch/g, "");

const settings = read(".clang-tidy");
const depends = dependencies();
const work = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8"))
  .filter(({ file }) => file.startsWith(join(project, "src/")))
  .map((entry) => {
    const command = withoutPrecompiledHeader(entry.command);
    const hash = createHash("sha256").update(settings).update(command);
    const object = entry.output ?? / -o (\S+)/.exec(command)[1];
    for (const path of [entry.file, ...(depends.get(object) ?? [])].sort()) hash.update(path).update(read(path));
    return { ...entry, command, object, stamp: join(stamps, hash.digest("hex")) };
  })
  .filter(({ stamp }) => !existsSync(stamp));

const sourcesAtOnce = 60;

// The sources of a library, in one that includes them all.
function bundled(sources) {
  const libraries = new Map();
  for (const source of sources) {
    const [library] = /^.*\.dir\//.exec(source.object);
    if (!libraries.has(library)) libraries.set(library, []);
    libraries.get(library).push(source);
  }
  const bundles = [];
  for (const members of libraries.values()) {
    const command = members[0].command.replace(/ -o \S+ -c \S+$/, "");
    while (members.length > 0) {
      const sources = members.splice(0, sourcesAtOnce);
      const file = join(stamps, `bundle_${bundles.length}.cpp`);
      writeFileSync(file, sources.map((source) => `#include "${source.file}"\n`).join(""));
      bundles.push({ file, directory: sources[0].directory, command: `${command} -c ${file}`, sources });
    }
  }
  return bundles;
}

const bundles = bundled(work);
writeFileSync(join(stamps, "compile_commands.json"), JSON.stringify([...work, ...bundles]));

// Gives what is found; nothing where all is well. Warnings are the compiler's matter; here clang
// would only repeat some of them by its own lights.
function tidy(file, ...options) {
  return new Promise((done) => {
    let output = "";
    const run = spawn("clang-tidy-16", ["--quiet", "-p", stamps, "--extra-arg=-w", ...options, file]);
    run.stdout.on("data", (data) => (output += data));
    run.on("close", (code) => done(code === 0 ? null : output));
  });
}

async function check({ file, sources }) {
  const together = await tidy(file, "--checks=-bugprone-suspicious-include");
  let clean = true;
  for (const source of sources) {
    const found = together === null ? null : await tidy(source.file);
    if (found === null) writeFileSync(source.stamp, "");
    else console.error(found);
    console.error(`${found === null ? "tidy  " : "UNTIDY"} ${relative(project, source.file)}`);
    clean = found === null && clean;
  }
  return clean;
}

let clean = true;
async function worker() {
  for (let next = bundles.shift(); next; next = bundles.shift()) clean = (await check(next)) && clean;
}
const atOnce = availableParallelism?.() ?? cpus().length;
await Promise.all(Array.from({ length: atOnce }, worker));
process.exitCode = clean ? 0 : 1;

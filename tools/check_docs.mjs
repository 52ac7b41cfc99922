// SPDX-License-Identifier: Apache-2.0
//
// node tools/check_docs.mjs PROGRAM
//
// Holds the documentation to the program: each command, option, route, kind and problem is
// documented, nothing is documented that is not there, and no link leads nowhere.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const program = process.argv[2] ?? "build/release/tenpoint";
const problems = [];
const read = (path) => readFileSync(path, "utf8");
const ask = (...words) => execFileSync(program, words, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });

function files(folder, ending) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path, ending);
    return entry.name.endsWith(ending) ? [path] : [];
  });
}

// Both lists hold the same.
function compare(what, there, documented, page) {
  for (const thing of there) if (!documented.has(thing)) problems.push(`${page} lacks the ${what} ${thing}`);
  for (const thing of documented) if (!there.has(thing)) problems.push(`${page} has the ${what} ${thing}, which is not there`);
}

const matches = (text, pattern) => new Set([...text.matchAll(pattern)].map((match) => match.slice(1).join(" ")));

// The commands below `words`, with their options, as the help texts list them.
function commands(...words) {
  const help = ask(...words, "--help");
  const below = help.includes("Subcommands:") ? [...matches(help.split("Subcommands:")[1], /^ {2}([a-z]+)/gm)] : [];
  if (below.length) return below.flatMap((word) => commands(...words, word));
  const options = [...matches(help, /(?:^| |,)(--[a-z-]+)/gm)].filter((option) => option !== "--help");
  return [{ name: words.join(" "), options }];
}

const manual = read("docs/users/command-line.md");
const known = commands();
const documentedCommands = new Set(
  [...manual.matchAll(/`tenpoint ((?:[a-z]+ ?)+)/g)].map((match) => match[1].trim()),
);
compare("command", new Set(known.map(({ name }) => name)), documentedCommands, "docs/users/command-line.md");
const options = new Set([...known.flatMap(({ options }) => options), "--help", "--version"]);
compare("option", options, matches(manual, /(--[a-z][a-z-]+)/g), "docs/users/command-line.md");

const api = read("docs/developers/api.md");
const kinds = new Set(
  files("src/desks", ".hpp").flatMap((path) => [...matches(read(path), /name = "\w+", plural = "(\w+)"/g)]),
);
compare("kind", kinds, matches(api, /^\| `(\w+)` \|/gm), "docs/developers/api.md");

// The routes that all kinds share are documented once, for `{collection}`.
const documentedRoutes = matches(api, /^\| `(GET|POST|PUT|PATCH|DELETE) (\/[^`]*)`/gm);
const routes = new Set();
for (const [path, methods] of Object.entries(JSON.parse(ask("openapi")).paths))
  for (const method of Object.keys(methods).filter((word) => /^(get|post|put|patch|delete)$/.test(word))) {
    const route = `${method.toUpperCase()} ${path}`;
    const kind = path.split("/")[2];
    const shared = kinds.has(kind) ? route.replace(`/${kind}`, "/{collection}") : route;
    routes.add(documentedRoutes.has(route) ? route : shared);
  }
compare("route", routes, documentedRoutes, "docs/developers/api.md");

compare(
  "problem",
  matches(read("src/base/problem.cpp"), /Row\{ProblemCode::(\w+), (\d+)\}/g),
  matches(read("docs/developers/problems.md"), /^\| `(\w+)` \| (\d+) \|/gm),
  "docs/developers/problems.md",
);

for (const page of ["README.md", "CONTRIBUTING.md", ...files("docs", ".md"), ...files("examples", ".md")])
  for (const [, target] of read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g))
    if (!/^[a-z]+:/.test(target) && !existsSync(join(dirname(page), target)))
      problems.push(`${page} links to ${target}, which is not there`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;

// SPDX-License-Identifier: Apache-2.0
//
// What a hundred million observations would take, as a section of docs/performance.md: measured at
// three sizes on each database, and drawn on from there. By itself it prints the section: node
// bench/scale.mjs. PostgreSQL is the server that TENPOINT_TEST_POSTGRESQL names.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { FiguresNode, question } from "./figures_node.mjs";
import { writeFiles } from "./generate_overlaps.mjs";
import { memoryOf, medians } from "./measure.mjs";

const rows = 250_000; // of a batch: half a million observations
const sizes = [2, 6, 20]; // batches
const goal = 100; // millions

const psql = (server, statement) => execFileSync("psql", [server, "-Atc", statement], { encoding: "utf8" }).trim();

async function measure(batches, server) {
  const folder = mkdtempSync("build/bench/scale-");
  const name = `scale_${batches}`;
  if (server) psql(server, `create database ${name}`);
  const own = server?.replace("/postgres?", `/${name}?`);
  try {
    const { files } = writeFiles(folder, { batches, rows, more: 0 });
    const node = FiguresNode.fill(folder, files.filter((file) => file.stands), ...(own ? ["--database", own] : []));
    const bytes = own
      ? Number(psql(own, `select pg_database_size('${name}')`))
      : Number(execFileSync("du", ["-sb", node.data], { encoding: "utf8" }).split("\t")[0]);
    const imports = medians(node.imports);
    await node.start();
    try {
      const first = await node.ask(question);
      const others = [];
      for (let year = 2040; year < 2045; ++year) others.push(await node.ask(`${question}&to=${year}-12-31`));
      const millions = (batches * rows * 2) / 1e6;
      return {
        millions,
        bytes,
        "import, s": imports.seconds * batches,
        "first, s": first.seconds,
        "another, ms": medians(others).seconds * 1000,
        "memory, MB": memoryOf(node.server.process).resident,
        "import's memory, MB": imports.memory,
      };
    } finally {
      await node.server.stop();
    }
  } finally {
    if (server) psql(server, `drop database ${name} with (force)`);
    rmSync(folder, { recursive: true });
  }
}

// The straight line nearest to the points, drawn on to the goal.
function drawnOn(points, value) {
  const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const x = points.map(({ millions }) => millions);
  const y = points.map(value);
  const slope = x.reduce((sum, each, i) => sum + (each - mean(x)) * (y[i] - mean(y)), 0) / x.reduce((sum, each) => sum + (each - mean(x)) ** 2, 0);
  return mean(y) + slope * (goal - mean(x));
}

const number = (value) => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString("en"));

export async function scaleSection() {
  mkdirSync("build/bench", { recursive: true });
  const server = process.env.TENPOINT_TEST_POSTGRESQL;
  const lines = [];
  for (const [title, where] of [["SQLite", undefined], ...(server ? [["PostgreSQL", server]] : [])]) {
    const points = [];
    for (const batches of sizes) points.push(await measure(batches, where));
    const columns = [
      ({ bytes, millions }) => bytes / millions / 1e6,
      (point) => point["import, s"] / point.millions,
      (point) => point["first, s"],
      (point) => point["another, ms"],
      (point) => point["memory, MB"],
      (point) => point["import's memory, MB"],
    ];
    for (const point of points)
      lines.push(`| ${title} | ${point.millions} | ${columns.map((column) => number(column(point))).join(" | ")} |`);
    const last = points.at(-1);
    const drawn = [
      columns[0](last),
      columns[1](last),
      ...columns.slice(2, 5).map((column) => drawnOn(points, column)),
      columns[5](last),
    ];
    lines.push(`| ${title}, drawn on | ${goal} | ${drawn.map(number).join(" | ")} |`);
  }
  return `## A hundred million observations

Batches of half a million observations (\`bench/generate_overlaps.mjs\`) at three sizes, and a straight line drawn on from them. The bytes are all that the
database holds: the files as they were received, what was read from them, the journal. The server's memory is that behind the
first question, \`GET ${question}\`: it holds the sums of all batches, whatever their number.

| | millions of observations | bytes an observation | s to import a million | s, first question | ms, another question | memory of the server, MB | of an import, MB |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await scaleSection());

// SPDX-License-Identifier: Apache-2.0
//
// How many records a second the store makes durable, as a section of docs/performance.md. By itself
// it prints the section: node bench/writes.mjs [RUNS].
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { run } from "./measure.mjs";

const contestants = [
  ["sqlite3, 32 rows a commit, one thread", "raw_sqlite/real_time"],
  ["Tenpoint, 32 callers, one record each", "tenpoint_store/sealed/real_time/threads:32"],
  ["the same, its journal sealed only afterwards", "tenpoint_store/unsealed/real_time/threads:32"],
  ["Tenpoint, one caller", "tenpoint_store/sealed/real_time/threads:1"],
];

export function writesSection(runs) {
  mkdirSync("build/bench", { recursive: true });
  const { output } = run(
    "env",
    "TENPOINT_BENCH_FOLDER=build/bench",
    "build/release/bench/bench_store_writes",
    "--benchmark_format=json",
    "--benchmark_min_time=2",
    `--benchmark_repetitions=${runs}`,
    "--benchmark_enable_random_interleaving=true",
  );
  const measured = JSON.parse(output).benchmarks;
  const median = (name) =>
    measured.find((one) => one.run_name === name && one.aggregate_name === "median").items_per_second;
  const reference = median(contestants[0][1]);
  const lines = contestants.map(([title, name]) => {
    const all = measured.filter((one) => one.run_name === name && one.run_type === "iteration");
    const slowest = Math.min(...all.map((one) => one.items_per_second));
    return `| ${title} | ${Math.round(median(name)).toLocaleString("en")} | ${Math.round(slowest).toLocaleString("en")} | ${(median(name) / reference).toFixed(2)} |`;
  });
  return `## Single records, durable

Records of the size of a partner (about 250 bytes), made in SQLite with \`synchronous=FULL\`, ${runs} rounds in random order
(\`bench/store_writes.cpp\`). Tenpoint's callers each make one record at a time and wait until it is on the disk; access, the kind's
rules, unique names and the journal's entry with its hash are included, and twice a second the journal is sealed. The bare
sqlite3 loop only inserts.

| | records a second, median | slowest round | sqlite3 = 1 |
|---|---|---|---|
${lines.join("\n")}

Half of the bare loop's speed is what was aimed at. A record changes eight B-trees (itself, its unique names, the journal and its
indexes, the data key) where the bare loop changes three; it is one of up to 32 that share a commit, each in a savepoint of its
own; and its JSON, its hash and its callers' waking come on top: 60 to 80 µs of processor against 12.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(writesSection(Number(process.argv[2] ?? 5)));

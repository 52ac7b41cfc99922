// SPDX-License-Identifier: Apache-2.0
//
// What it costs to find something among 100,000 records, as a section of docs/performance.md. By
// itself it prints the section: node bench/search.mjs [RUNS]. PostgreSQL is the empty database that
// TENPOINT_TEST_POSTGRESQL names (tools/postgresql.sh).
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { run } from "./measure.mjs";

export function searchSection(runs) {
  mkdirSync("build/bench", { recursive: true });
  const measure = (...database) => {
    const { output } = run(
      "env",
      "TENPOINT_BENCH_FOLDER=build/bench",
      "build/release/bench/bench_search",
      ...database,
      "--benchmark_format=json",
      `--benchmark_repetitions=${runs}`,
      "--benchmark_enable_random_interleaving=true",
    );
    return JSON.parse(output).benchmarks;
  };
  const measured = [["SQLite", measure()]];
  const server = process.env.TENPOINT_TEST_POSTGRESQL;
  if (server) measured.push(["PostgreSQL", measure(server)]);
  const asked = {
    rare: "a word in one record of ten thousand",
    common: "a word in nineteen of twenty",
    both: "the two together",
    beginning: "the beginning of the common one, which stands nowhere itself",
  };
  const times = (benchmarks, name) =>
    benchmarks.filter((one) => one.run_name === name && one.run_type === "iteration").map((one) => one.real_time);
  const middle = (benchmarks, name) =>
    benchmarks.find((one) => one.run_name === name && one.aggregate_name === "median").real_time.toFixed(1);
  const lines = measured.flatMap(([title, benchmarks]) =>
    Object.entries(asked).map(
      ([name, words]) =>
        `| ${title}, ${words} | ${middle(benchmarks, name)} | ${Math.max(...times(benchmarks, name)).toFixed(1)} |`,
    ),
  );
  const records = Number(process.env.TENPOINT_BENCH_RECORDS ?? 100_000).toLocaleString("en");
  return `## Searching

The twenty best of ${records} records of 500 words, with their excerpts, of which the reader may read nine in ten: what the store takes
(\`bench/search.cpp\`), ${runs} rounds in random order. Below 50 ms is what was aimed at. Of a common word the newest thousand records are
weighed, and those with it in their title: to weigh all of them took FTS5 195 ms, and PostgreSQL 830.

| what is looked for | ms, median | slowest |
|---|---|---|
${lines.join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(searchSection(Number(process.argv[2] ?? 5)));

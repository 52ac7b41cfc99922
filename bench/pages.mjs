// SPDX-License-Identifier: Apache-2.0
//
// What a page costs wherever it is in a long list, as a section of docs/performance.md. By itself
// it prints the section: node bench/pages.mjs [RUNS].
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { run } from "./measure.mjs";

export function pagesSection(runs) {
  mkdirSync("build/bench", { recursive: true });
  const { output } = run(
    "env",
    "TENPOINT_BENCH_FOLDER=build/bench",
    "build/release/bench/bench_list_pages",
    "--benchmark_format=json",
    `--benchmark_repetitions=${runs}`,
    "--benchmark_enable_random_interleaving=true",
  );
  const measured = JSON.parse(output).benchmarks;
  const micros = (name) =>
    measured.find((one) => one.run_name === name && one.aggregate_name === "median").real_time.toFixed(0);
  const places = { start: "start", middle: "middle", end: "end", begun: "start, and how many there are in all" };
  const lines = Object.entries(places).map(
    ([place, title]) => `| ${title} | ${micros(`${place}/50`)} | ${micros(`${place}/500`)} |`,
  );
  return `## A page of a long list

1,000,000 partners, of which the reader may read nine in ten, in the order in which they were made: what the store takes for one
page (\`bench/list_pages.cpp\`), ${runs} rounds in random order.

| where | µs, 50 records | µs, 500 records |
|---|---|---|
${lines.join("\n")}

How many there are in all is counted when a list is begun, and not again before something was written.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(pagesSection(Number(process.argv[2] ?? 5)));

// SPDX-License-Identifier: Apache-2.0
//
// How fast a workbook is read, as a section of docs/performance.md. By itself it prints the
// section: node bench/workbooks.mjs [RUNS].
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { medians, run } from "./measure.mjs";

const rows = 300_000;
const tenpoint = "build/release/tenpoint";

export function workbooksSection(runs) {
  mkdirSync("build/bench", { recursive: true });
  const text = "build/bench/workbook-rows.csv";
  const workbook = "build/bench/rows.xlsx";
  if (!existsSync(workbook)) {
    run(process.execPath, "bench/generate_rows.mjs", text, String(rows));
    run("build/release/bench/bench_make_workbook", text, workbook);
  }
  const measured = { tenpoint: [], xlsx2csv: [] };
  let imported;
  for (let i = 0; i < runs; ++i) {
    const folder = mkdtempSync("build/bench/workbook-");
    const words = ["--data", join(folder, "data"), "--source", "Bench", "--indicator", "arrival", "--json"];
    measured.tenpoint.push(run(tenpoint, "import", workbook, ...words));
    imported = JSON.parse(measured.tenpoint.at(-1).output);
    measured.xlsx2csv.push(run("xlsx2csv", workbook, join(folder, "rows.csv")));
    rmSync(folder, { recursive: true });
  }
  const reference = medians(measured.xlsx2csv).seconds;
  const lines = Object.entries(measured).map(([name, all]) => {
    const { seconds, processor, memory } = medians(all);
    const slowest = Math.max(...all.map((each) => each.seconds));
    return `| ${name === "tenpoint" ? "Tenpoint" : name} | ${seconds.toFixed(2)} | ${slowest.toFixed(2)} | ${(reference / seconds).toFixed(1)} | ${processor.toFixed(2)} | ${memory.toFixed(0)} |`;
  });
  return `## A workbook

The first ${rows.toLocaleString("en")} of those rows as one sheet of a workbook (\`bench/make_workbook.cpp\`), ${runs} times in turns. Tenpoint imports it, to
${imported.observations.toLocaleString("en")} observations on the disk; xlsx2csv, of Debian, writes it as a text file.

| | seconds, median | slowest | speed, xlsx2csv = 1 | seconds of processor | most memory, MB |
|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(workbooksSection(Number(process.argv[2] ?? 5)));

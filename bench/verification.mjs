// SPDX-License-Identifier: Apache-2.0
//
// How long a node takes to verify, as a section of docs/performance.md. By itself it prints the
// section: node bench/verification.mjs [RUNS]. PostgreSQL is the empty database that
// TENPOINT_TEST_POSTGRESQL names (tools/postgresql.sh).
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { median, run } from "./measure.mjs";

export function verificationSection(runs) {
  mkdirSync("build/bench", { recursive: true });
  const program = fileURLToPath(new URL("../build/release/bench/bench_verification", import.meta.url));
  const verify = (...where) =>
    JSON.parse(run("env", "-C", "build/bench", program, String(runs), ...where).output);
  const measured = [["SQLite", verify()]];
  const server = process.env.TENPOINT_TEST_POSTGRESQL;
  if (server) measured.push(["PostgreSQL", verify(server)]);
  const { records, entries, blocks, files } = measured[0][1];
  const lines = measured.map(
    ([title, { seconds }]) =>
      `| ${title} | ${median(seconds).toFixed(2)} | ${Math.max(...seconds).toFixed(2)} | ${Math.round(records / median(seconds)).toLocaleString("en")} |`,
  );
  return `## Verifying a node

All that \`tenpoint verify\` compares (docs/operators/verifying.md), of a node with ${records.toLocaleString("en")} records, ${entries.toLocaleString("en")} entries in ${blocks.toLocaleString("en")} blocks
of the journal and ${files.toLocaleString("en")} stored files, ${runs} times in one process (\`bench/verification.cpp\`).

| | seconds, median | slowest | records a second |
|---|---|---|---|
${lines.join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(verificationSection(Number(process.argv[2] ?? 5)));

// SPDX-License-Identifier: Apache-2.0
//
// node bench/run.mjs [RUNS]: see bench/run. The commands compared take turns, so that a busy moment of the
// machine meets all of them; what is reported is the median.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { coverageSection } from "./coverage.mjs";
import { figuresSection } from "./figures.mjs";
import { machine, median, medians, run, start } from "./measure.mjs";
import { pagesSection } from "./pages.mjs";
import { requestsSection } from "./requests.mjs";
import { scaleSection } from "./scale.mjs";
import { searchSection } from "./search.mjs";
import { verificationSection } from "./verification.mjs";
import { workbooksSection } from "./workbooks.mjs";
import { writesSection } from "./writes.mjs";

const runs = Number(process.argv[2] ?? 5);
const here = machine();
const tenpoint = "build/release/tenpoint";
mkdirSync("build/bench", { recursive: true });
const rows = "build/bench/rows.csv";
if (!existsSync(rows)) run(process.execPath, "bench/generate_rows.mjs", rows);

const month = "substr(date, 1, 7)";
const contestants = {
  Tenpoint: {
    load: (to) =>
      run(tenpoint, "import", rows, "--data", to, "--source", "Bench", "--indicator", "arrival", "--json"),
    group: (from) => run(tenpoint, "figures", "--data", from, "--by", "period:month,origin", "--format", "json"),
  },
  "sqlite3 shell": {
    load: (to) => run("sqlite3", to, `.import --csv ${rows} rows`),
    group: (from) =>
      run("sqlite3", from, `select ${month}, origin, sum(women + men) from rows group by 1, 2 order by 1, 2`),
  },
  DuckDB: {
    load: (to) => run(process.execPath, "bench/duckdb.mjs", "load", rows, to),
    group: (from) => run(process.execPath, "bench/duckdb.mjs", "group", from),
  },
};
const names = Object.keys(contestants);
const loads = Object.fromEntries(names.map((name) => [name, []]));
const groups = Object.fromEntries(names.map((name) => [name, []]));
const starts = [];
let imported;

for (let i = 0; i < runs; ++i) {
  for (const name of names) {
    const folder = mkdtempSync("build/bench/run-");
    const data = join(folder, "data");
    const loaded = contestants[name].load(data);
    loads[name].push(loaded);
    groups[name].push(contestants[name].group(data));
    if (name === "Tenpoint") {
      imported = JSON.parse(loaded.output);
      starts.push(await start("http://127.0.0.1:8973/api/health", tenpoint, "serve", "--data", data, "--port", "8973"));
    }
    rmSync(folder, { recursive: true });
    console.error(`run ${i + 1} of ${runs}: ${name} ${loaded.seconds} s`);
  }
}

const fixed = (number, digits) => number.toFixed(digits);
function table(measured) {
  const reference = medians(measured["sqlite3 shell"]).seconds;
  const lines = names.map((name) => {
    const { seconds, processor, memory } = medians(measured[name]);
    const slowest = Math.max(...measured[name].map((m) => m.seconds));
    return `| ${name} | ${fixed(seconds, 2)} | ${fixed(slowest, 2)} | ${fixed(reference / seconds, 2)} | ${fixed(processor, 2)} | ${fixed(memory, 0)} |`;
  });
  return [
    "| | seconds, median | slowest | speed, sqlite3 = 1 | seconds of processor | most memory, MB |",
    "|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

const page = `# Performance

Written by \`bench/run\`, which anybody can run: ${runs} rounds in which the programs take turns, medians of them. What counts is
the ratio within one run; seconds are this machine's: ${here}.

## A million rows, from file to figures

The file (\`bench/generate_rows.mjs\`) has 1,000,000 rows of ten columns with HXL hashtags: date, origin, country of asylum,
province, latitude, longitude, affected women, affected men, organisation, status. One cell in two hundred of the
checked columns is spoiled. Of it
Tenpoint reads ${imported.rows.toLocaleString("en")} rows, uses ${imported.used.toLocaleString("en")}, rejects ${imported.rejected.toLocaleString("en")}, skips the hashtag row, and stores
${imported.observations.toLocaleString("en")} observations: one for the women and one for the men of a row.

**Loading**: Tenpoint recognises the columns, checks every cell, keeps the file itself, its findings and its observations, and
has them on disk before it answers. The sqlite3 shell's \`.import --csv\` puts the cells unchecked into a bare table. DuckDB
checks the same cells and keeps rows and findings; its memory includes Node's.

${table(loads)}

**A grouped figure**: people by month and origin over those rows, printed, each in a new process on what was loaded.
Tenpoint's is the agreed figure, with nobody counted twice.

${table(groups)}

Before it answers the first time, Tenpoint opens the node, reads the whole segment, checks its chunks' hashes, and adds it up by everything
that tells a total from its parts; DuckDB reads four columns. A server does that once for each batch.

${await figuresSection(runs)}
${workbooksSection(runs)}
${await scaleSection()}
${writesSection(runs)}
${await requestsSection(runs)}
${pagesSection(runs)}
${searchSection(runs)}
${await coverageSection(runs)}
${verificationSection(runs)}
## Starting and resting

Over the data of the run above, from the start of the process to the first answer of \`/api/health\`: ${fixed(median(starts.map((s) => s.seconds)), 3)} s
(slowest ${fixed(Math.max(...starts.map((s) => s.seconds)), 3)} s). Memory at rest after that: ${fixed(median(starts.map((s) => s.memory)), 0)} MB.
`;
writeFileSync("docs/performance.md", page);
console.log(page);

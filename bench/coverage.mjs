// SPDX-License-Identifier: Apache-2.0
//
// What gaps and overlaps, who does what and people reached take over 100,000 activity reports, as a
// section of docs/performance.md. By itself it prints the section: node bench/coverage.mjs [RUNS].
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { FiguresNode } from "./figures_node.mjs";
import { median, memoryOf, run } from "./measure.mjs";
import { mulberry32 } from "./random.mjs";

const reports = Number(process.env.TENPOINT_BENCH_REPORTS ?? 100_000);
const on = "2026-06-30";
const months = Array.from({ length: 36 }, (_, i) =>
  new Date(Date.UTC(2023, 6 + i, 1)).toISOString().slice(0, 7),
);
const countries = ["COL", "ECU", "PER", "CHL", "PAN"];
const areas = countries.flatMap((country) =>
  Array.from({ length: 20 }, (_, i) => ({ country, code: `${country}-${i + 1}`, name: `Area ${country} ${i + 1}` })),
);
const partners = Array.from({ length: 150 }, (_, i) => `Association ${i + 1}`);
// As sheets call them, and what they are.
const sectors = { Health: "health", Shelter: "shelter", Education: "education", Nutrition: "nutrition", Protection: "protection", WASH: "water_and_sanitation", "Food security": "food_security", "Child protection": "child_protection", GBV: "gender_based_violence", Livelihoods: "livelihoods" };

const random = mulberry32(20260630);
const pick = (list) => list[Math.floor(random() * list.length)];

// Places, partners with a mandate and a presence or two each, and needs: what the reports are set against.
function workspace() {
  const themes = Object.values(sectors);
  const agency = (name) => ({ name, kind: "ngo", mandates: random() < 0.3 ? [pick(themes)] : [] });
  const presence = (partner) => ({ partner, place: pick(areas).code, services: [pick(themes)] });
  return {
    name: { en: "Bench" },
    partners: partners.map(agency),
    places: areas.map(({ country, code, name }) => ({ code, name: { en: name }, kind: "admin1", parent: country })),
    presences: partners.map(presence),
    needs: areas.flatMap(({ code }) =>
      ["shelter", "health", "reception"].map((theme) => ({ place: code, theme, count: 100, since: "2024" })),
    ),
  };
}

// Most partners work in a few areas and sectors, month after month.
function sheet() {
  const lines = [
    "Country,Admin 1,Organisation,Month,Sector,Indicator,Activity,Beneficiaries,New beneficiaries",
    "#country+code,#adm1+name,#org,#date,#sector,#indicator,#activity,#reached,#reached+new",
  ];
  const homes = partners.map(() => Array.from({ length: 12 }, () => ({ area: pick(areas), sector: pick(Object.keys(sectors)) })));
  for (let i = 0; i < reports; ++i) {
    const partner = Math.floor(random() * partners.length);
    const { area, sector } = pick(homes[partner]);
    const indicator = Math.floor(random() * 4) + 1;
    const fresh = Math.floor(random() * 200);
    const all = fresh + Math.floor(random() * 200);
    lines.push(
      [area.country, area.name, partners[partner], pick(months), sector, `Indicator ${indicator} of ${sector}`, `Activity ${indicator}`, all, fresh].join(","),
    );
  }
  return `${lines.join("\n")}\n`;
}

// The same rows, grouped by the sqlite3 shell: what a table of an office would be asked.
const last = months.slice(-3).map((month) => `'${month}'`);
const groupings = {
  // For each of 25 months who does the same at a place, over the three months in which a report holds.
  gaps: `with asked(month, since) as (values ${months
    .slice(-25)
    .map((month) => `('${month}', '${months[Math.max(0, months.indexOf(month) - 2)]}')`)
    .join(", ")})
    select asked.month, "Admin 1", "Sector", "Indicator", count(distinct "Organisation") as doers
    from asked join reports on reports."Month" between since and asked.month group by 1, 2, 3, 4 having doers > 1`,
  doing: `select "Organisation", "Admin 1", "Sector", count(distinct "Indicator") from reports
    where "Month" in (${last.join(", ")}) group by 1, 2, 3`,
  reach: `select "Country", "Admin 1", "Sector", sum("New beneficiaries") from reports group by 1, 2, 3`,
};
const questions = [
  ["gaps and overlaps, with 25 months", `/api/concerns?on=${on}&limit=100`, "gaps"],
  ["the overlaps of one country", `/api/concerns?on=${on}&limit=100&concern=overlap&place=COUNTRY`, "gaps"],
  ["who does what, list", "/api/who_does_what?from=2026-06-01&to=2026-06-30&limit=100", "doing"],
  ["who does what, matrix", "/api/who_does_what/matrix?from=2026-06-01&to=2026-06-30", "doing"],
  ["people reached", "/api/reach", "reach"],
];

export async function coverageSection(runs) {
  mkdirSync("build/bench", { recursive: true });
  const folder = mkdtempSync("build/bench/coverage-");
  try {
    writeFileSync(join(folder, "workspace.json"), JSON.stringify(workspace()));
    const csv = join(folder, "sheet.csv");
    writeFileSync(csv, sheet());
    run("build/release/tenpoint", "example", folder, "--data", join(folder, "data"));
    const node = FiguresNode.fill(folder, []);
    const imported = run("build/release/tenpoint", "import", csv, ...node.where, "--source", "Bench", "--as", "activities", "--json");
    const table = join(folder, "reports.db");
    const bare = `${csv}.bare`;
    writeFileSync(bare, readFileSync(csv, "utf8").replace(/\n#.*/, ""));
    run("sqlite3", table, `.import --csv ${bare} reports`);
    await node.start();
    try {
      const measured = await measure(node, table, runs);
      return section(measured, JSON.parse(imported.output), memoryOf(node.server.process), runs);
    } finally {
      await node.server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Each question behind a change, so that nothing is kept, and again; the grouping in turns with them.
async function measure(node, table, runs) {
  const country = JSON.parse(await node.get("/api/places?code=COL")).items[0].id;
  const place = JSON.parse(await node.get("/api/places?code=COL-1")).items[0].id;
  const measured = questions.map(() => ({ first: [], again: [], sql: [] }));
  for (let round = 0; round < runs; ++round)
    for (const [at, [, path, grouping]] of questions.entries()) {
      await node.post("/api/needs", { place, theme: "transport", count: round + 1 });
      const asked = path.replace("COUNTRY", country);
      measured[at].first.push((await node.ask(asked)).seconds);
      measured[at].again.push((await node.ask(asked)).seconds);
      measured[at].sql.push(run("sqlite3", table, groupings[grouping]).seconds);
    }
  return measured;
}

function section(measured, imported, memory, runs) {
  const ms = (seconds) => Math.round(seconds * 1000).toLocaleString("en");
  const lines = questions.map(([title], at) => {
    const { first, again, sql } = measured[at];
    const reference = median(sql);
    const ratio = (seconds) => (reference / median(seconds)).toFixed(2);
    return `| ${title} | ${ms(reference)} | ${ms(median(first))} | ${ratio(first)} | ${ms(median(again))} | ${ratio(again)} |`;
  });
  return `## Gaps, who does what and people reached

${reports.toLocaleString("en")} activity reports (\`bench/coverage.mjs\`: ${partners.length} partners, ${areas.length} areas of ${countries.length} countries, ${Object.keys(sectors).length} sectors, ${months.length} months), of which ${imported.used?.toLocaleString("en") ?? "all"} were
read from one sheet, and ${areas.length * 3} needs; ${runs} rounds in turns. The reference is a grouping of the same rows by the sqlite3 shell in a process of its own: for gaps, who does
the same at a place in each of 25 months; it knows nothing of needs, mandates, presences or access. Behind a change the server gathers the response anew
for the reader (here behind a need, which leaves what is made of reports as it is); else it has kept it. Its memory after that: ${Math.round(memory.resident)} MB, at most ${Math.round(memory.most)}.

| | sqlite3, ms | behind a change, ms | speed, sqlite3 = 1 | again, ms | speed, sqlite3 = 1 |
|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await coverageSection(Number(process.argv[2] ?? 5)));

// SPDX-License-Identifier: Apache-2.0
//
// Joint figures over ten million observations, as a section of docs/performance.md. By itself it
// prints the section: node bench/figures.mjs [RUNS [BATCHES [ROWS]]]. Sources overlap, one ruling
// stands, one file took another's place; DuckDB does the same over the same files by SQL, and the
// answers must be equal cell by cell.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { DuckDBInstance } from "@duckdb/node-api";

import { FiguresNode, question } from "./figures_node.mjs";
import { places, sources, writeFiles } from "./generate_overlaps.mjs";
import { median, memoryOf, secondsOf } from "./measure.mjs";

const ruled = { place: places[12], source: sources[0], from: "2019-03-01", to: "2019-12-31" };

// What Tenpoint chooses, as SQL: of the sources that count a country on a day the one that a ruling
// names, else the highest, of equal ones the first by name.
const said = `select place, day, source, sum(count) as total
  from observations join batches using (batch) where accepted group by all`;
const chosen = `select place, day, source
  from (${said}) said left join rulings using (place, source)
  qualify row_number() over (partition by place, day
    order by coalesce(day between first_day and last_day, false) desc, total desc, source) = 1`;
const agreed = `select strftime(date_trunc('month', day), '%Y-%m') as month, origin, sum(count)::bigint as count
  from observations join batches using (batch) join (${chosen}) using (place, day, source)
  where accepted group by all order by all`;
// The least that any answer takes: everything added up, people counted twice.
const added = `select date_trunc('month', day) as month, origin, sum(count)::bigint as count
  from observations group by all order by all`;

class Duck {
  static async open(file) {
    const duck = new Duck();
    const instance = await DuckDBInstance.create(file);
    duck.connection = await instance.connect();
    for (const statement of [
      "create table observations(batch int, place varchar, day date, origin varchar, sex varchar, count bigint)",
      "create table batches(batch int, source varchar, accepted bool)",
      "create table rulings(place varchar, source varchar, first_day date, last_day date)",
      `insert into rulings values ('${ruled.place}', '${ruled.source}', '${ruled.from}', '${ruled.to}')`,
    ])
      await duck.connection.run(statement);
    return duck;
  }
  batches = 0;
  async add({ file, source, stands }) {
    const columns = "{day: 'date', origin: 'varchar', place: 'varchar', women: 'bigint', men: 'bigint'}";
    const number = ++this.batches;
    await this.connection.run(`insert into batches values (${number}, '${source}', ${stands})`);
    await this.connection.run(`insert into observations
      select ${number}, place, day, origin, unnest(['female', 'male']), unnest([women, men])
      from read_csv('${file}', header = false, skip = 2, columns = ${columns})`);
  }
  async ask(query) {
    return (await this.connection.runAndReadAll(query)).getRowsJson();
  }
}

// Has the ruling made.
async function rule(node) {
  const one = async (collection, member, value) =>
    JSON.parse(await node.get(`/api/${collection}?${member}=${encodeURIComponent(value)}`)).items[0]?.id;
  const place =
    (await one("places", "code", ruled.place)) ??
    (await node.post("/api/places", { code: ruled.place, name: { en: ruled.place }, kind: "country" })).id;
  const source = await one("sources", "name", ruled.source);
  const { from, to } = ruled;
  await node.post("/api/rulings", { place, source, from, to, indicator: "arrival", reason: "Agreed in a meeting." });
}

// Throws unless both say the same, figure by figure.
function compare(answer, rows) {
  const ours = JSON.parse(answer).figures.map(({ period, origin, count }) => `${period} ${origin} ${count}`);
  const theirs = rows.map(([month, origin, count]) => `${month} ${origin} ${count}`);
  const at = ours.findIndex((figure, i) => figure !== theirs[i]);
  if (at >= 0 || ours.length !== theirs.length)
    throw new Error(`figure ${at} of ${ours.length}: Tenpoint says ${ours[at]}, DuckDB of ${theirs.length} says ${theirs[at]}`);
  return ours.length;
}

export async function measureFigures(runs, { batches = 20, rows = 250_000 } = {}) {
  mkdirSync("build/bench", { recursive: true });
  const folder = mkdtempSync("build/bench/figures-");
  const { files, later } = writeFiles(folder, { batches, rows, more: runs });
  const duck = await Duck.open(join(folder, "duck.db"));
  for (const file of files) await duck.add(file);
  await duck.ask("checkpoint");
  const node = FiguresNode.fill(folder, files);
  if (!node.imports.at(-1).batch.supersedes) throw new Error("the corrected file took no other's place");
  const cold = Array.from({ length: runs }, () => node.askAfresh());
  await node.start();
  try {
    await rule(node);
    const first = await node.ask(question);
    const measured = { same: [], other: [], agreed: [], added: [], accepted: [], behind: [] };
    measured.figures = compare(first.text, await duck.ask(agreed));
    await node.ask(question);
    for (let i = 0; i < runs * 5; ++i) {
      measured.same.push(await node.ask(question));
      // Each time other days, which take in all but one of the first.
      measured.other.push(await node.ask(`${question}&to=20${40 + (i % 50)}-12-31`));
      measured.agreed.push(await secondsOf(() => duck.ask(agreed)));
      measured.added.push(await secondsOf(() => duck.ask(added)));
    }
    for (const file of later) {
      const { batch } = node.add(file, "--propose");
      measured.accepted.push(await secondsOf(() => node.post(`/api/batches/${batch.batch}/accept`, {})));
      const answer = await node.ask(question);
      await duck.add(file);
      compare(answer.text, await duck.ask(agreed));
      measured.behind.push(answer);
    }
    const { resident, most } = memoryOf(node.server.process);
    const observations = await duck.ask("select count(*) from observations join batches using (batch) where accepted");
    return { ...measured, cold, first, resident, most, imports: node.imports, observations: Number(observations[0][0]) };
  } finally {
    await node.server.stop();
    rmSync(folder, { recursive: true });
  }
}

const of = (measurements, name = "seconds") => median(measurements.map((each) => each[name]));
const whole = (number) => Math.round(number).toLocaleString("en");

export async function figuresSection(runs, shape) {
  const measured = await measureFigures(runs, shape);
  const reference = of(measured.agreed);
  const line = (title, all) =>
    `| ${title} | ${whole(of(all) * 1000)} | ${whole(Math.max(...all.map((each) => each.seconds)) * 1000)} | ${(of(all) / reference).toFixed(2)} |`;
  return `## Joint figures over ten million observations

${whole(measured.observations)} observations in ${measured.imports.length - 1} batches of five sources, which overlap in half of the countries; a ruling
stands, and one more batch was superseded (\`bench/generate_overlaps.mjs\`). Asked: \`GET ${question}\`, over HTTP of a
server that was asked before; ${whole(measured.figures)} figures. DuckDB, in one process that stays, answers by SQL that chooses between the sources in the same
way; the answers were compared figure by figure and are equal.

| | ms, median | slowest | DuckDB = 1 |
|---|---|---|---|
${line("Tenpoint, the same question again", measured.same)}
${line("Tenpoint, each time another question", measured.other)}
${line("Tenpoint, the first question after 1,000 more were accepted", measured.behind)}
${line("DuckDB, the same figures", measured.agreed)}
${line("DuckDB, everything merely added up, overlaps counted twice", measured.added)}

Accepting the batch of 1,000 takes ${whole(of(measured.accepted) * 1000)} ms. The first question of all takes ${whole(measured.first.seconds * 1000)} ms, and in a process of its own
(\`tenpoint figures\`) ${whole(of(measured.cold) * 1000)} ms. The server then holds ${whole(measured.resident)} MB, at most ${whole(measured.most)} MB on the way.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [runs = 5, batches = 20, rows = 250_000] = process.argv.slice(2).map(Number);
  console.log(await figuresSection(runs, { batches, rows }));
}

// SPDX-License-Identifier: Apache-2.0
//
// What a request costs over HTTP, as a section of docs/performance.md. By itself it prints the
// section: node bench/requests.mjs [RUNS].
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { median, processorOf, run, serve } from "./measure.mjs";
import { addUser, signIn } from "./session.mjs";

const programs = "build/release/bench";
const tenpoint = "build/release/tenpoint";
const ports = { tenpoint: 8974, memory: 8975 };
const records = 10_000;
const connections = 32;
const target = "/api/partners?limit=50";
const address = `http://127.0.0.1:${ports.tenpoint}`;

// Asks for so many seconds; gives what http_load.cpp prints.
const load = (order) =>
  JSON.parse(execFileSync(join(programs, "bench_http_load"), { input: JSON.stringify(order) }));

// The same, with the milliseconds of processor that each request took the server.
function loadOn(server, order) {
  const before = processorOf(server.process);
  const answered = load({ connections, ...order });
  if (answered.refused > 0) throw new Error(`${answered.refused} requests were refused`);
  return { ...answered, processor: ((processorOf(server.process) - before) * 1000) / answered.requests };
}

async function withNode(measure) {
  mkdirSync("build/bench", { recursive: true });
  const folder = mkdtempSync("build/bench/requests-");
  const data = join(folder, "data");
  run(join(programs, "bench_fill"), data, String(records));
  for (const role of ["coordinator", "information_officer"])
    addUser(tenpoint, role, "--data", data);
  const serving = ["serve", "--data", data, "--port", String(ports.tenpoint), "--rate", "0"];
  const node = await serve(`http://127.0.0.1:${ports.tenpoint}/api/health/live`, tenpoint, ...serving);
  try {
    return await measure(node, folder);
  } finally {
    await node.stop();
    rmSync(folder, { recursive: true });
  }
}

// The addresses of all pages of a list, more than are kept at a time.
async function pagesOf(headers) {
  const targets = [];
  for (let after = ""; after !== null; ) {
    targets.push(`${target}${after && `&after=${after}`}`);
    after = (await (await fetch(`http://127.0.0.1:${ports.tenpoint}${targets.at(-1)}`, { headers })).json()).next;
  }
  return targets.slice(0, -1); // the last is shorter
}

// An officer's list, by Tenpoint and by the bare server that has the same bytes, taking turns.
async function measureList(node, folder, runs) {
  const { Cookie } = await signIn(address, "information_officer");
  const answer = await fetch(`http://127.0.0.1:${ports.tenpoint}${target}`, {
    headers: { Cookie, "Accept-Encoding": "identity" },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const file = join(folder, "bytes");
  writeFileSync(file, bytes);
  const bare = await serve(
    `http://127.0.0.1:${ports.memory}`,
    join(programs, "bench_memory_server"),
    file,
    String(ports.memory),
  );
  try {
    const measured = { memory: [], first: [], each: [] };
    const pages = await pagesOf({ Cookie });
    for (let i = 0; i <= runs; ++i)
      for (const [name, server, targets] of [["memory", bare, [target]], ["first", node, [target]], ["each", node, pages]]) {
        const port = server === bare ? ports.memory : ports.tenpoint;
        const order = { port, seconds: 3, method: "GET", targets, headers: { Cookie } };
        const found = loadOn(server, order);
        if (i > 0) measured[name].push(found); // the first round warms up
      }
    return { bytes: bytes.length, measured };
  } finally {
    await bare.stop();
  }
}

// A coordinator's new records, and rows of a bare sqlite3 loop on the same disk, taking turns.
async function measureWrites(node, runs) {
  const headers = { "Content-Type": "application/json", ...(await signIn(address, "coordinator")) };
  const body = JSON.stringify({
    name: "Association for the protection of people on the move, office #",
    kind: "ngo",
    country: "PAN",
    website: "https://example.org/a/page/about/the/association/and/its/offices",
  });
  const order = { port: ports.tenpoint, seconds: 3, method: "POST", targets: ["/api/partners"], headers, body };
  const measured = { sqlite: [], tenpoint: [] };
  for (let i = 0; i < runs; ++i) {
    const { output } = run(
      "env",
      "TENPOINT_BENCH_FOLDER=build/bench",
      join(programs, "bench_store_writes"),
      "--benchmark_filter=raw_sqlite",
      "--benchmark_format=json",
      "--benchmark_min_time=2",
    );
    measured.sqlite.push({ rows: JSON.parse(output).benchmarks[0].items_per_second });
    const found = loadOn(node, order);
    measured.tenpoint.push({ ...found, rows: found.requests / found.seconds });
  }
  return measured;
}

const of = (measurements, name) => median(measurements.map((each) => each[name]));
const whole = (number) => Math.round(number).toLocaleString("en");

function listSection({ bytes, measured }, runs) {
  const reference = of(measured.memory, "processor");
  const line = (title, all) =>
    `| ${title} | ${of(all, "processor").toFixed(3)} | ${(of(all, "processor") / reference).toFixed(1)} | ${of(all, "p50").toFixed(1)} | ${of(all, "p99").toFixed(1)} | ${whole(median(all.map((each) => each.requests / each.seconds)))} |`;
  return `## A list over HTTP

\`GET ${target}\` over ${whole(records)} partners, of which the officer who asks may read nine in ten: ${(bytes / 1000).toFixed(1)} KB of JSON, at
${connections} connections (\`bench/http_load.cpp\`, on the same processors), ${runs} rounds of three seconds. The bare Beast server
(\`bench/memory_server.cpp\`) answers with the same bytes from memory.

| | ms of processor a request | bare server = 1 | ms, median | ms, 99 in 100 | requests a second |
|---|---|---|---|---|---|
${line("bare server", measured.memory)}
${line("Tenpoint, the same page again", measured.first)}
${line("Tenpoint, each time another page", measured.each)}

A page is kept as long as nothing is written, for whoever may read the same and asks the same; that is the page that four times the
bare server was aimed at. Another is read, filtered and written as JSON, at some 6 µs a record: for fifty of them four times the
bare server would leave less than a request takes before it has read anything.
`;
}

function writesOverHttpSection({ sqlite, tenpoint: measured }, runs) {
  const reference = of(sqlite, "rows");
  const rows = of(measured, "rows");
  return `## Single records over HTTP

\`POST /api/partners\` at ${connections} connections, each answered once its record and its entry in the journal are on the disk, ${runs} rounds
in turns with the bare sqlite3 loop of the section before. The load's own work is done on the same processors.

| | records a second | sqlite3 = 1 | ms, median | ms, 99 in 100 |
|---|---|---|---|---|
| sqlite3, 32 rows a commit, one thread | ${whole(reference)} | 1.00 | | |
| Tenpoint | ${whole(rows)} | ${(rows / reference).toFixed(2)} | ${of(measured, "p50").toFixed(1)} | ${of(measured, "p99").toFixed(1)} |
`;
}

export const requestsSection = (runs) =>
  withNode(async (node, folder) => {
    const list = await measureList(node, folder, runs);
    const writes = await measureWrites(node, runs);
    return `${listSection(list, runs)}\n${writesOverHttpSection(writes, runs)}`;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await requestsSection(Number(process.argv[2] ?? 5)));

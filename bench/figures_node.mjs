// SPDX-License-Identifier: Apache-2.0
//
// A node with the files of generate_overlaps.mjs, and a server over it that is asked for figures.
import { join } from "node:path";

import { processorOf, run, secondsOf, serve } from "./measure.mjs";
import { addUser, signIn } from "./session.mjs";

const tenpoint = "build/release/tenpoint";
const port = 8976;
const address = `http://127.0.0.1:${port}`;

export const question = "/api/figures?by=period:month,origin";

export class FiguresNode {
  // Reads the files into a node below the folder, and remembers what each import took.
  static fill(folder, files, ...database) {
    const node = new FiguresNode();
    node.data = join(folder, "data");
    node.where = ["--data", node.data, ...database];
    node.imports = [];
    for (const file of files) node.imports.push(node.add(file));
    addUser(tenpoint, "coordinator", ...node.where);
    return node;
  }
  add({ file, source }, ...how) {
    const words = ["import", file, ...this.where, "--source", source, "--indicator", "arrival", "--json", ...how];
    const measured = run(tenpoint, ...words);
    return { ...measured, batch: JSON.parse(measured.output) };
  }
  async start() {
    this.server = await serve(`${address}/api/health/live`, tenpoint, "serve", ...this.where, "--port", String(port), "--rate", "0");
    this.headers = { "Accept-Encoding": "identity", ...(await signIn(address, "coordinator")) };
  }
  async get(path) {
    const answer = await fetch(`${address}${path}`, { headers: this.headers });
    const text = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  }
  async post(path, body) {
    const headers = { ...this.headers, "Content-Type": "application/json" };
    const answer = await fetch(`${address}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  // What one answer takes, with the server's seconds of processor.
  async ask(path) {
    const before = processorOf(this.server.process);
    const { result, seconds: taken } = await secondsOf(() => this.get(path));
    return { text: result, seconds: taken, processor: processorOf(this.server.process) - before };
  }
  // The same in a process of its own, which has read nothing before.
  askAfresh() {
    return run(tenpoint, "figures", ...this.where, "--by", "period:month,origin", "--format", "json");
  }
}

// SPDX-License-Identifier: Apache-2.0
//
// How one command is measured, and how many are summed up.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";

// Runs a command to its end. Gives what it printed and what it cost: seconds by the clock, seconds
// of processor, and the most memory it held, in MB. Throws where it fails.
export function run(command, ...args) {
  const folder = mkdtempSync(join(tmpdir(), "tenpoint-measure-"));
  const report = join(folder, "time");
  try {
    const done = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", "-o", report, command, ...args], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${done.stderr || done.error}`);
    const [elapsed, user, system, kilobytes] = readFileSync(report, "utf8").trim().split(/\s+/).map(Number);
    return { output: done.stdout, seconds: elapsed, processor: user + system, memory: kilobytes / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Starts a server and waits for its first answer at `address`. Gives the seconds until then, its
// process's number and what ends it.
export async function serve(address, command, ...args) {
  const began = process.hrtime.bigint();
  const server = spawn(command, args, { stdio: "ignore" });
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill();
    await new Promise((resume) => server.once("close", resume));
  };
  for (;;) {
    if (server.exitCode !== null) throw new Error(`${command} ended with ${server.exitCode}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) break;
    await new Promise((resume) => setTimeout(resume, 2));
  }
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, process: server.pid, stop };
}

// Starts a server, leaves it alone for two seconds and ends it. Gives the seconds to its first
// answer and the memory it then rests at, in MB.
export async function start(address, command, ...args) {
  const server = await serve(address, command, ...args);
  try {
    await new Promise((resume) => setTimeout(resume, 2000));
    return { seconds: server.seconds, memory: memoryOf(server.process).resident };
  } finally {
    await server.stop();
  }
}

// The seconds of processor that a process took so far, in the system and by itself.
export function processorOf(number) {
  const [, , , , , , , , , , , user, system] = readFileSync(`/proc/${number}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(user) + Number(system)) / 100;
}

// What the work gives, and the seconds by the clock that it took.
export async function secondsOf(work) {
  const began = process.hrtime.bigint();
  const result = await work();
  return { result, seconds: Number(process.hrtime.bigint() - began) / 1e9 };
}

// The memory of a process in MB: what it holds, and the most it held.
export function memoryOf(number) {
  const status = readFileSync(`/proc/${number}/status`, "utf8");
  const megabytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
  return { resident: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// The median of each number that the measurements have in common.
export function medians(measurements) {
  const names = Object.keys(measurements[0]).filter((name) => typeof measurements[0][name] === "number");
  return Object.fromEntries(names.map((name) => [name, median(measurements.map((m) => m[name]))]));
}

export function machine() {
  const release = /PRETTY_NAME="(.*)"/.exec(readFileSync("/etc/os-release", "utf8"))[1];
  return `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${release}, with a load of ${loadavg()[0].toFixed(1)} when it began`;
}

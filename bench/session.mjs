// SPDX-License-Identifier: Apache-2.0
//
// Accounts on a node that is measured, and what they ask of it.
import { execFileSync } from "node:child_process";

const password = "long enough for a bench";

// An account with the role for its name, on the node that the words name.
export function addUser(tenpoint, role, ...where) {
  execFileSync(
    tenpoint,
    ["user", "add", role, "--partner", "Secretariat", "--role", role, "--password-stdin", ...where],
    { input: `${password}\n` },
  );
}

// Signs in; gives the headers of requests that change something.
export async function signIn(address, name) {
  const answer = await fetch(`${address}/api/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, password }),
  });
  if (!answer.ok) throw new Error(`${name} cannot sign in: ${answer.status}`);
  const { csrf } = await answer.json();
  return { Cookie: answer.headers.get("set-cookie").split(";")[0], "X-Tenpoint-Csrf": csrf };
}

// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { violations } from "./check_stairs.mjs";

const licence = "// SPDX-License-Identifier: Apache-2.0\n";

// The violations of a house that holds these files only.
function violationsOf(files) {
  const root = mkdtempSync(join(tmpdir(), "stairs-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return violations(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const including = (path, include) => violationsOf({ [path]: `${licence}#include ${include}\n` });

for (const [path, include] of [
  ["src/store/a.cpp", '"record/kind.hpp"'],
  ["src/store/a.cpp", '"store/b.hpp"'],
  ["src/base/translations.cpp", '"embedded/translations.hpp"'],
  ["src/desks/movements/a.cpp", '"desks/directory/partner.hpp"'],
  ["src/desks/meetings/a.cpp", '"desks/arrangements/arrangement.hpp"'],
  ["src/web/a.cpp", "<boost/beast/http.hpp>"],
  ["src/app/a.cpp", '"web/server.hpp"'],
])
  test(`${path} may include ${include}`, () => assert.deepEqual(including(path, include), []));

for (const [path, include] of [
  ["src/base/a.hpp", '"record/kind.hpp"'],
  ["src/formats/a.hpp", '"store/store.hpp"'],
  ["src/store/a.cpp", '"desks/directory/partner.hpp"'],
  ["src/desks/directory/a.cpp", '"desks/arrangements/arrangement.hpp"'],
  ["src/desks/movements/a.cpp", '"desks/meetings/meeting.hpp"'],
  ["src/desks/movements/a.cpp", '"web/route.hpp"'],
  ["src/web/a.cpp", '"app/main.hpp"'],
  ["src/store/a.cpp", "<boost/asio.hpp>"],
  ["src/desks/movements/a.hpp", "<boost/asio/awaitable.hpp>"],
])
  test(`${path} may not include ${include}`, () => assert.equal(including(path, include).length, 1));

test("a folder without a stair is refused", () =>
  assert.equal(violationsOf({ "src/misc/a.cpp": licence }).length, 1));

test("a file without its licence is refused", () =>
  assert.deepEqual(violationsOf({ "ui/src/a.tsx": "export {};\n" }), ["ui/src/a.tsx: has no SPDX line"]));

test("a file of 601 lines is refused, one of 600 is not", () => {
  assert.deepEqual(violationsOf({ "src/base/a.cpp": licence + "\n".repeat(599) }), []);
  assert.equal(violationsOf({ "src/base/a.cpp": licence + "\n".repeat(600) }).length, 1);
});

// SPDX-License-Identifier: Apache-2.0
//
// node bench/generate_rows.mjs FILE [ROWS]
//
// Writes the CSV with HXL hashtags that bench/run measures with: ten columns, 1,000,000 rows, one in
// two hundred cells of the checked columns spoiled. The same bytes every time.
import { createWriteStream } from "node:fs";
import { once } from "node:events";

import { mulberry32 } from "./random.mjs";

const [file, rows = "1000000"] = process.argv.slice(2);
if (!file) {
  console.error("usage: node bench/generate_rows.mjs FILE [ROWS]");
  process.exit(2);
}

const random = mulberry32(20240331);
const pick = (list) => list[Math.floor(random() * list.length)];

const origins =
  "AFG AGO BGD BRA BFA CMR CHL CHN COL COD CUB DOM ECU ERI ETH GMB GHA GTM GIN HTI HND IND IRN IRQ MLI MAR MMR NPL NER NGA PAK PER SEN SOM SDN SYR TUN TUR UZB VEN".split(" ");
const asylum = "CHL COL CRI ECU ESP GRC GTM HND ITA KEN LBY MEX MLI MRT NER PAN PER TUN TUR USA".split(" ");
const regions = asylum.flatMap((country) =>
  Array.from({ length: 12 }, (_, i) => ({
    country,
    name: `${country === "PAN" && i === 0 ? "Darién" : `Province ${i + 1}`}`,
    latitude: (random() * 60 - 10).toFixed(5),
    longitude: (random() * 120 - 80).toFixed(5),
  })),
);
const organisations = Array.from({ length: 60 }, (_, i) => `Organisation ${i + 1}`);
const statuses = ["confirmed", "provisional", "estimated"];

const days = Array.from({ length: 6 * 365 }, (_, i) =>
  new Date(Date.UTC(2019, 0, 1) + i * 86400000).toISOString().slice(0, 10),
);

// What a tired hand writes in place of what was meant.
const spoilt = {
  date: ["2021-02-31", "last week", "13/13/2022", ""],
  origin: ["Atlantis", "XXQ", "?"],
  asylum: ["Nowhere", "ZZY", "-/-"],
  latitude: ["95.20000", "north", "4.12.7"],
  longitude: ["-190.00000", "west", "12..5"],
  women: ["many", "-4", "1O7"],
  men: ["some", "-12", "2l"],
};
const cell = (column, text) => (random() < 0.005 ? pick(spoilt[column]) : text);

const out = createWriteStream(file);
out.write("date,origin,asylum country,province,latitude,longitude,women,men,organisation,status\n");
out.write(
  "#date,#country+code+origin,#country+code+asylum,#adm1+name,#geo+lat,#geo+lon,#affected+f,#affected+m,#org,#status\n",
);
let block = "";
for (let i = 0; i < Number(rows); ++i) {
  const region = pick(regions);
  block += `${cell("date", pick(days))},${cell("origin", pick(origins))},${cell("asylum", region.country)},`;
  block += `${region.name},${cell("latitude", region.latitude)},${cell("longitude", region.longitude)},`;
  block += `${cell("women", Math.floor(random() ** 3 * 400))},${cell("men", Math.floor(random() ** 3 * 600))},`;
  block += `${pick(organisations)},${pick(statuses)}\n`;
  if (block.length > 1 << 20) {
    if (!out.write(block)) await once(out, "drain");
    block = "";
  }
}
out.end(block);
await once(out, "finish");

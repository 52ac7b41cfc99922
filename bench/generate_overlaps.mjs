// SPDX-License-Identifier: Apache-2.0
//
// What bench/figures.mjs measures with: five sources that count arrivals day by day, each in 18
// countries, 6 of which it shares with the source before it. Each sends files of some 20 months, one
// after the other; one file comes twice, first with mistakes. The same bytes every time.
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

import { mulberry32 } from "./random.mjs";

export const sources = ["Border police", "Coast guard", "Reception agency", "Aid network", "Statistics office"];
const places_of_a_source = 18;
const new_places = 12; // of a source, beside those that it shares with the one before it
const share_of_origins = 0.6; // that are met on a day

const origins =
  "AFG AGO BGD BRA BFA CMR CHL CHN COL COD CUB DOM ECU ERI ETH GMB GHA GTM GIN HTI HND IND IRN IRQ MLI MAR MMR NPL NER NGA PAK PER SEN SOM SDN SYR TUN TUR UZB VEN".split(" ");
export const places =
  "ALB ARG ARM AUT AZE BEL BEN BGR BIH BLR BOL BWA CAN CHE CIV CRI CYP CZE DEU DJI DNK DZA EGY ESP EST FIN FRA GAB GBR GEO GRC HRV HUN IRL ISL ITA JOR KAZ KEN KGZ KWT LBN LBY LTU LUX LVA MDA MEX MLT MNE MRT NLD NOR PAN POL PRT ROU SRB SVK SVN".split(" ");

const places_of = (source) =>
  Array.from({ length: places_of_a_source }, (_, i) => places[(source * new_places + i) % places.length]);
const day_text = (day) => new Date(Date.UTC(2019, 0, 1) + day * 86400000).toISOString().slice(0, 10);

// Writes rows for the source from a day on; gives the first day behind them. `slip` is added to
// each count of men.
function write(file, { seed, source, day, rows, slip = 0 }) {
  const random = mulberry32(seed);
  const out = openSync(file, "w");
  let block = "date,origin,country of asylum,women,men\n#date,#country+code+origin,#country+code+asylum,#affected+f,#affected+m\n";
  let written = 0;
  for (; written < rows; ++day) {
    const date = day_text(day);
    for (const place of places_of(source))
      for (const origin of origins) {
        if (random() >= share_of_origins || written === rows) continue;
        const women = Math.floor(random() ** 3 * 400);
        const men = Math.floor(random() ** 3 * 600) + slip;
        block += `${date},${origin},${place},${women},${men}\n`;
        ++written;
      }
    writeSync(out, block);
    block = "";
  }
  closeSync(out);
  return day;
}

// Writes the files into a folder; gives what each is, in the order in which they are imported:
// `stands` says whether it counts, or another took its place. Behind them come `more` small files of
// 1,000 figures, each for days that its source has not reported yet.
export function writeFiles(folder, { batches, rows, more }) {
  const ends = sources.map(() => 0);
  const files = [];
  const add = (name, source, what, stands = true) => {
    const file = join(folder, `${name}.csv`);
    const end = write(file, { source, ...what });
    files.push({ file, source: sources[source], stands });
    return end;
  };
  for (let i = 0; i < batches; ++i) {
    const source = i % sources.length;
    const what = { seed: 1000 + i, day: ends[source], rows };
    if (i === batches - 1) add("with-mistakes", source, { ...what, slip: 7 }, false);
    ends[source] = add(`batch-${i + 1}`, source, what);
  }
  const later = [];
  for (let i = 0; i < more; ++i) {
    const file = join(folder, `more-${i + 1}.csv`);
    ends[0] = write(file, { seed: 5000 + i, source: 0, day: ends[0], rows: 500 });
    later.push({ file, source: sources[0], stands: true });
  }
  return { files, later };
}

// SPDX-License-Identifier: Apache-2.0
//
// node bench/duckdb.mjs load FILE DATABASE | group DATABASE
//
// The reference: DuckDB loads the file of generate_rows.mjs, checks each cell as an import must (a
// date, a known country, a degree, a count), keeps what is right as rows of a table and what is
// not as findings; or groups what it loaded.
import { DuckDBInstance } from "@duckdb/node-api";

const [task, ...paths] = process.argv.slice(2);

const countries =
  "AFG AGO BGD BRA BFA CMR CHL CHN COL COD CUB CRI DOM ECU ERI ESP ETH GMB GHA GRC GTM GIN HTI HND IND IRN IRQ ITA KEN LBY MLI MAR MEX MMR MRT NPL NER NGA PAK PAN PER SEN SOM SDN SYR TUN TUR USA UZB VEN"
    .split(" ")
    .map((code) => `'${code}'`)
    .join();

const load = (file) => `
create temp table checked as select row_number() over () + 2 as line, *,
    try_cast(date as date) as good_date,
    case when origin in (${countries}) then origin end as good_origin,
    case when asylum in (${countries}) then asylum end as good_asylum,
    case when try_cast(latitude as double) between -90 and 90 then latitude::double end as good_latitude,
    case when try_cast(longitude as double) between -180 and 180 then longitude::double end as good_longitude,
    case when try_cast(women as bigint) >= 0 then women::bigint end as good_women,
    case when try_cast(men as bigint) >= 0 then men::bigint end as good_men
  from read_csv('${file}', header = false, skip = 2, columns = {date: 'varchar', origin: 'varchar',
    asylum: 'varchar', province: 'varchar', latitude: 'varchar', longitude: 'varchar',
    women: 'varchar', men: 'varchar', organisation: 'varchar', status: 'varchar'});
create table rows as select line, good_date as date, good_origin as origin, good_asylum as asylum,
    province, good_latitude as latitude, good_longitude as longitude, good_women as women,
    good_men as men, organisation, status
  from checked where good_date is not null and good_origin is not null and good_asylum is not null
    and good_women is not null and good_men is not null;
create table findings as select line, field, text from
  (select * from checked where good_date is null or good_origin is null or good_asylum is null
    or good_latitude is null or good_longitude is null or good_women is null or good_men is null),
  lateral (values ('date', date, good_date is null), ('origin', origin, good_origin is null),
    ('asylum', asylum, good_asylum is null), ('latitude', latitude, good_latitude is null),
    ('longitude', longitude, good_longitude is null), ('women', women, good_women is null),
    ('men', men, good_men is null)) cells(field, text, wrong)
  where wrong;
checkpoint;`;

const group = `select strftime(date, '%Y-%m') as month, origin, sum(women + men) as count
  from rows group by all order by all`;

if (task === "load") {
  const [file, database] = paths;
  const connection = await (await DuckDBInstance.create(database)).connect();
  await connection.run(load(file));
  const counts = await connection.runAndReadAll(
    "select (select count(*) from rows), (select count(*) from findings)",
  );
  console.log(JSON.stringify(counts.getRowsJson()[0]));
  connection.closeSync();
} else if (task === "group") {
  const instance = await DuckDBInstance.create(paths[0], { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(group)).getRowsJson();
  console.log(rows.length);
  connection.closeSync();
} else {
  console.error("usage: node bench/duckdb.mjs load FILE DATABASE | group DATABASE");
  process.exit(2);
}

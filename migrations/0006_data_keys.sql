-- Under which keys personal and secret values are sealed (store/data_keys.hpp), and by what some of
-- them are found (store/blind_index.hpp).
create table data_keys (
    record text primary key,
    since bigint not null,
    wrapped text not null
);

-- The keys of the hashes by which things are found. The node's key that wraps them is the one under
-- which new data keys are wrapped. They stand apart, so that on PostgreSQL whoever reads them is no
-- rival of whoever adds a data key.
create table index_keys (
    record text primary key,
    since bigint not null,
    wrapped text not null
);

create table blind_index (
    record text not null,
    field text not null,
    value text not null,
    primary key (record, field)
);
create index blind_index_value on blind_index (value);

-- Of the chunks as they are stored; empty: they are not sealed.
alter table files add column sealed_hash text not null default '';

alter table users add column "full_name" text;
alter table users add column "email" text;

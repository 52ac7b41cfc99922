-- The kinds' tables are as their descriptions draft them; then come the tables of the store itself.
create table partners (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "name" text not null unique,
    "short_name" text,
    "kind" text not null,
    "country" text,
    "website" text
);

create table places (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "code" text not null unique,
    "name" text not null,
    "kind" text not null,
    "parent" text references places ("id"),
    "latitude" bigint,
    "longitude" bigint
);

create table users (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "name" text not null unique,
    "partner" text not null references partners ("id"),
    "role" text not null,
    "language" text not null,
    "disabled" bigint not null,
    "password_hash" text not null
);

create table sources (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "name" text not null unique,
    "title" text not null,
    "publisher" text references partners ("id"),
    "url" text,
    "licence" text not null,
    "attribution" text not null,
    "mapping" text not null
);

create table batches (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "source" text not null references sources ("id"),
    "status" text not null,
    "supersedes" text references batches ("id"),
    "file_name" text not null,
    "file_hash" text not null,
    "file_bytes" bigint not null,
    "sheet" text not null,
    "mapping" text not null,
    "rows" bigint not null,
    "used" bigint not null,
    "rejected" bigint not null,
    "skipped" bigint not null,
    "skipped_by_reason" text not null,
    "observations" bigint not null,
    "errors" bigint not null,
    "warnings" bigint not null,
    "informations" bigint not null,
    "period_from" text,
    "period_to" text,
    "totals" text not null,
    "received_at" text not null,
    "decided_at" text,
    "file" text not null,
    "segment" text not null,
    "findings" text not null
);

create table corridors (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "code" text not null unique,
    "name" text not null,
    "description" text not null,
    "indicators" text not null
);

create table rules (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "place" text references places ("id"),
    "indicator" text,
    "method" text not null,
    "source" text references sources ("id"),
    "reason" text not null
);

create table rulings (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "place" text not null references places ("id"),
    "indicator" text not null,
    "from" text not null,
    "to" text not null,
    "source" text not null references sources ("id"),
    "reason" text not null,
    "withdrawn" bigint not null,
    "withdrawn_reason" text
);

create table sheets (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "corridor" text references corridors ("id"),
    "place" text references places ("id"),
    "from" text not null,
    "to" text not null,
    "edition" bigint not null,
    "title" text not null,
    "fingerprint" text not null,
    "printed_at" text not null,
    "content" text not null
);

create table link (
    owner_kind text not null,
    owner text not null,
    field text not null,
    position bigint not null,
    target_kind text not null,
    target text not null,
    primary key (owner, field, position)
);
create index link_target on link (target_kind, target);

create table journal (
    id text primary key,
    at text not null,
    principal text not null,
    kind text not null,
    kind_version bigint not null,
    record text not null,
    record_version bigint not null,
    verb text not null,
    change text not null,
    hash text not null
);
create index journal_record on journal (record, id);

create table files (
    id text primary key,
    name text not null,
    media_type text not null,
    owner text references partners (id),
    bytes bigint not null,
    hash text not null,
    chunks bigint not null,
    created_at text not null
);
create index files_hash on files (hash);

create table file_chunks (
    file text not null references files (id),
    number bigint not null,
    data bytea not null,
    primary key (file, number)
);

create table sign_ins (
    token_hash text primary key,
    account text not null references users (id) on delete cascade,
    expires_at text not null
);
create index sign_ins_account on sign_ins (account);

create table needs (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "place" text not null references places ("id"),
    "theme" text not null,
    "people" text,
    "count" bigint,
    "since" text,
    "until" text,
    "source" text
);

create table dismissals (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "concern" text not null,
    "place" text references places ("id"),
    "theme" text,
    "people" text,
    "note" text not null,
    "until" text
);

create index needs_place on needs ("place");
create index dismissals_place on dismissals ("place");

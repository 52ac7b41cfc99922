-- Who does what, where, when, for whom.
create table plan_indicators (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "sector" text not null,
    "name" text not null,
    "type" text not null
);

create table activity_reports (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "batch" text references batches ("id"),
    "row" bigint,
    "country" text,
    "admin1" text,
    "admin1_code" text,
    "admin2" text,
    "admin2_code" text,
    "organisation" text not null,
    "partner" text references partners ("id"),
    "through_partner" bigint,
    "implementing_partner" text,
    "implementer" text references partners ("id"),
    "period" text,
    "sector" text,
    "theme" text,
    "indicator" text,
    "type" text,
    "activity" text,
    "description" text,
    "in_plan" bigint,
    "cash" bigint,
    "value_usd" bigint,
    "mechanism" text,
    "output" bigint,
    "beneficiaries" bigint,
    "new_beneficiaries" bigint,
    "in_destination" bigint,
    "in_transit" bigint,
    "host_community" bigint,
    "pendular" bigint,
    "returnees" bigint,
    "women" bigint,
    "men" bigint,
    "other_adults" bigint,
    "girls" bigint,
    "boys" bigint,
    "other_children" bigint,
    "others" text not null
);

-- The reports of a batch come and go with it; those of a partner are looked up by it.
create index activity_reports_batch on activity_reports ("batch");
create index activity_reports_partner on activity_reports ("partner");
create index activity_reports_implementer on activity_reports ("implementer");

-- Who cooperates and how. What a partner of before says of itself beside its name is not known.
alter table partners add column "names" text not null default '{}';
alter table partners add column "short_names" text not null default '{}';
alter table partners add column "mandate" text;
alter table partners add column "mandates" text not null default '[]';
alter table partners add column "expertise" text not null default '[]';
alter table partners add column "languages" text not null default '[]';
alter table partners add column "parent" text references partners ("id");

create table presences (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "partner" text not null references partners ("id"),
    "place" text not null references places ("id"),
    "since" text,
    "until" text,
    "services" text not null,
    "capacity" bigint,
    "capacity_unit" text,
    "staff" bigint,
    "languages" text not null,
    "connectivity" text,
    "note" text
);

create table contacts (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "partner" text not null references partners ("id"),
    "name" text,
    "position" text,
    "email" text,
    "telephone" text,
    "focal_point" bigint not null,
    "level" text not null,
    "themes" text not null,
    "languages" text not null,
    "confirmed" text,
    "left" bigint not null
);

create table arrangements (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "code" text not null unique,
    "title" text not null,
    "short_title" text,
    "level" text not null,
    "form" text not null,
    "status" text not null,
    "region" text not null,
    "begins" text,
    "ends" text,
    "background" text not null,
    "objectives" text not null,
    "parent" text references arrangements ("id"),
    "phase" bigint,
    "predecessor" text references arrangements ("id"),
    "replicated_from" text references arrangements ("id"),
    "counterpart" text references arrangements ("id"),
    "website" text,
    "chair_months" bigint,
    "chair_renewable" bigint not null,
    "chair_begins" text
);

create table agreements (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "arrangement" text not null references arrangements ("id"),
    "title" text not null,
    "signed_on" text,
    "expires" text,
    "notice_days" bigint,
    "binding" bigint not null,
    "obligations" text not null,
    "address" text
);

create table memberships (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "arrangement" text not null references arrangements ("id"),
    "partner" text not null references partners ("id"),
    "role" text not null,
    "since" text,
    "until" text,
    "votes" bigint not null,
    "chair_order" bigint,
    "note" text
);

create table actions (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "arrangement" text not null references arrangements ("id"),
    "parent" text references actions ("id"),
    "title" text not null,
    "description" text not null,
    "points" text not null,
    "lead" text references partners ("id"),
    "begins" text,
    "due" text,
    "status" text not null,
    "progress" bigint,
    "indicator" text,
    "baseline" bigint,
    "target" bigint,
    "reached" bigint,
    "budget" bigint,
    "population" text not null,
    "adopted" text not null
);

create table reviews (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "arrangement" text not null references arrangements ("id"),
    "action" text references actions ("id"),
    "finding" text not null,
    "text" text not null,
    "author" text references partners ("id"),
    "dated" text,
    "evidence" text
);

create table documents (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "arrangement" text references arrangements ("id"),
    "action" text references actions ("id"),
    "title" text not null,
    "type" text not null,
    "language" text,
    "dated" text,
    "address" text,
    "reference" text
);

-- What hangs on an arrangement, an action, a partner or a place is looked up by it, also when that
-- is to be removed.
create index presences_partner on presences ("partner");
create index presences_place on presences ("place");
create index contacts_partner on contacts ("partner");
create index arrangements_parent on arrangements ("parent");
create index arrangements_predecessor on arrangements ("predecessor");
create index agreements_arrangement on agreements ("arrangement");
create index memberships_arrangement on memberships ("arrangement");
create index memberships_partner on memberships ("partner");
create index actions_arrangement on actions ("arrangement");
create index actions_parent on actions ("parent");
create index actions_lead on actions ("lead");
create index reviews_arrangement on reviews ("arrangement");
create index reviews_action on reviews ("action");
create index documents_arrangement on documents ("arrangement");
create index documents_action on documents ("action");

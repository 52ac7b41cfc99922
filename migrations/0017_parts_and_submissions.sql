-- What each of an action's partners does in it.
alter table actions add column "parts" text not null default '{}';

-- What an arrangement put to another and what it was answered, and the documents of that.
create table submissions (
    "id" text primary key,
    "version" bigint not null,
    "owner" text references partners ("id"),
    "visibility" text not null,
    "created_at" text not null,
    "updated_at" text not null,
    "search_text" text not null,
    "arrangement" text not null references arrangements ("id"),
    "to" text not null references arrangements ("id"),
    "title" text not null,
    "text" text not null,
    "submitted_on" text not null,
    "answer" text not null,
    "answered_on" text
);

alter table documents add column "submission" text references submissions ("id");
create index submissions_arrangement on submissions ("arrangement");
create index submissions_to on submissions ("to");
create index documents_submission on documents ("submission");

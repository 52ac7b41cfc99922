-- The file of a document, with its text, and documents about a partner.
alter table documents add column "partner" text references partners ("id");
alter table documents add column "file_name" text;
alter table documents add column "file_bytes" bigint;
alter table documents add column "file" text;
alter table documents add column "text" text;
create index documents_partner on documents ("partner");

-- Documents of agreements, reviews, places and sources, found from what they belong to.
alter table documents add column "agreement" text references agreements ("id");
alter table documents add column "review" text references reviews ("id");
alter table documents add column "place" text references places ("id");
alter table documents add column "source" text references sources ("id");
create index documents_agreement on documents ("agreement");
create index documents_review on documents ("review");
create index documents_place on documents ("place");
create index documents_source on documents ("source");

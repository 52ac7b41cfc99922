-- What sort of site a place is, where it is one; and what lies in a place, of which there may be tens of thousands.
alter table places add column "site" text;
create index places_parent on places ("parent");
create index places_kind on places ("kind");

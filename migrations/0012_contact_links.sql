-- The link by which a contact itself confirms its entry (desks/directory/own_entry.hpp).
alter table contacts add column "link_hash" text;
alter table contacts add column "link_made" text;
alter table contacts add column "link_expires" text;
alter table contacts add column "link_used" text;

-- The order in which the entries of the journal became visible; with several writers it is not that
-- of their ids. Whatever follows the journal goes by it (store/journal.hpp). What was there before
-- has 0 and comes first, by its ids.
alter table journal add column commit_order bigint not null default 0;
create index journal_commit_order on journal (commit_order, id);

-- The journal's sealed order: blocks, each over the one before and signed (store/journal_block.hpp).
-- An entry without a block waits for it; within a block entries stand in the order of their ids.
alter table journal add column block bigint;
create index journal_block on journal (block, id);
-- A record's versions in their order, the last of them at once.
drop index journal_record;
create index journal_record on journal (record, record_version);

create table journal_signers (
    public_key text primary key,
    since text not null
);

create table journal_blocks (
    number bigint primary key,
    sealed_at text not null,
    previous text not null,
    entries bytea not null,
    signer text not null references journal_signers (public_key),
    head text not null unique,
    signature text not null
);

-- Whoever seals changes its one row, and so keeps others from sealing until it is done.
create table sealing (turns bigint not null);
insert into sealing (turns) values (0);

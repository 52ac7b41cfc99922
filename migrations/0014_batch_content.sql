-- What the rows of a batch are. Those of before are figures.
alter table batches add column "content" text not null default 'figures';

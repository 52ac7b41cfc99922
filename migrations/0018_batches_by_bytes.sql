-- The batches of the same bytes are asked for by each reader of one and by each import.
create index "batches_by_bytes" on batches ("file_hash");

-- Why a batch was withdrawn, in the words of whoever did it.
alter table batches add column "reason" text;

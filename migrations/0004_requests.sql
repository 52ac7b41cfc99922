-- What was asked with an Idempotency-Key in the last day. Only hashes of what was asked, and which
-- record came of it: an answer is made anew from the record.
create table requests (
    request text primary key,
    content text not null,
    record text,
    at text not null
);
create index requests_at on requests (at);

-- What accounts prove themselves with (store/credentials.hpp).
alter table sign_ins add column "created_at" text not null default '1970-01-01T00:00:00.000Z';
alter table sign_ins add column "agent" text not null default '';

create table api_tokens (
    id text primary key,
    account text not null references users (id) on delete cascade,
    name text not null,
    scope text not null,
    token_hash text not null unique,
    created_at text not null,
    expires_at text not null,
    used_at text
);
create index api_tokens_account on api_tokens (account);

create table second_factors (
    account text primary key references users (id) on delete cascade,
    secret text not null,
    confirmed bigint not null,
    last_step bigint not null
);

create table recovery_codes (
    account text not null references users (id) on delete cascade,
    hash text not null,
    primary key (account, hash)
);

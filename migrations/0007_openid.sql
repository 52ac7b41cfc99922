-- Who may sign in through the node's OpenID Connect provider, and who it is there.
alter table users add column "openid_allowed" bigint not null default 0;
alter table users add column "openid_identity" text;

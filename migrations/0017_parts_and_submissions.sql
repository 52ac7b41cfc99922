-- What each of an action's partners does in it.
alter table actions add column "parts" text not null default '{}';

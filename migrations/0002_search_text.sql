-- What a record is found by: its texts, folded. Filled when the store is opened.
alter table partners add column "search_text" text not null default '';
alter table places add column "search_text" text not null default '';
alter table users add column "search_text" text not null default '';
alter table sources add column "search_text" text not null default '';
alter table batches add column "search_text" text not null default '';
alter table corridors add column "search_text" text not null default '';
alter table rules add column "search_text" text not null default '';
alter table rulings add column "search_text" text not null default '';
alter table sheets add column "search_text" text not null default '';

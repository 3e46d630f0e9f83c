-- What the search module keeps in the database of a service that uses it; see docs/adr/0029.

-- Which rows have changed since Elasticsearch was last told. Written in the transaction of the change; ids commit in any
-- order, so what was told is deleted one by one, never by a range.
create table search_change (
	id bigint generated always as identity primary key,
	index_name text not null,
	row_id uuid not null,
	recorded_at timestamptz not null default clock_timestamp(),
	attempts int not null default 0,
	due_at timestamptz not null default '-infinity'
);
create index search_change_next on search_change (index_name, id);
create index search_change_row on search_change (index_name, row_id);

-- Rows that Elasticsearch can't take, or that can't be read: without their content.
create table search_parked (
	index_name text not null,
	row_id uuid not null,
	reason text not null,
	parked_at timestamptz not null default clock_timestamp(),
	primary key (index_name, row_id)
);

-- What is searched.
create table search_live_index (
	name text primary key,
	target text not null,
	fingerprint text not null,
	built_at timestamptz not null default clock_timestamp()
);

-- Builds of whole indexes, one at a time for each. after_id is how far the walk has got.
create table search_rebuild (
	id uuid primary key,
	index_name text not null,
	fingerprint text not null,
	target text not null,
	state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
	after_id uuid,
	rows_indexed bigint not null default 0,
	rows_refused bigint not null default 0,
	cancelling boolean not null default false,
	failure text,
	requested_at timestamptz not null default clock_timestamp(),
	started_at timestamptz,
	finished_at timestamptz,
	dropped boolean not null default false
);
create unique index search_rebuild_open on search_rebuild (index_name) where state in ('QUEUED', 'RUNNING');
create index search_rebuild_latest on search_rebuild (index_name, requested_at desc);

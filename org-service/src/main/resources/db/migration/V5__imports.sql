-- Organizations brought in by the file. The file itself is kept here and not on a disk, so that any replica can run it.
create table organization_import (
	id                uuid primary key,
	version           bigint not null default 0,
	submitted_by      text not null,
	-- Who that was and what they might do when they handed it in.
	submitter         jsonb not null,
	idempotency_key   text,
	partial           boolean not null,
	dry_run           boolean not null,
	file_name         text not null,
	file_hash         text not null,
	file_size         bigint not null,
	format            text not null check (format in ('CSV', 'XLSX')),
	encoding          text,
	separator         text,
	header            jsonb not null,
	state             text not null check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
	-- Whoever runs it says so again and again; when the time is over, another may take it.
	runner            uuid,
	leased_until      timestamptz,
	attempts          integer not null default 0,
	rows              integer not null default 0,
	checked           integer not null default 0,
	accepted          integer not null default 0,
	rejected          integer not null default 0,
	unchanged         integer not null default 0,
	applied           integer not null default 0,
	failure_code      text,
	failure_arguments jsonb,
	created_at        timestamptz not null,
	started_at        timestamptz,
	finished_at       timestamptz,
	forgotten_at      timestamptz,
	check ((state = 'RUNNING') = (runner is not null)),
	check ((state = 'FAILED') = (failure_code is not null)),
	check ((state in ('SUCCEEDED', 'FAILED')) = (finished_at is not null))
);
create index organization_import_of_submitter on organization_import (submitted_by, id);
create index organization_import_waiting on organization_import (id) where state in ('QUEUED', 'RUNNING');
create index organization_import_kept on organization_import (finished_at) where forgotten_at is null;

create table organization_import_chunk (
	import_id uuid not null references organization_import,
	number    integer not null,
	content   bytea not null,
	primary key (import_id, number)
);

create table organization_import_row (
	import_id        uuid not null references organization_import,
	line             integer not null,
	cells            jsonb not null,
	-- Parents come before their children.
	turn             smallint not null,
	name             text not null,
	institution_code text,
	credit_code      text,
	outcome          text not null default 'PENDING'
		check (outcome in ('PENDING', 'ACCEPTED', 'UNCHANGED', 'REJECTED', 'APPLIED', 'NOT_APPLIED')),
	-- Not a reference: it is written down before the transaction that registers the organization is over.
	organization_id  uuid,
	problems         jsonb not null default '[]',
	primary key (import_id, line)
);
create index organization_import_row_in_turn on organization_import_row (import_id, turn, line);
create index organization_import_row_by_outcome on organization_import_row (import_id, outcome, line);
create index organization_import_row_by_institution_code on organization_import_row (import_id, institution_code)
	where institution_code is not null;
create index organization_import_row_by_credit_code on organization_import_row (import_id, credit_code)
	where credit_code is not null;

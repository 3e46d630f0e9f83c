-- Where the Cloud HIS is that answers for an organization's staff, as the organization's system configuration says;
-- null when it says nothing.
alter table organization
	add column system_api_url text,
	add column system_api_url_at timestamptz;

-- What a Cloud HIS calls a user means something within that HIS alone.
alter table users add column source text;
comment on column users.source is
	'address of the Cloud HIS that named the user last; null until it does so again for who came before it was kept';
alter table users drop constraint users_his_user_id_key;
create unique index users_of_source on users (his_user_id, source);
create unique index users_of_no_source on users (his_user_id) where source is null;
create index users_active_of_organization on users (organization_id) where active;

create table his_source (
	url text primary key,
	-- By the clock of the HIS; what changed before has been read.
	watermark timestamptz,
	synced_at timestamptz not null,
	reconciled_at timestamptz
);

-- A run is planned first: it has a part for each HIS that it concerns.
create table user_sync_part (
	id uuid primary key,
	sync_id uuid not null references user_sync on delete cascade,
	source text not null,
	state text not null check (state in ('WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
	reason text,
	-- What the HIS is asked for: everything, or what changed since.
	since timestamptz,
	-- How far it has been read.
	pass int not null default 1,
	page int not null default 0,
	rows int not null default 0,
	total bigint,
	restless boolean not null default false,
	newest timestamptz,
	reconciling boolean not null default false,
	fetched int not null default 0,
	created int not null default 0,
	updated int not null default 0,
	deactivated int not null default 0,
	vanished int not null default 0,
	unchanged int not null default 0,
	failed int not null default 0,
	-- Whoever runs it says so again and again; when the time is over, another may take it.
	runner uuid,
	leased_until timestamptz,
	attempts int not null default 0,
	started_at timestamptz,
	finished_at timestamptz,
	unique (sync_id, source),
	check ((state = 'RUNNING') = (runner is not null))
);
-- One at a time for each HIS, on however many replicas.
create unique index user_sync_part_running on user_sync_part (source) where state = 'RUNNING';
create index user_sync_part_open on user_sync_part (id) where state in ('WAITING', 'RUNNING');

update user_sync set state = 'FAILED', reason = 'interrupted', finished_at = now() where state = 'RUNNING';
insert into user_sync_part (id, sync_id, source, state, reason, fetched, created, updated, deactivated, unchanged, failed,
	started_at, finished_at)
	select id, id, '', state, reason, fetched, created, updated, deactivated, unchanged, failed, started_at, finished_at
	from user_sync;

drop index user_sync_running;
alter table user_sync
	drop column fetched, drop column created, drop column updated, drop column deactivated, drop column unchanged,
	drop column failed, drop column beat_at,
	drop constraint user_sync_state_check,
	add check (state in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
	add column reconciles boolean not null default false,
	add column confirmed boolean not null default false,
	add column requester_kind text not null default 'USER',
	-- How far the requester's permission reached.
	add column reach jsonb not null default '{}',
	add column planned boolean not null default true;
alter table user_sync
	alter column requester_kind drop default, alter column reach drop default, alter column planned drop default;
-- Twice the same at the same time makes no sense.
create unique index user_sync_running on user_sync (coalesce(organization_id, '00000000-0000-0000-0000-000000000000'))
	where state = 'RUNNING';
create index user_sync_unplanned on user_sync (id) where not planned;
create index user_sync_started on user_sync (started_at, id);
create index user_sync_requester on user_sync (requested_by, started_at, id);

alter table user_sync_failure
	drop constraint user_sync_failure_pkey,
	add column id bigint generated always as identity primary key,
	add column part_id uuid references user_sync_part on delete cascade;
update user_sync_failure set part_id = sync_id;
alter table user_sync_failure alter column part_id set not null;
create index user_sync_failure_in_order on user_sync_failure (sync_id, row_number, id);
create index user_sync_failure_part on user_sync_failure (part_id);

-- Whom a run has met so far: what it has not met by the end is gone. Empty when nothing runs.
create table user_sync_row (
	part_id uuid not null references user_sync_part on delete cascade,
	his_user_id text not null,
	user_id uuid,
	login_name text,
	fingerprint text,
	updated_at timestamptz,
	primary key (part_id, his_user_id)
);
comment on column user_sync_row.login_name is 'in lower case; null when the row was not taken over';
comment on column user_sync_row.fingerprint is 'keyed hash of what the row says';
create index user_sync_row_login_name on user_sync_row (part_id, login_name);
create index user_sync_row_user on user_sync_row (part_id, user_id);

-- The last known copy of what org-service says of an organization: tokens and scopes need it, also while org-service is down.
create table organization (
	id uuid primary key,
	institution_code text,
	name text not null,
	region_code text not null,
	consortium_id uuid,
	active boolean not null,
	refreshed_at timestamptz not null
);
create index organization_institution_code on organization (institution_code);
create index organization_consortium on organization (consortium_id);
create index organization_region on organization (region_code text_pattern_ops);

create table users (
	id uuid primary key,
	his_user_id text not null unique,
	login_name text not null check (login_name <> ''),
	name text not null,
	gender text not null check (gender in ('0', '1', '2', '9')),
	mobile text,
	organization_id uuid not null references organization,
	staff_type text not null check (staff_type in ('DOCTOR', 'NURSE', 'TECHNICIAN', 'PHARMACIST', 'VILLAGE_DOCTOR', 'ADMIN', 'OTHER')),
	title text,
	department_code text,
	department_name text,
	active boolean not null,
	password_hash text,
	failed_sign_ins int not null default 0,
	locked_until timestamptz,
	version bigint not null default 0,
	created_at timestamptz not null,
	updated_at timestamptz not null
);
comment on column users.mobile is 'encrypted';
create unique index users_login_name on users (lower(login_name));
create index users_login_name_prefix on users (lower(login_name) text_pattern_ops);
create index users_name_prefix on users (name text_pattern_ops);
create index users_organization on users (organization_id, lower(login_name), id);
create index users_created on users (created_at, id);

create table activation (
	user_id uuid primary key references users,
	code_hash text not null,
	failures int not null default 0,
	expires_at timestamptz not null
);

create table role (
	id uuid primary key,
	code text not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
	name text not null,
	built_in boolean not null,
	platform_access boolean not null,
	permissions text[] not null,
	menus text[] not null,
	version bigint not null default 0,
	created_at timestamptz not null,
	updated_at timestamptz not null
);

create table client (
	id uuid primary key,
	name text not null,
	organization_id uuid not null references organization,
	secret_hash text not null,
	version bigint not null default 0,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);
create index client_organization on client (organization_id, created_at, id) where deleted_at is null;
create index client_created on client (created_at, id) where deleted_at is null;

-- A role held by a user or a machine client, in a scope.
create table role_grant (
	id uuid primary key,
	user_id uuid references users,
	client_id uuid references client,
	role_id uuid not null references role,
	scope text not null check (scope in ('ORGANIZATION', 'CONSORTIUM', 'REGION', 'ALL')),
	scope_id text,
	granted_by text not null,
	granted_at timestamptz not null,
	check (num_nonnulls(user_id, client_id) = 1),
	check ((scope = 'ALL') = (scope_id is null)),
	unique nulls not distinct (user_id, client_id, role_id, scope, scope_id)
);
create index role_grant_client on role_grant (client_id);
create index role_grant_role on role_grant (role_id);

create table user_sync (
	id uuid primary key,
	organization_id uuid,
	dry_run boolean not null,
	state text not null check (state in ('RUNNING', 'SUCCEEDED', 'FAILED')),
	reason text,
	fetched int not null default 0,
	created int not null default 0,
	updated int not null default 0,
	deactivated int not null default 0,
	unchanged int not null default 0,
	failed int not null default 0,
	requested_by text not null,
	version bigint not null default 0,
	started_at timestamptz not null,
	beat_at timestamptz not null,
	finished_at timestamptz
);
-- One run at a time, on however many replicas.
create unique index user_sync_running on user_sync (state) where state = 'RUNNING';

create table user_sync_failure (
	sync_id uuid not null references user_sync on delete cascade,
	row_number int not null,
	his_user_id text,
	login_name text,
	org_code text,
	field text not null,
	code text not null,
	primary key (sync_id, row_number)
);

-- From the right password to the sign-out or the absolute limit. Sessions and tokens hang on it: it ends, and they end.
create table sign_in (
	id uuid primary key,
	user_id uuid not null references users,
	started_at timestamptz not null,
	ends_at timestamptz not null,
	second_factor_at timestamptz,
	address text not null,
	device text
);
create index sign_in_user on sign_in (user_id, started_at, id);
create index sign_in_end on sign_in (ends_at);

alter table oauth2_authorization add column sign_in_id uuid references sign_in on delete cascade;
create index oauth2_authorization_sign_in on oauth2_authorization (sign_in_id);
-- Those of people have no sign-in to hang on yet; they sign in again.
delete from oauth2_authorization where authorization_grant_type = 'authorization_code';

-- Addresses from which names or passwords were guessed, until the lock is over. Not a cache: a lock must outlive Redis.
create table sign_in_address (
	address text primary key,
	locked_until timestamptz,
	failed_at timestamptz not null
);
create index sign_in_address_failed on sign_in_address (failed_at);

create table sign_in_failure (
	address text not null references sign_in_address on delete cascade,
	login_hash text not null,
	failed_at timestamptz not null,
	primary key (address, login_hash)
);

create table second_factor (
	user_id uuid primary key references users,
	secret text not null,
	last_step bigint not null,
	confirmed_at timestamptz not null
);
comment on column second_factor.secret is 'encrypted';
comment on column second_factor.last_step is 'time step of the last code used; none up to it is good any more';

create table recovery_code (
	user_id uuid not null references second_factor on delete cascade,
	code_hash text not null,
	primary key (user_id, code_hash)
);

-- Secrets shown, but not confirmed by a code yet.
create table second_factor_enrolment (
	sign_in_id uuid primary key references sign_in on delete cascade,
	secret text not null
);
comment on column second_factor_enrolment.secret is 'encrypted';

alter table role add column second_factor_required boolean not null default false;
-- Who holds a role that asks for a second factor from now on shows one before the next request.
drop trigger role_changes_access on role;
create trigger role_changes_access after update on role
	for each row when ((old.code, old.platform_access, old.permissions, old.second_factor_required)
		is distinct from (new.code, new.platform_access, new.permissions, new.second_factor_required))
	execute function note_access_change('role', 'code');

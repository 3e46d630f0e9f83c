-- The last change of each thing that access tokens depend on. Numbers of one thing grow, in the order of the commits:
-- whoever changes the thing holds this row until then. They are microseconds, so that they also grow over a restore.
create table access_change (
	key text collate "C" primary key,
	number bigint not null,
	pending boolean not null default true
);
comment on column access_change.pending is 'not yet published';
create index access_change_pending on access_change (key) where pending;

-- Notes a change of what the column of the row names. For triggers; the arguments are the kind of thing and the column.
-- A statement that comes to rows in another order than a second one waits for them already, so this adds no deadlock.
create function note_access_change() returns trigger language plpgsql as $$
begin
	insert into access_change as known (key, number)
	select changed.key, (extract(epoch from clock_timestamp()) * 1000000)::bigint
	from (select distinct tg_argv[0] || ':' || (version ->> tg_argv[1]) as key
		from unnest(array[to_jsonb(old), to_jsonb(new)]) version
		where version ->> tg_argv[1] is not null order by 1) changed
	on conflict (key) do update set number = greatest(known.number + 1, excluded.number), pending = true;
	return null;
end $$;

create trigger user_grant_changes_access after insert or update or delete on role_grant
	for each row execute function note_access_change('user', 'user_id');
create trigger client_grant_changes_access after insert or update or delete on role_grant
	for each row execute function note_access_change('client', 'client_id');

-- Not when an account is locked: anybody could throw anybody out of their work by failing to sign in as them.
create trigger user_changes_access after update on users
	for each row when ((old.active, old.organization_id, old.password_hash)
		is distinct from (new.active, new.organization_id, new.password_hash))
	execute function note_access_change('user', 'id');

create trigger client_changes_access after update on client
	for each row when ((old.deleted_at, old.organization_id, old.secret_hash)
		is distinct from (new.deleted_at, new.organization_id, new.secret_hash))
	execute function note_access_change('client', 'id');

create trigger role_changes_access after update on role
	for each row when ((old.code, old.platform_access, old.permissions)
		is distinct from (new.code, new.platform_access, new.permissions))
	execute function note_access_change('role', 'code');
create trigger role_deletion_changes_access after delete on role
	for each row execute function note_access_change('role', 'code');

create trigger organization_changes_access after update on organization
	for each row when (old.consortium_id is distinct from new.consortium_id)
	execute function note_access_change('organization', 'id');

-- What signing out, revoking a token and ending all sessions of somebody come to. Machines depend on their client alone.
create trigger authorization_end_changes_access after delete on oauth2_authorization
	for each row when (old.authorization_grant_type <> 'client_credentials' and old.access_token_expires_at > now())
	execute function note_access_change('authorization', 'id');
create trigger authorization_revocation_changes_access after update on oauth2_authorization
	for each row when (old.authorization_grant_type <> 'client_credentials'
		and new.access_token_metadata like '%"metadata.token.invalidated":true%'
		and old.access_token_metadata is distinct from new.access_token_metadata)
	execute function note_access_change('authorization', 'id');

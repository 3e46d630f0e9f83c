-- From here on the service works as a role that owns nothing: it can't change the layout of tables, nor give itself
-- rights. Tables made later get the same rights by default; see docs/adr/0020.
do $$ begin
	if current_user = '${service-role}' then
		raise exception 'The service must not work as the owner of its database, % : give spring.flyway.user the owner, and spring.datasource.username another role', current_user;
	end if;
end $$;

grant usage on schema public to "${service-role}";
grant select, insert, update, delete on all tables in schema public to "${service-role}";
grant usage, select on all sequences in schema public to "${service-role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${service-role}";
alter default privileges in schema public grant usage, select on sequences to "${service-role}";
revoke all on "${flyway:table}" from "${service-role}";

-- Rights take the place of rules that silently did nothing.
drop rule audit_event_keeps_what_it_has on audit_event;
drop rule audit_event_forgets_nothing on audit_event;

alter table audit_event
	add column consortium_id uuid,
	add column region_code text,
	add column resident_hash text,
	add column result text not null default 'SUCCESS' check (result in ('SUCCESS', 'DENIED', 'FAILED')),
	add column items int,
	add column origin text,
	add column trace_id text,
	-- Keyed hash of all the others; only entries from before this migration have none.
	add column signature text;
create index audit_event_caller on audit_event (caller, at desc, id desc);
create index audit_event_action on audit_event (action, at desc, id desc);
create index audit_event_resident on audit_event (resident_hash, at desc, id desc) where resident_hash is not null;
create index audit_event_organization on audit_event (organization_id, at desc, id desc);
create index audit_event_consortium on audit_event (consortium_id, at desc, id desc);

-- The chain: a gapless number for each entry, and a keyed hash over the entry and the seal before.
create table audit_seal (
	number bigint primary key check (number > 0),
	event_id uuid not null unique,
	hash text not null
);

-- Where the chain begins after the oldest entries were purged: number and hash of the last of them.
create table audit_anchor (
	number bigint primary key,
	hash text not null,
	at timestamptz not null,
	signature text not null
);

-- What isn't in the chain yet. Written with each entry, in its transaction, so none that commits late is skipped.
create table audit_unsealed (
	event_id uuid primary key,
	refused boolean not null default false
);
insert into audit_unsealed (event_id) select id from audit_event;
create function await_audit_seal() returns trigger language plpgsql as $$
begin
	insert into audit_unsealed (event_id) select id from appended;
	return null;
end $$;
create trigger audit_event_awaits_seal after insert on audit_event
	referencing new table as appended for each statement execute function await_audit_seal();

revoke update, delete on audit_event, audit_seal, audit_anchor from "${service-role}";

-- The only way an entry goes. Runs as the owner, and looks by itself at what must be kept.
create function purge_audit_events(up_to bigint) returns bigint language plpgsql security definer
	set search_path = pg_catalog, public, pg_temp as $$
declare
	purged bigint;
begin
	if not exists (select from public.audit_anchor where number = up_to) then
		raise exception 'the chain would have no anchor at %', up_to;
	end if;
	if exists (select from public.audit_seal s join public.audit_event e on e.id = s.event_id
			where s.number <= up_to and e.at > now() - interval '180 days') then
		raise exception 'audit entries are kept for 180 days at least';
	end if;
	with seals as (delete from public.audit_seal where number <= up_to returning event_id)
	delete from public.audit_event e using seals where e.id = seals.event_id;
	get diagnostics purged = row_count;
	return purged;
end $$;
revoke execute on function purge_audit_events(bigint) from public;
grant execute on function purge_audit_events(bigint) to "${service-role}";

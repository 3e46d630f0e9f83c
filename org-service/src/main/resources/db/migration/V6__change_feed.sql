-- What followers of the register have to read again: each organization once, at its latest change. Rows come in the order
-- of the transactions that wrote them, and are shown when no older transaction can write any more.
create table organization_change (
	organization_id uuid primary key references organization on delete cascade,
	xid             xid8 not null default pg_current_xact_id(),
	changed_at      timestamptz not null default now()
);
insert into organization_change (organization_id) select id from organization;
create index organization_change_in_order on organization_change (xid, organization_id);

create function note_organization_change() returns trigger language plpgsql as $$
declare
	changed uuid;
begin
	if tg_table_name = 'organization' then
		changed := new.id;
	elsif tg_op = 'DELETE' then
		changed := old.organization_id;
	else
		changed := new.organization_id;
	end if;
	insert into organization_change (organization_id) values (changed)
	on conflict (organization_id) do update set xid = excluded.xid, changed_at = excluded.changed_at
	where organization_change.xid <> excluded.xid;
	return null;
end $$;

create trigger organization_changes after insert or update on organization
	for each row execute function note_organization_change();
create trigger edition_changes after insert or update or delete on organization_edition
	for each row execute function note_organization_change();
create trigger membership_changes after insert or update or delete on membership
	for each row execute function note_organization_change();

-- Up to which day followers know what the calendar has changed.
create table calendar_turn (
	only_one   boolean primary key default true check (only_one),
	noted_until date not null
);
insert into calendar_turn (noted_until) values ((now() at time zone 'Asia/Shanghai')::date);

-- What is cached of an organization is made of these.
create trigger organization_outdates after insert or update or delete on organization
	for each statement execute function outdate_cache('organization');
create trigger edition_outdates after insert or update or delete on organization_edition
	for each statement execute function outdate_cache('organization');
create trigger membership_outdates after insert or update or delete on membership
	for each statement execute function outdate_cache('organization');

-- A dump restored into another cluster brings numbers of transactions along that lie ahead there; nobody would be shown
-- these rows, or what changes next.
do $$ begin
	if to_regclass('organization_change') is not null then
		update organization_change set xid = pg_current_xact_id() where xid > pg_current_xact_id();
	end if;
end $$;

-- What services declared that can be permitted. Nothing is ever deleted but what another service took over: roles may
-- hold it. What its services have left out for an hour counts as withdrawn.
create table declared_permission (
	service text not null,
	code text not null check (code ~ '^[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*$'),
	resource text not null generated always as (split_part(code, ':', 1)) stored,
	chinese text not null,
	english text not null,
	shared boolean not null,
	declared_at timestamptz not null,
	primary key (service, code)
);
comment on column declared_permission.shared is 'declared by the platform for every service; any other resource belongs to one service';
create index declared_permission_resource on declared_permission (resource);

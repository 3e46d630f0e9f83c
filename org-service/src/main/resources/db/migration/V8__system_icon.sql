-- The icon an organization's systems show: never what was sent, but what was made of it once it had been looked through.
create table system_icon (
	organization_id uuid primary key references organization,
	version         bigint not null,
	media_type      text not null check (media_type in ('image/png', 'image/svg+xml')),
	content         bytea not null check (length(content) between 1 and 524288),
	content_hash    text not null generated always as (encode(sha256(content), 'hex')) stored,
	-- As far as the image itself says.
	width           integer check (width > 0),
	height          integer check (height > 0),
	created_at      timestamptz not null,
	updated_at      timestamptz not null
);

create trigger system_icon_outdates after insert or update or delete on system_icon
	for each statement execute function outdate_cache('system_config');

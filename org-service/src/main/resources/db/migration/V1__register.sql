-- Equality on uuid inside the temporal constraints below. Trusted: the database's owner may create it.
create extension if not exists btree_gist;

create table region (
	code        text collate "C" primary key check (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
	name        text collate "C" not null,
	level       text not null check (level in ('COUNTY', 'TOWNSHIP', 'VILLAGE')),
	parent_code text collate "C" references region,
	version     bigint not null default 0
);
create index region_children on region (parent_code, code);

-- Every run of one and two characters of a text. Chinese names are searched by substring, most often two characters
-- long, which trigrams cannot find; they also depend on the locale of the database, and this does not.
create function grams(content text) returns text[] language sql immutable strict parallel safe
	return array(select distinct substr(content, start, length)
		from generate_series(1, char_length(content)) start, generate_series(1, 2) length
		where start + length <= char_length(content) + 1);

create table organization (
	id               uuid primary key,
	version          bigint not null,
	name             text collate "C" not null,
	short_name       text not null,
	type             text not null,
	tier             text not null check (tier in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
	credit_code      text constraint organization_credit_code unique,
	institution_code text constraint organization_institution_code unique,
	region_code      text collate "C" not null,
	parent_id        uuid references organization check (parent_id <> id),
	address          text,
	latitude         double precision,
	longitude        double precision,
	phone            text,
	beds             integer check (beds >= 0),
	hospital_grade   text,
	opened_on        date not null,
	closed_on        date check (closed_on > opened_on),
	closure_reason   text,
	created_at       timestamptz not null,
	updated_at       timestamptz not null,
	search_text      text not null generated always as (lower(name || ' ' || short_name)) stored,
	life             daterange not null generated always as (daterange(opened_on, closed_on)) stored,
	check ((latitude is null) = (longitude is null)),
	constraint organization_life unique (id, life without overlaps)
);
create index organization_by_region on organization (region_code, id);
create index organization_by_name on organization (name, id);
create index organization_by_opening on organization (opened_on, id);
create index organization_by_tier on organization (tier, region_code, id);
create index organization_children on organization (parent_id) where parent_id is not null;
create index organization_search on organization using gin (grams(search_text));

create table consortium (
	id                     uuid primary key,
	version                bigint not null,
	name                   text collate "C" not null,
	region_code            text collate "C" not null check (region_code ~ '^[0-9]{6}$'),
	established_on         date not null,
	referral_validity_days integer not null check (referral_validity_days between 1 and 90),
	created_at             timestamptz not null,
	updated_at             timestamptz not null,
	existence              daterange not null generated always as (daterange(established_on, null)) stored
);
create index consortium_by_region on consortium (region_code, id);
create index consortium_by_name on consortium (name, id);
create index consortium_by_establishment on consortium (established_on, id);

-- Dates are half open: on the day it leaves, an organization is no member any more.
create table membership (
	id              uuid primary key,
	version         bigint not null,
	consortium_id   uuid not null references consortium,
	organization_id uuid not null references organization,
	joined_on       date not null,
	left_on         date check (left_on > joined_on),
	tenure          daterange not null generated always as (daterange(joined_on, left_on)) stored,
	-- An organization is in at most one consortium at any date.
	constraint membership_in_one_consortium unique (organization_id, tenure without overlaps),
	constraint membership_tenure unique (consortium_id, organization_id, tenure without overlaps),
	-- Nobody is a member before it opens or after it closes.
	constraint membership_within_life foreign key (organization_id, period tenure)
		references organization (id, period life)
);
create index membership_of_consortium on membership (consortium_id, joined_on);

create table leadership (
	consortium_id   uuid not null references consortium,
	organization_id uuid not null references organization,
	from_on         date not null,
	until_on        date check (until_on > from_on),
	tenure          daterange not null generated always as (daterange(from_on, until_on)) stored,
	-- At most one lead at any date …
	constraint leadership_of_one primary key (consortium_id, tenure without overlaps),
	-- … which is a member as long as it leads.
	constraint leadership_by_member foreign key (consortium_id, organization_id, period tenure)
		references membership (consortium_id, organization_id, period tenure) deferrable initially deferred
);
create index leadership_of_organization on leadership (organization_id);

-- … and at least one, from the day of establishment on.
alter table consortium add constraint consortium_always_led foreign key (id, period existence)
	references leadership (consortium_id, period tenure) deferrable initially deferred;

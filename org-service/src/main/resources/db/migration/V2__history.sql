-- What an organization is and where it stands is dated. Editions are half open like all dates here, and there is
-- exactly one for every day since the organization opened.
create table organization_edition (
	organization_id uuid not null,
	from_on         date not null,
	until_on        date check (until_on > from_on),
	name            text collate "C" not null,
	short_name      text not null,
	type            text not null,
	tier            text not null check (tier in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
	hospital_grade  text,
	region_code     text collate "C" not null,
	parent_id       uuid references organization check (parent_id <> organization_id),
	search_text     text not null generated always as (lower(name || ' ' || short_name)) stored,
	valid           daterange not null generated always as (daterange(from_on, until_on)) stored,
	-- At most one on any day …
	constraint edition_of_a_day primary key (organization_id, valid without overlaps)
);
insert into organization_edition (organization_id, from_on, name, short_name, type, tier, hospital_grade, region_code,
	parent_id)
select id, opened_on, name, short_name, type, tier, hospital_grade, region_code, parent_id from organization;

-- The indexes over these columns go with them.
alter table organization
	drop column search_text,
	drop column name,
	drop column short_name,
	drop column type,
	drop column tier,
	drop column hospital_grade,
	drop column region_code,
	drop column parent_id,
	add column existence daterange not null generated always as (daterange(opened_on, null)) stored,
	add constraint organization_existence unique (id, existence without overlaps);

-- … none before it opens …
alter table organization_edition add constraint edition_within_existence
	foreign key (organization_id, period valid) references organization (id, period existence)
	deferrable initially deferred;
-- … and one on every day from then on.
alter table organization add constraint organization_always_described foreign key (id, period existence)
	references organization_edition (organization_id, period valid) deferrable initially deferred;

create unique index edition_of_organization on organization_edition (organization_id, from_on);
create index edition_by_region on organization_edition (region_code, organization_id);
create index edition_by_name on organization_edition (name, organization_id);
create index edition_by_tier on organization_edition (tier, region_code, organization_id);
create index edition_children on organization_edition (parent_id) where parent_id is not null;
create index edition_search on organization_edition using gin (grams(search_text));

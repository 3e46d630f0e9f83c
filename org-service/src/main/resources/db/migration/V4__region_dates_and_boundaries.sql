-- A division exists from the day it is established until the day it is abolished, on which it is gone already. Where a
-- date is missing, nobody knows it or the day has not come.
alter table region
	add column established_on date,
	add column abolished_on   date,
	-- Written by an administrator: the file of divisions no longer overrules it.
	add column maintained     boolean not null default false,
	add constraint region_dates check (abolished_on > established_on),
	add column existence      daterange not null generated always as (daterange(established_on, abolished_on)) stored;
create index region_by_name on region (name, code);
create index region_by_level on region (level, code);
create index region_search on region using gin (grams(lower(name)));

-- Where divisions lie: one drawing for each, a GeoJSON geometry written compactly, with its bounding box in degrees.
create table region_boundary (
	code       text collate "C" primary key references region,
	geometry   text not null,
	west       double precision not null check (west between -180 and 180),
	south      double precision not null check (south between -90 and 90),
	east       double precision not null check (east between west and 180),
	north      double precision not null check (north between south and 90),
	-- A picture to look at, and no survey.
	schematic  boolean not null,
	source     text not null,
	-- Never the same twice, also when a drawing is removed and another one comes.
	version    bigint not null,
	updated_at timestamptz not null,
	updated_by text not null
);
create sequence region_boundary_version;

create table note (
  id uuid primary key,
  text text not null,
  weight text not null default '1',
  owner uuid not null,
  written_at timestamptz not null,
  version bigint not null default 0
);

create table note (
  id uuid primary key,
  text text not null,
  weight int not null,
  written_at timestamptz not null,
  version bigint not null
);

-- What every service's database holds for the platform.

create table idempotency_key (
  caller text not null,
  key text not null check (length(key) <= 255),
  request_hash text not null,
  status int not null,
  location text,
  etag text,
  content_type text,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table audit_event (
  id uuid primary key,
  at timestamptz not null,
  caller text not null,
  caller_kind text not null,
  organization_id uuid,
  action text not null,
  resource text not null,
  resource_id text,
  reason text
);
create index audit_event_time on audit_event (at desc, id desc);
create rule audit_event_keeps_what_it_has as on update to audit_event do instead nothing;
create rule audit_event_forgets_nothing as on delete to audit_event do instead nothing;

-- Filled for what is there already by the sealing of what is outdated.
alter table users add mobile_hash text collate "C";
create index users_mobile_hash on users (mobile_hash);

comment on column users.mobile_hash is 'keyed hash';
comment on column client_secret.hash is 'keyed hash';
comment on column recovery_code.code_hash is 'keyed hash';
comment on column activation.code_hash is 'keyed hash';

-- Of a client two secrets may be good at a time, while its system changes from one to the next.
create table client_secret (
	id uuid primary key,
	client_id uuid not null references client,
	hash text not null unique,
	created_at timestamptz not null,
	expires_at timestamptz,
	last_used_at timestamptz
);
create index client_secret_client on client_secret (client_id);

insert into client_secret (id, client_id, hash, created_at)
select uuidv7(), id, secret_hash, updated_at from client where deleted_at is null;

-- Another one whenever the tokens that a client has are to end. What watched for a changed secret watches this from now on,
-- since a second secret, or another key, is no reason for tokens to end.
alter table client rename column secret_hash to generation;
update client set generation = uuidv7();

alter table client
	add column enabled boolean not null default true,
	add column requests_per_minute int check (requests_per_minute > 0),
	add column public_keys text;
comment on column client.public_keys is 'JWK set of private_key_jwt';

-- Assertions of private_key_jwt that were shown already: each is good once.
create table used_client_assertion (
	client_id uuid not null references client,
	jti_hash text not null,
	expires_at timestamptz not null,
	primary key (client_id, jti_hash)
);
create index used_client_assertion_expiry on used_client_assertion (expires_at);

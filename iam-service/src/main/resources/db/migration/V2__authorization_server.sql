-- Of Spring Authorization Server; token values are keyed hashes.
create table oauth2_authorization (
	id text primary key,
	registered_client_id text not null,
	principal_name text not null,
	authorization_grant_type text not null,
	authorized_scopes text,
	attributes text,
	state text,
	authorization_code_value text,
	authorization_code_issued_at timestamptz,
	authorization_code_expires_at timestamptz,
	authorization_code_metadata text,
	access_token_value text,
	access_token_issued_at timestamptz,
	access_token_expires_at timestamptz,
	access_token_metadata text,
	access_token_type text,
	access_token_scopes text,
	oidc_id_token_value text,
	oidc_id_token_issued_at timestamptz,
	oidc_id_token_expires_at timestamptz,
	oidc_id_token_metadata text,
	refresh_token_value text,
	refresh_token_issued_at timestamptz,
	refresh_token_expires_at timestamptz,
	refresh_token_metadata text,
	user_code_value text,
	user_code_issued_at timestamptz,
	user_code_expires_at timestamptz,
	user_code_metadata text,
	device_code_value text,
	device_code_issued_at timestamptz,
	device_code_expires_at timestamptz,
	device_code_metadata text
);
create index oauth2_authorization_code on oauth2_authorization (authorization_code_value);
create index oauth2_authorization_access_token on oauth2_authorization (access_token_value);
create index oauth2_authorization_id_token on oauth2_authorization (oidc_id_token_value);
create index oauth2_authorization_refresh_token on oauth2_authorization (refresh_token_value);
create index oauth2_authorization_state on oauth2_authorization (state);
create index oauth2_authorization_user_code on oauth2_authorization (user_code_value);
create index oauth2_authorization_device_code on oauth2_authorization (device_code_value);
create index oauth2_authorization_client on oauth2_authorization (registered_client_id);
create index oauth2_authorization_principal on oauth2_authorization (principal_name);

-- Refresh tokens already exchanged for another: whoever shows one has stolen it, or was stolen from.
create table spent_refresh_token (
	token_hash text primary key,
	authorization_id text not null references oauth2_authorization on delete cascade
);
create index spent_refresh_token_authorization on spent_refresh_token (authorization_id);

create table signing_key (
	kid text primary key,
	private_jwk text not null,
	signs_from timestamptz not null
);
comment on column signing_key.private_jwk is 'encrypted';

-- Of Spring Session: sign-ins survive a restart and are known to every replica.
create table spring_session (
	primary_id char(36) primary key,
	session_id char(36) not null unique,
	creation_time bigint not null,
	last_access_time bigint not null,
	max_inactive_interval int not null,
	expiry_time bigint not null,
	principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
	session_primary_id char(36) not null references spring_session on delete cascade,
	attribute_name varchar(200) not null,
	attribute_bytes bytea not null,
	primary key (session_primary_id, attribute_name)
);

-- Columns with these comments are sealed anew, or waited for, when a key gets a new version.
comment on column idempotency_key.body is 'encrypted';
comment on column idempotency_key.request_hash is 'keyed hash';

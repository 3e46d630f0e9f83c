-- Filled for what is there already by the sealing of what is outdated.
alter table referral add patient_phone_hash text collate "C";
create index on referral (patient_phone_hash);

comment on column referral.patient_name is 'encrypted';
comment on column referral.patient_name_hash is 'keyed hash';
comment on column referral.patient_id_number is 'encrypted';
comment on column referral.patient_id_number_hash is 'keyed hash';
comment on column referral.patient_phone is 'encrypted';
comment on column referral.patient_phone_hash is 'keyed hash';

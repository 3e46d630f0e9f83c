-- Patients are found by a part of their name, too. Rows of before get theirs when they are sealed anew.
alter table referral add column patient_name_parts text[] collate "C";
comment on column referral.patient_name_parts is 'keyed hash';
create index on referral using gin (patient_name_parts);

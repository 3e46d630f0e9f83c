-- Patients are found by a part of their name, too. Rows of before get theirs when they are sealed anew.
alter table consultation add column patient_name_parts text[] collate "C";
comment on column consultation.patient_name_parts is 'keyed hash';

-- What an organization still has to see through; the same words are in OpenCounts.
create index referral_open_source on referral (source_id)
    where ended_at is null and status in ('APPLIED', 'OUTPATIENT_VISITED', 'ADMITTED', 'ADMISSION_CANCELLED', 'DISCHARGE_CANCELLED');
create index referral_open_target on referral (target_id)
    where ended_at is null and status in ('APPLIED', 'OUTPATIENT_VISITED', 'ADMITTED', 'ADMISSION_CANCELLED', 'DISCHARGE_CANCELLED');

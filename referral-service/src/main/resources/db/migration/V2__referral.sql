create sequence referral_number;

create table referral (
    id                          uuid        primary key,
    referral_number             text        not null unique,
    type                        text        not null check (type in ('UP', 'DOWN', 'SAME_LEVEL')),
    status                      text        not null check (status in (
        'APPLIED', 'OUTPATIENT_VISITED', 'OUTPATIENT_COMPLETED', 'ADMITTED', 'ADMISSION_CANCELLED', 'DISCHARGED',
        'DISCHARGE_CANCELLED', 'RETURNED', 'EXPIRED')),

    -- Both sides as they stood when the referral was applied for.
    source_id                   uuid        not null,
    source_name                 text        not null,
    source_tier                 text        not null,
    source_consortium_id        uuid,
    source_region_code          text        not null collate "C",
    target_id                   uuid        not null,
    target_name                 text        not null,
    target_tier                 text        not null,
    target_consortium_id        uuid,
    target_region_code          text        not null collate "C",
    doctor_id                   uuid        not null,
    doctor_name                 text        not null collate "C",
    doctor_department           text,

    -- The patient: encrypted, and keyed hashes to find them by exact match.
    patient_name                text        not null,
    patient_name_hash           text        not null collate "C",
    patient_id_number           text        not null,
    patient_id_number_hash      text        not null collate "C",
    patient_phone               text,
    patient_gender              text        not null check (patient_gender in ('0', '1', '2', '9')),
    patient_birth_date          date        not null,

    -- The referral letter.
    department                  text        not null,
    advice                      text        not null,
    reason                      text        not null,
    diagnosis_code              text        not null collate "C",
    diagnosis_text              text        not null collate "C",
    history                     text,
    allergies                   text,
    treatment                   text,
    appointment_at              timestamptz not null,
    emergency                   boolean     not null,

    applied_at                  timestamptz not null,
    imported                    boolean     not null,
    validity_days               int         not null check (validity_days between 1 and 90),
    valid_until                 timestamptz not null,
    care_to_come                boolean     not null,

    -- What the receiver's hospital told.
    outpatient_number           text        collate "C",
    visited_at                  timestamptz,
    outpatient_diagnosis_code   text,
    outpatient_diagnosis_text   text,
    inpatient_department        text,
    inpatient_number            text        collate "C",
    admitted_at                 timestamptz,
    discharged_at               timestamptz,

    return_summary              text,
    return_plan                 text,
    return_medication           text,
    return_doctor_id            uuid,
    return_doctor_name          text,
    void_kind                   text        check (void_kind in ('WITHDRAWN', 'REFUSED')),
    void_reason                 text,
    void_by                     text,
    void_organization_id        uuid,
    ended_at                    timestamptz,

    created_at                  timestamptz not null,
    updated_at                  timestamptz not null,
    version                     bigint      not null,

    check (source_id <> target_id),
    check ((status = 'RETURNED') = (return_summary is not null)),
    check ((status in ('RETURNED', 'EXPIRED') or void_kind is not null) = (ended_at is not null)),
    check (void_kind is null or status = 'APPLIED')
);

-- Guarantees: one open referral for a patient, target and department.
create unique index referral_open_once on referral (patient_id_number_hash, target_id, department) where care_to_come;

-- One index for each way to see a referral and each sort of the list. What filters ask for most goes along, so that
-- rows which don't pass are left out without being read.
create index on referral (applied_at, id) include (status, type, emergency, imported, void_kind);
create index on referral (source_id, applied_at, id) include (status, type, emergency, imported, void_kind);
create index on referral (target_id, applied_at, id) include (status, type, emergency, imported, void_kind);
create index on referral (source_consortium_id, applied_at, id) include (status, type, emergency, imported, void_kind);
create index on referral (target_consortium_id, applied_at, id) include (status, type, emergency, imported, void_kind);
create index on referral (left(source_region_code, 6), applied_at, id);
create index on referral (left(target_region_code, 6), applied_at, id);
create index on referral (appointment_at, id);
create index on referral (source_id, appointment_at, id);
create index on referral (target_id, appointment_at, id);
create index on referral (source_consortium_id, appointment_at, id);
create index on referral (target_consortium_id, appointment_at, id);
create index on referral (left(source_region_code, 6), appointment_at, id);
create index on referral (left(target_region_code, 6), appointment_at, id);

-- Divisions above the county: a few rows are found by these, many by walking the sort.
create index on referral (source_region_code);
create index on referral (target_region_code);

-- What is rare would take long to meet in the order of time.
create index on referral (status, applied_at, id);
create index on referral (type, applied_at, id);
create index on referral (applied_at, id) where emergency;
create index on referral (applied_at, id) where imported;
create index on referral (applied_at, id) where void_kind is not null;

-- Search by q: each of these finds few rows, and they are combined.
create index on referral (patient_id_number_hash);
create index on referral (patient_name_hash);
create index on referral (outpatient_number) where outpatient_number is not null;
create index on referral (inpatient_number) where inpatient_number is not null;
create index on referral (doctor_name);
create index on referral (diagnosis_code);
create index on referral (diagnosis_text);

-- What the clock has to look at.
create index referral_to_expire on referral (valid_until)
    where ended_at is null and (status = 'APPLIED' or (status = 'ADMISSION_CANCELLED' and visited_at is null));

-- Every move, append only. A late event can change the path: the old rows then stay and are marked superseded.
create table referral_move (
    id                    uuid        primary key,
    referral_id           uuid        not null references referral,
    position              int         not null,
    kind                  text        not null check (kind in ('APPLICATION', 'MOVE', 'VOID')),
    from_status           text,
    to_status             text,
    occurred_at           timestamptz not null,
    recorded_at           timestamptz not null,
    actor_kind            text        not null,
    actor_id              text,
    actor_organization_id uuid,
    source                text,
    event_id              text,
    reason                text,
    superseded_at         timestamptz
);

create unique index referral_move_path on referral_move (referral_id, position) where superseded_at is null;
create index on referral_move (referral_id);

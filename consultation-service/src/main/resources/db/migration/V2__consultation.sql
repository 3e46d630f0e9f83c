create sequence consultation_number;

create table consultation (
    id                                uuid        primary key,
    consultation_number               text        not null unique,
    type                              text        not null check (type in (
        'CLINICAL', 'IMAGING', 'ECG', 'PATHOLOGY', 'LABORATORY')),
    urgency                           text        not null check (urgency in ('ROUTINE', 'URGENT', 'EMERGENCY')),
    status                            text        not null check (status in (
        'SUBMITTED', 'ACCEPTED', 'SCHEDULED', 'SENT_BACK', 'REPORTED', 'DECLINED', 'CANCELLED')),

    -- Both sides as they stood on the day of submission.
    applicant_id                      uuid        not null,
    applicant_name                    text        not null,
    applicant_tier                    text        not null,
    applicant_consortium_id           uuid,
    applicant_region_code             text        not null collate "C",
    doctor_id                         uuid        not null,
    doctor_name                       text        not null collate "C",
    doctor_department                 text,
    center_id                         uuid        not null references consultation_center,
    center_organization_id            uuid        not null,
    center_organization_name          text        not null,
    center_organization_tier          text        not null,
    center_organization_consortium_id uuid,
    center_organization_region_code   text        not null collate "C",

    -- The patient: encrypted, and keyed hashes to find them by.
    patient_name                      text        not null,
    patient_name_hash                 text        not null collate "C",
    patient_id_number                 text        not null,
    patient_id_number_hash            text        not null collate "C",
    patient_phone                     text,
    patient_phone_hash                text        collate "C",
    patient_gender                    text        not null check (patient_gender in ('0', '1', '2', '9')),
    patient_birth_date                date        not null,

    -- What is asked.
    department                        text        not null,
    purpose                           text        not null,
    clinical_summary                  text        not null,
    diagnosis_code                    text        not null collate "C",
    diagnosis_text                    text        not null collate "C",

    submitted_at                      timestamptz not null,
    imported                          boolean     not null,
    due_at                            timestamptz not null,

    claimed_by_id                     uuid,
    claimed_by_name                   text,
    claimed_at                        timestamptz,
    scheduled_at                      timestamptz,

    -- The first report counts for statistics, the last is what holds.
    first_reported_at                 timestamptz,
    report_version                    int,
    report_doctor_id                  uuid,
    report_doctor_name                text        collate "C",
    critical_value                    boolean     not null default false,
    critical_acknowledged_at          timestamptz,
    ended_at                          timestamptz,
    end_reason                        text,
    referral_id                       uuid,

    created_at                        timestamptz not null,
    updated_at                        timestamptz not null,
    version                           bigint      not null,

    check (applicant_id <> center_organization_id),
    check ((status = 'REPORTED') = (first_reported_at is not null)),
    check ((status = 'REPORTED') = (report_version is not null)),
    check ((status in ('REPORTED', 'DECLINED', 'CANCELLED')) = (ended_at is not null)),
    check (status <> 'SCHEDULED' or (type = 'CLINICAL' and scheduled_at is not null)),
    check ((claimed_by_id is null) = (claimed_at is null)),
    check (critical_acknowledged_at is null or critical_value)
);

comment on column consultation.patient_name is 'encrypted';
comment on column consultation.patient_name_hash is 'keyed hash';
comment on column consultation.patient_id_number is 'encrypted';
comment on column consultation.patient_id_number_hash is 'keyed hash';
comment on column consultation.patient_phone is 'encrypted';
comment on column consultation.patient_phone_hash is 'keyed hash';

-- One index for each way to see a consultation. What filters ask for most goes along.
create index on consultation (submitted_at, id) include (status, type, urgency, imported);
create index on consultation (applicant_id, submitted_at, id) include (status, type, urgency, imported);
create index on consultation (center_id, submitted_at, id) include (status, type, urgency, imported);
create index on consultation (center_organization_id, submitted_at, id) include (status, type, urgency, imported);
create index on consultation (applicant_consortium_id, submitted_at, id) include (status, type, urgency, imported);
create index on consultation (center_organization_consortium_id, submitted_at, id) include (status, type, urgency, imported);
create index on consultation (left(applicant_region_code, 6), submitted_at, id);
create index on consultation (left(center_organization_region_code, 6), submitted_at, id);
create index on consultation (applicant_region_code);
create index on consultation (center_organization_region_code);

-- Worklists: what is open, the most pressing first.
create index consultation_open_applicant on consultation (applicant_id, due_at, id)
    where status in ('SUBMITTED', 'ACCEPTED', 'SCHEDULED', 'SENT_BACK');
create index consultation_open_center on consultation (center_organization_id, due_at, id)
    where status in ('SUBMITTED', 'ACCEPTED', 'SCHEDULED', 'SENT_BACK');
create index consultation_open on consultation (due_at, id)
    where status in ('SUBMITTED', 'ACCEPTED', 'SCHEDULED', 'SENT_BACK');
create index consultation_critical on consultation (applicant_id, first_reported_at, id)
    where critical_value and critical_acknowledged_at is null;

-- What is rare would take long to meet in the order of time.
create index on consultation (status, submitted_at, id);
create index on consultation (claimed_by_id, submitted_at, id) where claimed_by_id is not null;

-- Search by what is known exactly.
create index on consultation (patient_id_number_hash);
create index on consultation (patient_name_hash);
create index on consultation (patient_phone_hash);
create index on consultation (doctor_name);
create index on consultation (diagnosis_code);

-- Every move, append only.
create table consultation_move (
    id                    uuid        primary key,
    consultation_id       uuid        not null references consultation,
    position              int         not null,
    kind                  text        not null,
    from_status           text,
    to_status             text        not null,
    occurred_at           timestamptz not null,
    recorded_at           timestamptz not null,
    actor_kind            text        not null,
    actor_id              text,
    actor_organization_id uuid,
    reason                text,
    constraint consultation_move_once unique (consultation_id, position)
);

-- Every version of every report; none is ever changed but for the reviewer's signature.
create table consultation_report (
    id              uuid        primary key,
    consultation_id uuid        not null references consultation,
    version         int         not null check (version > 0),
    findings        text        not null,
    opinion         text        not null,
    advice          text,
    critical_value  boolean     not null,
    doctor_id       uuid        not null,
    doctor_name     text        not null,
    reviewer_id     uuid,
    reviewer_name   text,
    reviewed_at     timestamptz,
    source          text        not null check (source in ('CENTER', 'THIRD_PARTY')),
    external_id     text        collate "C",
    amendment_reason text,
    signed_at       timestamptz not null,
    recorded_at     timestamptz not null,
    constraint consultation_report_version unique (consultation_id, version),
    constraint consultation_report_external unique (consultation_id, external_id),
    check (reviewer_id <> doctor_id),
    check ((version = 1) = (amendment_reason is null))
);

-- Questions of the centre and answers of the applicant, in order.
create table consultation_message (
    id              uuid        primary key,
    consultation_id uuid        not null references consultation,
    position        int         not null,
    kind            text        not null check (kind in ('QUESTION', 'ANSWER')),
    answers         uuid        references consultation_message,
    text            text        not null,
    author_id       uuid,
    author_name     text,
    organization_id uuid,
    written_at      timestamptz not null,
    constraint consultation_message_order unique (consultation_id, position),
    check ((kind = 'ANSWER') = (answers is not null))
);

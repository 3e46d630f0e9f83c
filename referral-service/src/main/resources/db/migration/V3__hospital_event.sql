-- The log of everything hospitals reported, parked and refused events too. The name of a source counts within its hospital.
create table hospital_event (
    id               uuid        primary key,
    referral_id      uuid        not null references referral,
    target_id        uuid        not null,
    source           text        not null collate "C",
    event_id         text        not null collate "C",
    type             text        not null,
    occurred_at      timestamptz not null,
    received_at      timestamptz not null,
    after_end        boolean     not null,
    outpatient_number text,
    diagnosis_code   text,
    diagnosis_text   text,
    department       text,
    inpatient_number text,
    first_outcome    text        not null check (first_outcome in ('APPLIED', 'PARKED', 'RECORDED', 'REFUSED')),
    actor_kind       text        not null,
    actor_id         text        not null,
    actor_organization_id uuid,
    constraint hospital_event_once unique (target_id, source, event_id)
);

create index on hospital_event (referral_id);

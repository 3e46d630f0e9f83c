-- What is to be delivered to the third-party system of the applicant: one row for each submission, which says nothing
-- of the patient. The id is the delivery id that the other side knows it by.
create table consultation_delivery (
    id                                uuid        primary key,
    consultation_id                   uuid        not null references consultation,
    -- 1 for the application, one more for each resubmission.
    number                            int         not null check (number > 0),

    -- Whose it is, as the consultation has it, which never changes.
    applicant_id                      uuid        not null,
    applicant_consortium_id           uuid,
    applicant_region_code             text        not null collate "C",
    center_organization_id            uuid        not null,
    center_organization_consortium_id uuid,
    center_organization_region_code   text        not null collate "C",

    state                             text        not null check (state in (
        'PENDING', 'DELIVERED', 'PARKED', 'NOT_CONFIGURED', 'WITHDRAWN')),
    attempts                          int         not null default 0,
    -- In a row, since it was enqueued or delivered again by hand.
    failures                          int         not null default 0,
    last_outcome                      text,
    last_attempt_at                   timestamptz,
    next_attempt_at                   timestamptz,
    give_up_at                        timestamptz not null,
    delivered_at                      timestamptz,
    -- Where it was going last.
    host                              text,

    -- Which hand of which replica has it, and until when that is believed to be alive.
    runner                            uuid,
    leased_until                      timestamptz,

    created_at                        timestamptz not null,

    constraint consultation_delivery_once unique (consultation_id, number),
    check (state <> 'PENDING' or next_attempt_at is not null),
    check (state in ('PENDING', 'NOT_CONFIGURED') or next_attempt_at is null),
    check (state <> 'DELIVERED' or delivered_at is not null),
    check ((runner is null) = (leased_until is null))
);

create index consultation_delivery_due on consultation_delivery (next_attempt_at) where next_attempt_at is not null;
create index consultation_delivery_pending on consultation_delivery (created_at) where state = 'PENDING';
create index consultation_delivery_parked on consultation_delivery (created_at, id) where state = 'PARKED';

-- One index for each way to see a delivery.
create index on consultation_delivery (created_at, id);
create index on consultation_delivery (applicant_id, created_at, id);
create index on consultation_delivery (center_organization_id, created_at, id);
create index on consultation_delivery (applicant_consortium_id, created_at, id);
create index on consultation_delivery (center_organization_consortium_id, created_at, id);
create index on consultation_delivery (left(applicant_region_code, 6), created_at, id);
create index on consultation_delivery (left(center_organization_region_code, 6), created_at, id);

-- An attempt whose outcome is missing was cut off: nobody knows whether the other side heard it.
create table consultation_delivery_attempt (
    delivery_id uuid        not null references consultation_delivery,
    number      int         not null check (number > 0),
    started_at  timestamptz not null,
    ended_at    timestamptz,
    outcome     text,
    primary key (delivery_id, number),
    check ((ended_at is null) = (outcome is null))
);

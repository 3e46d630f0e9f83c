-- Who reports for others. The organization is a snapshot of the day the centre was made or changed.
create table consultation_center (
    id                         uuid        primary key,
    consortium_id              uuid        not null,
    organization_id            uuid        not null,
    organization_name          text        not null,
    organization_tier          text        not null check (organization_tier in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY')),
    organization_consortium_id uuid,
    organization_region_code   text        not null collate "C",
    introduction               text        not null,
    specialties                text[]      not null,
    active                     boolean     not null,
    -- Which of the consortium's two places the centre takes while it is active.
    place                      smallint    check (place in (1, 2)),
    created_at                 timestamptz not null,
    updated_at                 timestamptz not null,
    version                    bigint      not null,
    check (active = (place is not null)),
    constraint consultation_center_once unique (consortium_id, organization_id)
);

-- Guarantees: two active centres for a consortium at most.
create unique index consultation_center_place on consultation_center (consortium_id, place) where active;

create index on consultation_center (created_at, id);
create index on consultation_center (organization_id, created_at, id);
create index on consultation_center (organization_consortium_id, created_at, id);
create index on consultation_center (left(organization_region_code, 6), created_at, id);

-- 报告医生, in the order given.
create table reporting_doctor (
    center_id uuid not null references consultation_center,
    position  int  not null,
    doctor_id uuid not null,
    name      text not null,
    primary key (center_id, position),
    constraint reporting_doctor_once unique (center_id, doctor_id)
);

-- Which organization may apply to which centre. Names, tiers, consortia and divisions are snapshots.
create table consultation_relation (
    id                                uuid        primary key,
    applicant_id                      uuid        not null,
    applicant_name                    text        not null,
    applicant_tier                    text        not null check (applicant_tier in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY')),
    applicant_consortium_id           uuid,
    applicant_region_code             text        not null collate "C",
    center_id                         uuid        not null references consultation_center,
    center_organization_id            uuid        not null,
    center_organization_name          text        not null,
    center_organization_tier          text        not null,
    center_organization_consortium_id uuid,
    center_organization_region_code   text        not null collate "C",
    created_at                        timestamptz not null,
    version                           bigint      not null,
    check (applicant_id <> center_organization_id),
    constraint consultation_relation_once unique (applicant_id, center_id)
);

create index on consultation_relation (created_at, id);
create index on consultation_relation (applicant_id, created_at, id);
create index on consultation_relation (center_id, created_at, id);
create index on consultation_relation (center_organization_id, created_at, id);
create index on consultation_relation (applicant_consortium_id, created_at, id);
create index on consultation_relation (center_organization_consortium_id, created_at, id);
create index on consultation_relation (left(applicant_region_code, 6), created_at, id);
create index on consultation_relation (left(center_organization_region_code, 6), created_at, id);

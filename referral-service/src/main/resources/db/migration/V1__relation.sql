-- Who may refer to whom. Names, tiers, consortia and divisions of both sides are snapshots, so that lists need nobody else.
create table referral_relation (
    id                   uuid        primary key,
    source_id            uuid        not null,
    source_name          text        not null,
    source_tier          text        not null check (source_tier in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY')),
    source_consortium_id uuid,
    source_region_code   text        not null collate "C",
    target_id            uuid        not null,
    target_name          text        not null,
    target_tier          text        not null check (target_tier in ('VILLAGE', 'TOWNSHIP', 'COUNTY', 'CITY')),
    target_consortium_id uuid,
    target_region_code   text        not null collate "C",
    type                 text        not null check (type in ('UP', 'DOWN', 'SAME_LEVEL')),
    enabled              boolean     not null,
    created_at           timestamptz not null,
    version              bigint      not null,
    check (source_id <> target_id),
    constraint referral_relation_once unique (source_id, target_id, type)
);

create index on referral_relation (created_at, id);
create index on referral_relation (source_id, created_at, id);
create index on referral_relation (target_id, created_at, id);
create index on referral_relation (source_consortium_id, created_at, id);
create index on referral_relation (target_consortium_id, created_at, id);
create index on referral_relation (left(source_region_code, 6), created_at, id);
create index on referral_relation (left(target_region_code, 6), created_at, id);

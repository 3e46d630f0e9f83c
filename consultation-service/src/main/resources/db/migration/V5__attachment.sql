-- Images, PDF and DICOM files that a side has added to a consultation. The content is a large object or lies in an
-- S3-compatible store; a column of type oid is what vacuumlo takes as a reference to it.
create table consultation_attachment (
    id                       uuid        primary key,
    consultation_id          uuid        not null references consultation,
    side                     text        not null check (side in ('APPLICANT', 'CENTER')),
    -- May hold the name of the patient.
    file_name                text        not null,
    format                   text        not null check (format in ('PNG', 'JPEG', 'PDF', 'DICOM')),
    size_bytes               bigint      not null check (size_bytes > 0),
    sha256                   text        not null collate "C" check (length(sha256) = 64),
    large_object             oid         unique,
    object_key               text        collate "C" unique,
    uploaded_at              timestamptz not null,
    uploader_kind            text        not null,
    uploader_id              text,
    uploader_organization_id uuid,
    uploader_name            text,
    -- Nothing is ever deleted: what was removed is only shown no longer.
    removed_at               timestamptz,
    remover_kind             text,
    remover_id               text,
    remover_organization_id  uuid,
    removal_reason           text,
    version                  bigint      not null,
    check (num_nonnulls(large_object, object_key) = 1),
    check (num_nonnulls(removed_at, remover_kind, removal_reason) in (0, 3))
);

comment on column consultation_attachment.file_name is 'encrypted';

create unique index consultation_attachment_once on consultation_attachment (consultation_id, sha256)
    where removed_at is null;
create index on consultation_attachment (consultation_id, uploaded_at, id);

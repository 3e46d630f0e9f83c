-- Pages count overdue work in an index alone, which takes that PostgreSQL knows what everybody sees. By default it looks only
-- when a fifth of the table has changed: at ten million rows, once in months.
alter table consultation set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01,
    autovacuum_analyze_scale_factor = 0.01);

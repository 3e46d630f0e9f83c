-- Centre statistics: sums that are kept while consultations come and move. See docs/adr/0034.

-- What a consultation adds to the sums; nothing when it was declined or cancelled. Its quarter is the one it was submitted
-- in, and its month, by China's calendar. Turnaround counts in exact seconds, and in whole hours and minutes, rounded down.
create function statistics_fact(c consultation, first_doctor_id uuid) returns table (
	center_id uuid, quarter date, month date, type text, applicant_id uuid,
	applications int, reported int, late int, seconds numeric, hours int, minutes int, doctor_id uuid
) language sql stable as $$
	select c.center_id,
		date_trunc('quarter', c.submitted_at at time zone 'Asia/Shanghai')::date,
		date_trunc('month', c.submitted_at at time zone 'Asia/Shanghai')::date,
		c.type,
		c.applicant_id,
		1,
		case when c.first_reported_at is null then 0 else 1 end,
		case when c.first_reported_at > c.due_at then 1 else 0 end,
		coalesce(extract(epoch from c.first_reported_at - c.submitted_at), 0),
		floor(extract(epoch from c.first_reported_at - c.submitted_at) / 3600)::int,
		floor(extract(epoch from c.first_reported_at - c.submitted_at) / 60)::int,
		case when c.first_reported_at is not null then coalesce(first_doctor_id, c.report_doctor_id) end
	where c.status not in ('DECLINED', 'CANCELLED')
$$;

-- What all of them add, one by one: what the sums must agree with.
create view statistics_source as
	select fact.*
	from consultation c
	left join consultation_report first_report on first_report.consultation_id = c.id and first_report.version = 1
	cross join lateral statistics_fact(c, first_report.doctor_id) fact;

-- What isn't folded yet. Whoever changes a consultation only appends, and so never waits for anybody, whatever else
-- happens at the same centre.
create table statistics_change (
	id           bigint   generated always as identity primary key,
	center_id    uuid     not null,
	quarter      date     not null,
	month        date     not null,
	type         text     not null,
	applicant_id uuid     not null,
	applications int      not null,
	reported     int      not null,
	late         int      not null,
	seconds      numeric  not null,
	hours        int,
	minutes      int,
	doctor_id    uuid
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0,
	autovacuum_analyze_threshold = 5000);
create index on statistics_change (center_id, quarter);

-- The sums, changed by one process at a time.
create table statistics_folded_type (
	center_id    uuid    not null,
	quarter      date    not null,
	type         text    not null,
	applications bigint  not null,
	reported     bigint  not null,
	late         bigint  not null,
	seconds      numeric not null,
	primary key (center_id, quarter, type)
);
create table statistics_folded_applicant (
	center_id    uuid   not null,
	quarter      date   not null,
	applicant_id uuid   not null,
	applications bigint not null,
	reported     bigint not null,
	primary key (center_id, quarter, applicant_id)
);
-- How many first reports took so many minutes: every minute that occurs, so that percentiles are exact; and so many hours,
-- so that few of the minutes have to be read.
create table statistics_folded_hour (
	center_id uuid   not null,
	quarter   date   not null,
	type      text   not null,
	hours     int    not null,
	reported  bigint not null,
	primary key (center_id, quarter, type, hours)
);
create table statistics_folded_minute (
	center_id uuid   not null,
	quarter   date   not null,
	type      text   not null,
	minutes   int    not null,
	reported  bigint not null,
	primary key (center_id, quarter, type, minutes)
);
create table statistics_folded_doctor (
	center_id uuid   not null,
	quarter   date   not null,
	doctor_id uuid   not null,
	reported  bigint not null,
	primary key (center_id, quarter, doctor_id)
);
-- Of all centres together.
create table statistics_folded_month (
	month        date   primary key,
	applications bigint not null
);

-- The sums as they are now, several rows for each.
create view statistics_type as
	select center_id, quarter, type, applications, reported, late, seconds from statistics_folded_type
	union all
	select center_id, quarter, type, applications, reported, late, seconds from statistics_change;
create view statistics_applicant as
	select center_id, quarter, applicant_id, applications, reported from statistics_folded_applicant
	union all
	select center_id, quarter, applicant_id, applications, reported from statistics_change;
create view statistics_hour as
	select center_id, quarter, type, hours, reported from statistics_folded_hour
	union all
	select center_id, quarter, type, hours, reported from statistics_change where hours is not null;
create view statistics_minute as
	select center_id, quarter, type, minutes, reported from statistics_folded_minute
	union all
	select center_id, quarter, type, minutes, reported from statistics_change where minutes is not null;
create view statistics_doctor as
	select center_id, quarter, doctor_id, reported from statistics_folded_doctor
	union all
	select center_id, quarter, doctor_id, reported from statistics_change where doctor_id is not null;

create view statistics_month as
	select month, applications from statistics_folded_month
	union all
	select month, applications from statistics_change;

-- What the row added so far is taken back, what it adds now is added.
create function note_statistics_change() returns trigger language plpgsql as $$
declare
	first_doctor uuid := (
		select doctor_id from consultation_report where consultation_id = coalesce(new.id, old.id) and version = 1);
begin
	if tg_op <> 'INSERT' then
		insert into statistics_change (center_id, quarter, month, type, applicant_id, applications, reported, late,
				seconds, hours, minutes, doctor_id)
			select center_id, quarter, month, type, applicant_id, -applications, -reported, -late, -seconds, hours, minutes,
				doctor_id
			from statistics_fact(old, first_doctor);
	end if;
	if tg_op <> 'DELETE' then
		insert into statistics_change (center_id, quarter, month, type, applicant_id, applications, reported, late,
				seconds, hours, minutes, doctor_id)
			select * from statistics_fact(new, first_doctor);
	end if;
	return null;
end $$;

create trigger consultation_comes_into_statistics after insert on consultation
	for each row execute function note_statistics_change();
create trigger consultation_leaves_statistics after delete on consultation
	for each row execute function note_statistics_change();
-- Most moves change nothing that is counted.
create trigger consultation_changes_statistics after update on consultation
	for each row when (
		(old.center_id, old.type, old.applicant_id, old.submitted_at, old.first_reported_at,
			old.status in ('DECLINED', 'CANCELLED'), old.first_reported_at > old.due_at)
		is distinct from
		(new.center_id, new.type, new.applicant_id, new.submitted_at, new.first_reported_at,
			new.status in ('DECLINED', 'CANCELLED'), new.first_reported_at > new.due_at))
	execute function note_statistics_change();

-- What may be overdue of a period: everything else that is asked of open work is asked by due time.
create index consultation_with_center on consultation (center_id, submitted_at) include (due_at)
	where status in ('SUBMITTED', 'ACCEPTED', 'SCHEDULED');

-- Consultations that are older than this table.
insert into statistics_change (center_id, quarter, month, type, applicant_id, applications, reported, late, seconds,
		hours, minutes, doctor_id)
	select * from statistics_source;

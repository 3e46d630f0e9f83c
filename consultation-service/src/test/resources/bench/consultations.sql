-- Consultations number :first to :last of :total over the four years before :now, at two centres, for 700
-- applicants. Two of a hundred were declined or cancelled; open are those of the last day, and one of a thousand.
-- Turnaround is exponential, around half the due time of the type; each centre has forty doctors.
insert into consultation (id, consultation_number, type, urgency, status, applicant_id, applicant_name, applicant_tier,
	applicant_region_code, doctor_id, doctor_name, center_id, center_organization_id, center_organization_name,
	center_organization_tier, center_organization_region_code, patient_name, patient_name_hash, patient_id_number,
	patient_id_number_hash, patient_gender, patient_birth_date, department, purpose, clinical_summary, diagnosis_code,
	diagnosis_text, submitted_at, imported, due_at, first_reported_at, report_version, report_doctor_id,
	report_doctor_name, ended_at, created_at, updated_at, version)
select lpad(to_hex(n), 32, '0')::uuid, 'HZ' || n, type, 'ROUTINE', status,
	lpad(to_hex(16777216 + applicant), 32, '0')::uuid, '卫生院' || applicant, 'TOWNSHIP', '500229101',
	lpad(to_hex(33554432 + applicant), 32, '0')::uuid, '李医生', center.id, center.organization_id,
	center.organization_name, 'COUNTY', center.organization_region_code, repeat('n', 60), repeat('h', 43),
	repeat('i', 80), repeat('h', 43), '1', '1990-01-01', '影像科', repeat('目的', 20), repeat('病情', 20), 'J20.900',
	'急性支气管炎', submitted_at, false, submitted_at + due, submitted_at + taken,
	case when status = 'REPORTED' then 1 end,
	case when status = 'REPORTED' then lpad(to_hex(50331648 + doctor), 32, '0')::uuid end,
	case when status = 'REPORTED' then '王医生' end,
	case when status in ('DECLINED', 'CANCELLED') then submitted_at + interval '1 hour' else submitted_at + taken end,
	submitted_at, submitted_at, 1
from (
	select made.*, case when status = 'REPORTED' then -ln(1 - luck) * 0.5 * due end as taken
	from (
		select drawn.*, kinds.type, kinds.due,
			case when fate < 0.01 then 'DECLINED' when fate < 0.02 then 'CANCELLED'
				when fate < 0.021 or submitted_at > cast(:now as timestamptz) - interval '1 day' then 'SUBMITTED'
				else 'REPORTED' end as status
		from (
			select n, cast(:now as timestamptz) - interval '4 years' * (1 - n / cast(:total as double precision)) as submitted_at,
				floor(random() * 5)::int as kind, floor(random() * 700)::int as applicant, floor(random() * 2)::int as nth,
				floor(random() * 40)::int as doctor, random() as fate, random() as luck
			from generate_series(cast(:first as bigint), cast(:last as bigint)) n
			offset 0
		) drawn
		join (values (0, 'CLINICAL', interval '48 hours'), (1, 'IMAGING', interval '24 hours'),
			(2, 'ECG', interval '30 minutes'), (3, 'PATHOLOGY', interval '96 hours'),
			(4, 'LABORATORY', interval '24 hours')) kinds (kind, type, due) using (kind)
	) made
) consultations
join (select consultation_center.*, row_number() over (order by id) - 1 as nth from consultation_center) center
	using (nth)

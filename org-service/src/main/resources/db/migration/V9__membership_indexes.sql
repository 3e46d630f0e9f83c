-- A GiST index that is asked for a column other than its first is read almost whole, which the planner doesn't know: it
-- took this one to find the consortium of an organization. Now the organization comes first.
alter table leadership drop constraint leadership_by_member;
alter table membership drop constraint membership_tenure;
alter table membership add constraint membership_tenure
	unique (organization_id, consortium_id, tenure without overlaps);
alter table leadership add constraint leadership_by_member
	foreign key (organization_id, consortium_id, period tenure)
	references membership (organization_id, consortium_id, period tenure) deferrable initially deferred;

-- The members of a consortium and the consortium of an organization on a date, without a look at the table.
drop index membership_of_consortium;
create index membership_of_consortium on membership (consortium_id, joined_on) include (left_on, organization_id);
create index membership_of_organization on membership (organization_id, joined_on) include (left_on, consortium_id);

-- Organizations of a county that are in no consortium yet.
create index edition_by_county on organization_edition (left(region_code, 6), organization_id);

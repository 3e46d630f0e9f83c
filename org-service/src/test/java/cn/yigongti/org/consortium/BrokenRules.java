package cn.yigongti.org.consortium;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for days on which the rules don't hold, by comparing dates alone and without the
 * constraints of the database. Whatever changes, changes on one of the days written down,
 * so those are all days there are to look at.
 */
record BrokenRules(JdbcClient jdbc) {

	List<String> find() {
		return this.jdbc.sql("""
				with days as (
					select joined_on as day from membership union select left_on from membership
					union select from_on from leadership union select until_on from leadership
					union select established_on from consortium union select closed_on from organization
					union select current_date),
				members as (select day, consortium_id, organization_id from days join membership
					on joined_on <= day and (left_on is null or left_on > day)),
				leads as (select day, consortium_id, organization_id from days join leadership
					on from_on <= day and (until_on is null or until_on > day))
				select 'in two consortia on ' || day from members group by day, organization_id having count(*) > 1
				union all
				select 'not led by one on ' || day from days join consortium on established_on <= day
					where (select count(*) from leads where leads.day = days.day and consortium_id = id) <> 1
				union all
				select 'led by no member on ' || day from leads where not exists (select from members
					where members.day = leads.day and members.consortium_id = leads.consortium_id
					and members.organization_id = leads.organization_id)
				union all
				select 'a member though closed on ' || day from members join organization on id = organization_id
					where closed_on <= day""").query(String.class).list();
	}

}

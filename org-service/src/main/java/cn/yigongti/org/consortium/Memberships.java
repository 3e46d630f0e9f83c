package cn.yigongti.org.consortium;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface Memberships extends Repository<Membership, UUID> {

	Membership save(Membership membership);

	List<Membership> saveAll(Iterable<Membership> memberships);

	void delete(Membership membership);

	/**
	 * Memberships, in whatever consortium, that reach beyond a date, the earliest first.
	 */
	@Query("""
			select * from membership where organization_id in (:organizations)
			and (left_on is null or left_on > :date) order by joined_on""")
	List<Membership> findReachingBeyond(Collection<UUID> organizations, LocalDate date);

}

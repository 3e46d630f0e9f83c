package cn.yigongti.consultation.center;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** The centres kept. */
public interface Centers extends CrudRepository<ConsultationCenter, UUID> {

	boolean existsByConsortiumIdAndOrganizationId(UUID consortiumId, UUID organizationId);

	List<ConsultationCenter> findByIdIn(Collection<UUID> ids);

	/**
	 * Those of them that are active, and stay so until the transaction ends: what is
	 * written meanwhile is not written for a centre that has just gone.
	 */
	@Query("select id from consultation_center where id in (:ids) and active order by id for share")
	List<UUID> holdActive(Collection<UUID> ids);

}

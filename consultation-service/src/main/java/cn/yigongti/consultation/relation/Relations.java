package cn.yigongti.consultation.relation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.CrudRepository;

/** The relations kept. */
public interface Relations extends CrudRepository<ConsultationRelation, UUID> {

	boolean existsByApplicantIdAndCenterId(UUID applicantId, UUID centerId);

	List<ConsultationRelation> findByCenterIdIn(Collection<UUID> centerIds);

}

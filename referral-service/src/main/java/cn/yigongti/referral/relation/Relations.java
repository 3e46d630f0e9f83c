package cn.yigongti.referral.relation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.CrudRepository;

/** The relations kept. */
public interface Relations extends CrudRepository<ReferralRelation, UUID> {

	List<ReferralRelation> findBySourceIdAndTargetId(UUID sourceId, UUID targetId);

	List<ReferralRelation> findBySourceIdOrTargetId(UUID sourceId, UUID targetId);

	List<ReferralRelation> findByIdIn(Collection<UUID> ids);

}

package cn.yigongti.org.organization;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/**
 * Organizations as they are changed. All are read under a lock, so that what is decided
 * about one still holds when the decision is written down; who only wants to look asks
 * the {@link Register}.
 */
public interface Organizations extends Repository<Organization, UUID> {

	Organization save(Organization organization);

	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<Organization> readById(UUID id);

	/** Keeps an organization as it is while others are made to depend on it. */
	@Lock(LockMode.PESSIMISTIC_READ)
	Optional<Organization> getById(UUID id);

	/**
	 * In the order of their ids, so that two who want the same ones can't wait for each
	 * other.
	 */
	@Lock(LockMode.PESSIMISTIC_WRITE)
	List<Organization> readByIdInOrderById(Collection<UUID> ids);

	List<Organization> findByParticularsParentId(UUID parentId);

}

package cn.yigongti.org.consortium;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** Consortia as they are changed: one change of a consortium or its members at a time. */
interface Consortia extends Repository<Consortium, UUID> {

	Consortium save(Consortium consortium);

	@Lock(LockMode.PESSIMISTIC_WRITE)
	Optional<Consortium> readById(UUID id);

}

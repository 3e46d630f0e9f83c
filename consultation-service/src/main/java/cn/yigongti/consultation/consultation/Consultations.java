package cn.yigongti.consultation.consultation;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The consultations kept. */
public interface Consultations extends Repository<Consultation, UUID> {

	/** Together with what the saving of a consultation entails. */
	@Transactional
	Consultation save(Consultation consultation);

	Optional<Consultation> findById(UUID id);

	/** Reads a consultation that nobody else may change until this transaction ends. */
	@Query("select * from consultation where id = :id for update")
	Optional<Consultation> lockById(UUID id);

	@Query("select nextval('consultation_number')")
	long nextNumber();

}

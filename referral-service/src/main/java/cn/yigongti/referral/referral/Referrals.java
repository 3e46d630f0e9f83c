package cn.yigongti.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The referrals kept. */
public interface Referrals extends Repository<Referral, UUID> {

	Referral save(Referral referral);

	Optional<Referral> findById(UUID id);

	/** Reads a referral that nobody else may change until this transaction ends. */
	@Query("select * from referral where id = :id for update")
	Optional<Referral> lockById(UUID id);

	@Query("select * from referral where referral_number = :number for update")
	Optional<Referral> lockByReferralNumber(String number);

	/**
	 * The referral that still stands in the way of another one for the same patient,
	 * target and department.
	 */
	@Query("""
			select * from referral where patient_id_number_hash in (:idNumberHashes) and target_id = :targetId
				and department = :department and care_to_come""")
	Optional<Referral> findOpen(List<String> idNumberHashes, UUID targetId, String department);

	/**
	 * Holds off everybody else who wants to refer the same patient until this transaction
	 * ends.
	 */
	@Query("select true from (select pg_advisory_xact_lock(hashtextextended(:patient, 2))) locked")
	boolean lockPatient(String patient);

	@Query("select nextval('referral_number')")
	long nextNumber();

	/**
	 * Some of the referrals whose time is over, skipping those that another replica has
	 * in hand. Imported ones are left alone for a while so that their history can follow.
	 */
	@Query("""
			select * from referral where ended_at is null and valid_until < :now
				and (status = 'APPLIED' or (status = 'ADMISSION_CANCELLED' and visited_at is null))
				and not (imported and created_at > :importedBefore)
			order by valid_until limit :limit for update skip locked""")
	List<Referral> lockOverdue(Instant now, Instant importedBefore, int limit);

}

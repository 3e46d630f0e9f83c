package cn.yigongti.consultation.attachment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The attachments kept; those removed are not found. */
interface Attachments extends Repository<Attachment, UUID> {

	Attachment save(Attachment attachment);

	/** In the order they came. */
	@Query("""
			select * from consultation_attachment where consultation_id = :consultationId and removed_at is null
			order by uploaded_at, id""")
	List<Attachment> of(UUID consultationId);

	@Query("""
			select * from consultation_attachment
			where consultation_id = :consultationId and id = :id and removed_at is null""")
	Optional<Attachment> find(UUID consultationId, UUID id);

}

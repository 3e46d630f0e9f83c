package cn.yigongti.consultation.conversation;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.platform.identifier.UuidV7;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A question of the centre, or an answer of the applicant.
 *
 * @param position in the conversation, from 0
 * @param answers the question that is answered
 * @param authorId {@code null} when a machine wrote it
 */
@Table("consultation_message")
public record Message(@Id UUID id, UUID consultationId, int position, Kind kind, @Nullable UUID answers, String text,
		@Nullable UUID authorId, @Nullable String authorName, @Nullable UUID organizationId, Instant writtenAt) {

	public enum Kind {

		QUESTION, ANSWER

	}

	static Message of(UUID consultationId, int position, @Nullable UUID answers, String text, Author author,
			Instant writtenAt) {
		return new Message(UuidV7.next(), consultationId, position, (answers != null) ? Kind.ANSWER : Kind.QUESTION,
				answers, text, author.id(), author.name(), author.organizationId(), writtenAt);
	}

}

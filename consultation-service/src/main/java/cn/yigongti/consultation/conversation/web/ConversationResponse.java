package cn.yigongti.consultation.conversation.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.conversation.Message;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The conversation, in order. */
@Schema(name = "Conversation")
record ConversationResponse(List<Item> items) {

	/**
	 * A message.
	 *
	 * @param questionId the question that is answered
	 */
	@Schema(name = "Message")
	record Item(UUID id, Message.Kind kind, @Nullable UUID questionId, String text, @Nullable UUID authorId,
			@Nullable String authorName, @Nullable UUID organizationId, Instant writtenAt) {

		static Item of(Message message) {
			return new Item(message.id(), message.kind(), message.answers(), message.text(), message.authorId(),
					message.authorName(), message.organizationId(), message.writtenAt());
		}

	}

	static ConversationResponse of(List<Message> messages) {
		return new ConversationResponse(messages.stream().map(Item::of).toList());
	}

}

package cn.yigongti.consultation.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Move;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The centre sends a consultation back with questions. */
@Component
public class AskApplicant {

	private final ChangeConsultation consultations;

	private final Conversations conversations;

	private final Authors authors;

	AskApplicant(ChangeConsultation consultations, Conversations conversations, Authors authors) {
		this.consultations = consultations;
		this.conversations = conversations;
		this.authors = authors;
	}

	public Consultation ask(Caller caller, UUID id, List<String> questions, @Nullable Instant occurredAt) {
		Author author = this.authors.of(caller);
		return this.consultations.change(caller, id, new Change(Move.Kind.SEND_BACK, Side.CENTER, occurredAt, null),
				(consultation, moment) -> {
					consultation.sendBack(moment.now());
					int next = this.conversations.of(id).size();
					List<Message> asked = new ArrayList<>();
					for (String question : questions) {
						asked.add(Message.of(id, next++, null, question, author, moment.occurredAt()));
					}
					this.conversations.add(asked);
				});
	}

}

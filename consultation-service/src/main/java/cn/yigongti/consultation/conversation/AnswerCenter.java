package cn.yigongti.consultation.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import cn.yigongti.consultation.consultation.ChangeConsultation;
import cn.yigongti.consultation.consultation.ChangeConsultation.Change;
import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.Move;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.consultation.delivery.Deliveries;
import cn.yigongti.consultation.due.DueTimes;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.FieldProblem;
import cn.yigongti.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The applicant answers all open questions and submits once more; the time to report
 * begins anew.
 */
@Component
public class AnswerCenter {

	private final ChangeConsultation consultations;

	private final Conversations conversations;

	private final Authors authors;

	private final DueTimes dueTimes;

	private final Deliveries deliveries;

	AnswerCenter(ChangeConsultation consultations, Conversations conversations, Authors authors, DueTimes dueTimes,
			Deliveries deliveries) {
		this.consultations = consultations;
		this.conversations = conversations;
		this.authors = authors;
		this.dueTimes = dueTimes;
		this.deliveries = deliveries;
	}

	/**
	 * Answers.
	 * @throws InvalidInput when an answer is to no open question, or a question is left
	 * open
	 */
	public Consultation answer(Caller caller, UUID id, List<Answer> answers, @Nullable Instant occurredAt) {
		Author author = this.authors.of(caller);
		return this.consultations.change(caller, id,
				new Change(Move.Kind.RESUBMISSION, Side.APPLICANT, occurredAt, null), (consultation, moment) -> {
					consultation.resubmit(this.dueTimes.dueAt(consultation.type(), consultation.submission().urgency(),
							moment.occurredAt()), moment.now());
					List<Message> conversation = this.conversations.of(id);
					check(answers, open(conversation));
					int next = conversation.size();
					List<Message> given = new ArrayList<>();
					for (Answer answer : answers) {
						given.add(Message.of(id, next++, answer.questionId(), answer.text(), author,
								moment.occurredAt()));
					}
					this.conversations.add(given);
					this.deliveries.enqueue(consultation);
				});
	}

	private static Set<UUID> open(List<Message> conversation) {
		Set<UUID> answered = conversation.stream()
			.filter((message) -> message.answers() != null)
			.map(Message::answers)
			.collect(Collectors.toSet());
		return conversation.stream()
			.filter((message) -> message.kind() == Message.Kind.QUESTION && !answered.contains(message.id()))
			.map(Message::id)
			.collect(Collectors.toSet());
	}

	private static void check(List<Answer> answers, Set<UUID> open) {
		List<FieldProblem> problems = new ArrayList<>();
		Set<UUID> left = new HashSet<>(open);
		for (int i = 0; i < answers.size(); i++) {
			if (!left.remove(answers.get(i).questionId())) {
				problems.add(new FieldProblem("/answers/%d/questionId".formatted(i), "no-open-question"));
			}
		}
		if (problems.isEmpty() && !left.isEmpty()) {
			problems.add(new FieldProblem("/answers", "question-left-open", left.size()));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}

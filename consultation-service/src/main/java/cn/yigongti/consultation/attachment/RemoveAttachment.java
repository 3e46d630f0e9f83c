package cn.yigongti.consultation.attachment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Actor;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.WrongSide;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file out of sight; clinical data is never deleted. */
@Component
public class RemoveAttachment {

	private final Consultations consultations;

	private final Attachments attachments;

	private final AttachmentTrail trail;

	private final Clock clock;

	RemoveAttachment(Consultations consultations, Attachments attachments, AttachmentTrail trail, Clock clock) {
		this.consultations = consultations;
		this.attachments = attachments;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Removes it.
	 * @throws NotFound when it isn't there, or its consultation not in the caller's scope
	 * @throws WrongSide when it is the other side's
	 * @throws AttachmentsClosed when the consultation is over
	 */
	@Transactional
	public void remove(Caller caller, UUID consultationId, UUID id, String reason) {
		Rights rights = Rights.in(this.consultations.lockById(consultationId), consultationId, caller);
		Attachment attachment = this.attachments.find(consultationId, id)
			.orElseThrow(() -> new NotFound("attachment", id));
		attachment.side().checkRemoving(rights);
		this.attachments.save(attachment.removed(
				new Attachment.Removal(this.clock.instant().truncatedTo(ChronoUnit.MICROS), Actor.of(caller), reason)));
		this.trail.record(caller, "consultation:remove-attachment", rights.consultation(), attachment);
	}

}

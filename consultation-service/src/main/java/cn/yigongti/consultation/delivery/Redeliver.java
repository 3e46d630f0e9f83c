package cn.yigongti.consultation.delivery;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import cn.yigongti.consultation.consultation.Consultation;
import cn.yigongti.consultation.consultation.ConsultationTrail;
import cn.yigongti.consultation.consultation.Consultations;
import cn.yigongti.consultation.consultation.Rights;
import cn.yigongti.consultation.consultation.Side;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.paging.Condition;
import cn.yigongti.platform.paging.ScopedSides;
import cn.yigongti.platform.problem.NotFound;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivers again by hand, under the same delivery id: the other side knows a duplicate by
 * it.
 */
@Component
public class Redeliver {

	public static final String WRITE = "consultation-delivery:write";

	private static final String ACTION = "consultation:redeliver";

	private final Outbox outbox;

	private final DeliveryList list;

	private final Consultations consultations;

	private final ConsultationTrail trail;

	private final JdbcClient jdbc;

	private final RowMapper<Consultation> rows;

	Redeliver(Outbox outbox, DeliveryList list, Consultations consultations, ConsultationTrail trail, JdbcClient jdbc,
			RowMappers mappers) {
		this.outbox = outbox;
		this.list = list;
		this.consultations = consultations;
		this.trail = trail;
		this.jdbc = jdbc;
		this.rows = mappers.of(Consultation.class);
	}

	/**
	 * One delivery, on behalf of the applicant.
	 * @throws NotFound when it is not there for this caller
	 * @throws NotRedeliverable when it is under way anyhow, or was withdrawn
	 */
	@Transactional
	public Delivery one(Caller caller, UUID consultationId, UUID deliveryId) {
		Consultation consultation = Rights.in(this.consultations.findById(consultationId), consultationId, caller)
			.as(Side.APPLICANT);
		Delivery delivery = find(consultationId, deliveryId);
		if (this.outbox.redeliver(List.of(deliveryId)).isEmpty()) {
			throw new NotRedeliverable(delivery.state());
		}
		this.trail.record(caller, ACTION, consultation, null);
		return find(consultationId, deliveryId);
	}

	private Delivery find(UUID consultationId, UUID deliveryId) {
		return this.list.find(consultationId, deliveryId).orElseThrow(() -> new NotFound("delivery", deliveryId));
	}

	/** Many, of applicants within the caller's scope; each answered for itself. */
	@Transactional
	public Map<UUID, Redelivery> many(Caller caller, Collection<UUID> ids) {
		Set<UUID> within = within(caller.scopeOf(WRITE), ids);
		Set<UUID> redelivered = new HashSet<>(this.outbox.redeliver(within));
		this.trail.recordAll(caller, ACTION, consultationsOf(redelivered), null);
		Map<UUID, Redelivery> outcomes = new LinkedHashMap<>();
		ids.forEach((id) -> outcomes.put(id, redelivered.contains(id) ? Redelivery.REDELIVERED
				: within.contains(id) ? Redelivery.NOT_REDELIVERABLE : Redelivery.NOT_FOUND));
		return outcomes;
	}

	private Set<UUID> within(DataScope scope, Collection<UUID> ids) {
		Condition reach = Condition.anyOf(ScopedSides.within(scope, "applicant"));
		return new HashSet<>(this.jdbc
			.sql("select id from consultation_delivery where id = any (cast(:ids as uuid[])) and " + reach.sql())
			.params(reach.parameters())
			.param("ids", texts(ids))
			.query(UUID.class)
			.list());
	}

	private List<Consultation> consultationsOf(Collection<UUID> deliveries) {
		return this.jdbc.sql("""
				select * from consultation where id in (
					select consultation_id from consultation_delivery where id = any (cast(:ids as uuid[])))""")
			.param("ids", texts(deliveries))
			.query(this.rows)
			.list();
	}

	private static String[] texts(Collection<UUID> ids) {
		return ids.stream().map(UUID::toString).toArray(String[]::new);
	}

}

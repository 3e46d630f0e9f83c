package cn.yigongti.consultation.delivery;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.mapping.RowMappers;
import cn.yigongti.platform.paging.KeysetQuery;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.ScopedSides;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries and their attempts, page by page. */
@Component
public class DeliveryList {

	private final JdbcClient jdbc;

	private final RowMapper<Delivery> deliveries;

	private final RowMapper<DeliveryAttempt> attempts;

	DeliveryList(JdbcClient jdbc, RowMappers mappers) {
		this.jdbc = jdbc;
		this.deliveries = mappers.of(Delivery.class);
		this.attempts = mappers.of(DeliveryAttempt.class);
	}

	/** Of all consultations with a side in the scope. */
	public Page<Delivery> page(DeliveryFilter filter, DataScope scope, Paging paging) {
		return deliveries().whereIfPresent("state = :state", "state", filter.state())
			.whereIfPresent("applicant_id = :applicant", "applicant", filter.applicantId())
			.anyOf(ScopedSides.within(scope, "applicant", "center_organization"))
			.page(this.jdbc, paging, this.deliveries);
	}

	/** Of one consultation. */
	public Page<Delivery> of(UUID consultationId, Paging paging) {
		return deliveries().where("consultation_id = :consultation", "consultation", consultationId)
			.page(this.jdbc, paging, this.deliveries);
	}

	private static KeysetQuery deliveries() {
		return KeysetQuery.select("consultation_delivery.*", "consultation_delivery")
			.sortedBy("createdAt", "created_at", "timestamptz");
	}

	public Page<DeliveryAttempt> attempts(UUID deliveryId, Paging paging) {
		return KeysetQuery.select("consultation_delivery_attempt.*", "consultation_delivery_attempt")
			.where("delivery_id = :delivery", "delivery", deliveryId)
			.sortedBy("startedAt", "started_at", "timestamptz")
			.identifiedBy("number", "int")
			.page(this.jdbc, paging, this.attempts);
	}

	public Optional<Delivery> find(UUID consultationId, UUID deliveryId) {
		return this.jdbc.sql("select * from consultation_delivery where id = :id and consultation_id = :consultation")
			.param("id", deliveryId)
			.param("consultation", consultationId)
			.query(this.deliveries)
			.optional();
	}

}

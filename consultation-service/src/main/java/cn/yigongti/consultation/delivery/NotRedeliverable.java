package cn.yigongti.consultation.delivery;

/** It is under way anyhow, or was withdrawn. */
public class NotRedeliverable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final DeliveryState state;

	NotRedeliverable(DeliveryState state) {
		super(state.name());
		this.state = state;
	}

	public DeliveryState state() {
		return this.state;
	}

}

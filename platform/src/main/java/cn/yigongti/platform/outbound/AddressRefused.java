package cn.yigongti.platform.outbound;

/** An address that our servers don't call. */
public class AddressRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final AddressFlaw flaw;

	AddressRefused(AddressFlaw flaw) {
		super(flaw.code());
		this.flaw = flaw;
	}

	public AddressFlaw flaw() {
		return this.flaw;
	}

	/** Whether it was fine to look at, until the name service was asked. */
	public boolean isFoundByName() {
		return this.flaw == AddressFlaw.NETWORK;
	}

}

package cn.yigongti.org.code;

/** Made-up credit codes with their right check character. */
public final class CreditCodes {

	private CreditCodes() {
	}

	public static String valid(String first17) {
		return first17 + CreditCode.checkCharacter(first17);
	}

}

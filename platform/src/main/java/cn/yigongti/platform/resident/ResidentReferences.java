package cn.yigongti.platform.resident;

import cn.yigongti.platform.crypto.KeyedHash;

/**
 * What tokens of residents call them: a keyed hash of their number. The iam-service and
 * the health-record-service hold the same key and come to the same reference, so no
 * number travels in a token, and nobody else can tell whose a reference is. Other keyed
 * hashes of numbers are made with keys of one service each, and never agree with it.
 */
public class ResidentReferences {

	private final KeyedHash hash;

	public ResidentReferences(KeyedHash hash) {
		this.hash = hash;
	}

	public String of(ResidentId resident) {
		return this.hash.of("resident:" + resident.number());
	}

}

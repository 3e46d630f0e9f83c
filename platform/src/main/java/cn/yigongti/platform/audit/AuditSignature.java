package cn.yigongti.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import cn.yigongti.platform.crypto.KeyedHash;
import org.jspecify.annotations.Nullable;

/**
 * Signs entries with a key that isn't in the database, so that who owns the database
 * can't add an entry in the service's name.
 */
public class AuditSignature {

	private final KeyedHash hash;

	public AuditSignature(KeyedHash fields) {
		this.hash = fields.forPurpose("audit entry");
	}

	String of(AuditEvent event) {
		return this.hash.of(event.content());
	}

	public boolean isOf(@Nullable String signature, AuditEvent event) {
		return signature != null && MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
				of(event).getBytes(StandardCharsets.UTF_8));
	}

}

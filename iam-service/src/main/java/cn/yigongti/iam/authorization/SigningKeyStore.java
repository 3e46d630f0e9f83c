package cn.yigongti.iam.authorization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import cn.yigongti.platform.crypto.FieldCipher;
import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signing keys in the database, the private parts encrypted. */
@Repository
class SigningKeyStore {

	private final JdbcClient jdbc;

	private final FieldCipher cipher;

	SigningKeyStore(JdbcClient jdbc, FieldCipher cipher) {
		this.jdbc = jdbc;
		this.cipher = cipher;
	}

	/** All keys, the newest first. */
	List<SigningKey> all() {
		return this.jdbc.sql("select * from signing_key order by signs_from desc, kid")
			.query((row, number) -> key(row))
			.list();
	}

	/** Lets only one replica at a time make keys, until this transaction ends. */
	void lock() {
		this.jdbc.sql("lock table signing_key in share row exclusive mode").update();
	}

	void add(SigningKey key) {
		this.jdbc.sql("insert into signing_key (kid, private_jwk, signs_from) values (:kid, :jwk, :from)")
			.param("kid", key.jwk().getKeyID())
			.param("jwk", this.cipher.encrypt(key.jwk().toJSONString()))
			.param("from", key.signsFrom().atOffset(ZoneOffset.UTC))
			.update();
	}

	void remove(SigningKey key) {
		this.jdbc.sql("delete from signing_key where kid = :kid").param("kid", key.jwk().getKeyID()).update();
	}

	private SigningKey key(ResultSet row) throws SQLException {
		try {
			RSAKey jwk = RSAKey.parse(this.cipher.decrypt(row.getString("private_jwk")));
			return new SigningKey(jwk, row.getObject("signs_from", OffsetDateTime.class).toInstant());
		}
		catch (ParseException ex) {
			throw new IllegalStateException("signing key " + row.getString("kid") + " can't be read", ex);
		}
	}

}

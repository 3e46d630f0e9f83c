package cn.yigongti.iam.authorization;

import java.util.UUID;

import cn.yigongti.iam.client.ClientRevoked;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.user.AccessEnded;
import cn.yigongti.iam.user.AccessesEnded;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Ends the sign-ins and tokens of who lost their access. */
@Component
class EndSessions {

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final SignIns signIns;

	private final SealedAuthorizations authorizations;

	private final JdbcClient jdbc;

	EndSessions(FindByIndexNameSessionRepository<? extends Session> sessions, SignIns signIns,
			SealedAuthorizations authorizations, JdbcClient jdbc) {
		this.sessions = sessions;
		this.signIns = signIns;
		this.authorizations = authorizations;
		this.jdbc = jdbc;
	}

	@EventListener
	void endThoseOf(AccessEnded event) {
		String user = event.userId().toString();
		this.signIns.endAllOf(event.userId(), null);
		this.sessions.findByPrincipalName(user).keySet().forEach(this.sessions::deleteById);
		this.authorizations.removeAllOf(user);
	}

	@EventListener
	void endThoseOf(AccessesEnded event) {
		this.signIns.endAllOf(event.userIds());
		String[] users = event.userIds().stream().map(UUID::toString).toArray(String[]::new);
		this.jdbc.sql("delete from spring_session where principal_name = any (:users)").param("users", users).update();
		this.jdbc.sql("delete from oauth2_authorization where principal_name = any (:users)")
			.param("users", users)
			.update();
	}

	@EventListener
	void endThoseOf(ClientRevoked event) {
		this.authorizations.removeAllOf(event.clientId().toString());
	}

}

package cn.yigongti.iam.authorization;

import cn.yigongti.iam.client.ClientRevoked;
import cn.yigongti.iam.session.SignIns;
import cn.yigongti.iam.user.AccessEnded;

import org.springframework.context.event.EventListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Ends the sign-ins and tokens of who lost their access. */
@Component
class EndSessions {

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final SignIns signIns;

	private final SealedAuthorizations authorizations;

	EndSessions(FindByIndexNameSessionRepository<? extends Session> sessions, SignIns signIns,
			SealedAuthorizations authorizations) {
		this.sessions = sessions;
		this.signIns = signIns;
		this.authorizations = authorizations;
	}

	@EventListener
	void endThoseOf(AccessEnded event) {
		String user = event.userId().toString();
		this.signIns.endAllOf(event.userId(), null);
		this.sessions.findByPrincipalName(user).keySet().forEach(this.sessions::deleteById);
		this.authorizations.removeAllOf(user);
	}

	@EventListener
	void endThoseOf(ClientRevoked event) {
		this.authorizations.removeAllOf(event.clientId().toString());
	}

}

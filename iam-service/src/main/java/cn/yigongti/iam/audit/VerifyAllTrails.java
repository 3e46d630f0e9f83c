package cn.yigongti.iam.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import cn.yigongti.iam.audit.AllServices.Answers;
import cn.yigongti.iam.audit.directory.PeerTrails;
import cn.yigongti.iam.audit.directory.TrailVerdict;
import cn.yigongti.platform.audit.chain.Flaw;
import cn.yigongti.platform.audit.chain.Verdict;
import cn.yigongti.platform.audit.chain.VerifyTrail;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Whether the latest events of every service are as they were written. */
@Service
public class VerifyAllTrails {

	private final String ownName;

	private final VerifyTrail ownTrail;

	private final PeerTrails peers;

	VerifyAllTrails(@Value("${spring.application.name}") String ownName, VerifyTrail ownTrail, PeerTrails peers) {
		this.ownName = ownName;
		this.ownTrail = ownTrail;
		this.peers = peers;
	}

	/**
	 * What each found.
	 *
	 * @param unavailable services that couldn't be asked
	 */
	public record Verdicts(Map<String, TrailVerdict> byService, List<String> unavailable) {

	}

	public Verdicts verifyLatest(int entries) {
		Set<String> services = new TreeSet<>(this.peers.services());
		services.add(this.ownName);
		Answers<TrailVerdict> answers = AllServices.ask(services,
				(service) -> service.equals(this.ownName) ? own(entries) : this.peers.verify(service, entries));
		return new Verdicts(answers.byService(), List.copyOf(answers.unavailable()));
	}

	private TrailVerdict own(int entries) {
		Verdict verdict = this.ownTrail.verifyLatest(entries);
		return new TrailVerdict(verdict.intact(), verdict.from(), verdict.to(), verdict.seal(), flaw(verdict.flaw()));
	}

	private static TrailVerdict.@Nullable Flaw flaw(@Nullable Flaw flaw) {
		return (flaw != null) ? new TrailVerdict.Flaw(flaw.kind().name(), flaw.number(), flaw.entryId()) : null;
	}

}

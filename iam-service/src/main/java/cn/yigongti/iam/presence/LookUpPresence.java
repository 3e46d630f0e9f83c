package cn.yigongti.iam.presence;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import cn.yigongti.cloudhis.CloudHis;
import cn.yigongti.cloudhis.CloudHisUnavailable;
import cn.yigongti.cloudhis.HisUser;
import cn.yigongti.iam.directory.Directory;
import cn.yigongti.iam.directory.Organization;
import cn.yigongti.iam.hissource.HisSources;
import cn.yigongti.iam.hissource.ResponsibleHis;
import cn.yigongti.iam.presence.Presence.From;
import cn.yigongti.iam.user.Staff;
import cn.yigongti.iam.user.SyncedUser;
import cn.yigongti.iam.user.User;
import cn.yigongti.iam.user.UserStatus;
import cn.yigongti.iam.user.Users;
import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.problem.NotFound;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Asks the HIS that answers for a user's organization, remembers its answer for ten
 * minutes, and goes by what was synchronised last while it can't be asked.
 */
@Service
public class LookUpPresence {

	private static final Logger log = LoggerFactory.getLogger(LookUpPresence.class);

	private static final int MINUTES_KEPT = 10;

	private final Users users;

	private final Staff staff;

	private final Directory directory;

	private final ResponsibleHis responsible;

	private final HisSources sources;

	private final CloudHis his;

	private final Clock clock;

	private final Cache<Question, HisAnswer> answers;

	/** Whatever a synchronisation changes of a user makes another question of it. */
	private record Question(UUID userId, long version) {

	}

	LookUpPresence(Users users, Staff staff, Directory directory, ResponsibleHis responsible, HisSources sources,
			CloudHis his, Clock clock) {
		this.users = users;
		this.staff = staff;
		this.directory = directory;
		this.responsible = responsible;
		this.sources = sources;
		this.his = his;
		this.clock = clock;
		this.answers = Caffeine.newBuilder()
			.expireAfterWrite(MINUTES_KEPT, TimeUnit.MINUTES)
			.maximumSize(20_000)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/**
	 * Whether the user is there now.
	 * @throws NotFound when there is no such user within the scope
	 */
	public Presence of(UUID id, DataScope scope) {
		User user = this.users.get(id, scope);
		Question question = new Question(id, user.version());
		HisAnswer cached = this.answers.getIfPresent(question);
		if (cached != null) {
			return presence(user, cached, From.CACHE);
		}
		return ask(user).map((answer) -> {
			this.answers.put(question, answer);
			return presence(user, answer, From.HIS);
		}).orElseGet(() -> presence(user, synced(user), From.SYNCED_COPY));
	}

	private Presence presence(User user, HisAnswer answer, From from) {
		return new Presence(user.id(), answer.active(), answer.organizationId(), this.clock.instant(), from,
				answer.asOf());
	}

	/** Nothing, when there is no HIS to ask or it gives no usable answer. */
	private Optional<HisAnswer> ask(User user) {
		SyncedUser synced = this.staff.find(user.id());
		String source = source(user).orElse(null);
		if (source == null || !source.equals(synced.source())) {
			return Optional.empty();
		}
		try {
			Optional<HisUser> found = this.his.user(URI.create(source), synced.member().hisUserId());
			return Optional.of(answer(user, source, found.orElse(null)));
		}
		catch (CloudHisUnavailable ex) {
			log.warn("Whether a user is there is taken from the last synchronisation: {}", ex.getMessage());
			return Optional.empty();
		}
	}

	private HisAnswer answer(User user, String source, @Nullable HisUser row) {
		Instant now = this.clock.instant();
		if (row == null) {
			return new HisAnswer(false, user.organizationId(), now);
		}
		Optional<UUID> organization = Optional.ofNullable(row.orgCode())
			.flatMap(this.directory::withInstitutionCode)
			.filter((found) -> this.responsible.of(found).filter(source::equals).isPresent())
			.map(Organization::id);
		return new HisAnswer(Boolean.TRUE.equals(row.enabled()) && organization.isPresent(),
				organization.orElse(user.organizationId()), now);
	}

	private HisAnswer synced(User user) {
		Instant asOf = source(user).flatMap(this.sources::syncedAt).orElse(user.updatedAt());
		return new HisAnswer(user.status() != UserStatus.INACTIVE, user.organizationId(), asOf);
	}

	private Optional<String> source(User user) {
		return this.directory.known(user.organizationId()).flatMap(this.responsible::of);
	}

}

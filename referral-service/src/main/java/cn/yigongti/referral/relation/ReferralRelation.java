package cn.yigongti.referral.relation;

import java.time.Instant;
import java.util.UUID;

import cn.yigongti.platform.caller.DataScope;
import cn.yigongti.platform.identifier.UuidV7;
import cn.yigongti.referral.party.Party;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

import static org.springframework.data.relational.core.mapping.Embedded.OnEmpty.USE_EMPTY;

/**
 * That a source may refer to a target with a type. Names and tiers are those of the day
 * it was made.
 */
@Table
public record ReferralRelation(@Id UUID id, @Embedded(onEmpty = USE_EMPTY, prefix = "source_") Party source,
		@Embedded(onEmpty = USE_EMPTY, prefix = "target_") Party target, ReferralType type, boolean enabled,
		Instant createdAt, @Version long version) {

	/**
	 * A new relation.
	 * @throws TypeAgainstTier when the type disagrees with the tiers
	 */
	public static ReferralRelation between(Party source, Party target, ReferralType type, Instant now) {
		TypeAgainstTier.check(type, source, target);
		return new ReferralRelation(UuidV7.next(), source, target, type, true, now, 0);
	}

	/** What makes two relations the same. */
	record Key(UUID sourceId, UUID targetId, ReferralType type) {
	}

	Key key() {
		return new Key(this.source.id(), this.target.id(), this.type);
	}

	public boolean isVisibleIn(DataScope scope) {
		return this.source.isWithin(scope) || this.target.isWithin(scope);
	}

	ReferralRelation enabled(boolean enabled) {
		return new ReferralRelation(this.id, this.source, this.target, this.type, enabled, this.createdAt,
				this.version);
	}

}

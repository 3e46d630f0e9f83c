package cn.yigongti.org.organization;

import java.util.Optional;
import java.util.UUID;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.DivisionLevel;
import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is and where it stands: the facts that statistics, scopes and
 * rules go by, and which are therefore dated.
 *
 * @param hospitalGrade for example 二级甲等
 * @param parentId the organization above it in the tree; a consortium is no parent
 */
public record Standing(String name, String shortName, OrganizationType type, Tier tier, @Nullable String hospitalGrade,
		DivisionCode regionCode, @Nullable UUID parentId) {

	/** Why one that stands like this can't be the parent of the other, if so. */
	Optional<ParentRefusal> refusalOf(Standing child) {
		DivisionLevel shared = this.tier.levelSharedWithChildren();
		if (this.tier != child.tier.ofParent()) {
			return Optional.of(ParentRefusal.WRONG_TIER);
		}
		return (shared != null && !child.regionCode.agreesWith(this.regionCode, shared))
				? Optional.of(ParentRefusal.OTHER_DIVISION) : Optional.empty();
	}

}

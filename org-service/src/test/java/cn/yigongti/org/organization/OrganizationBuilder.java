package cn.yigongti.org.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.org.code.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * Organizations for tests: a county hospital of 500229 that opened in 2000, unless said
 * otherwise.
 */
public final class OrganizationBuilder {

	private Tier tier = Tier.COUNTY;

	private String regionCode = "500229";

	private @Nullable UUID parentId;

	private LocalDate openedOn = LocalDate.of(2000, 1, 1);

	private @Nullable LocalDate closedOn;

	public static OrganizationBuilder hospital() {
		return new OrganizationBuilder();
	}

	public OrganizationBuilder tier(Tier tier) {
		this.tier = tier;
		return this;
	}

	public OrganizationBuilder in(String regionCode) {
		this.regionCode = regionCode;
		return this;
	}

	OrganizationBuilder under(Organization parent) {
		this.parentId = parent.id();
		return this;
	}

	public OrganizationBuilder open(String from, @Nullable String until) {
		this.openedOn = LocalDate.parse(from);
		this.closedOn = (until != null) ? LocalDate.parse(until) : null;
		return this;
	}

	Standing standing() {
		return new Standing("城口县人民医院", "县医院", new OrganizationType("A100"), this.tier, null,
				new DivisionCode(this.regionCode), this.parentId);
	}

	Particulars particulars() {
		return new Particulars(standing(), new Details(null, null, null, null, null, null), this.openedOn);
	}

	public Organization build() {
		return Organization.registered(particulars(), this.closedOn, Instant.EPOCH);
	}

}

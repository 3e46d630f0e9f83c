package cn.yigongti.platform.audit;

import cn.yigongti.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Something worth an entry. Where the request came from, its trace and the time are added
 * when it is written.
 *
 * @param action what was done, {@code resource:verb}
 * @param resource type of what it was done to
 * @param resourceId never a name or number of a person
 * @param items how many things, when it was more than one
 */
public record AuditEntry(Caller caller, String action, String resource, @Nullable String resourceId,
		@Nullable ResidentHash resident, AuditResult result, @Nullable String reason, @Nullable Integer items) {

	/** That the caller did this, to nothing in particular as yet. */
	public static AuditEntry of(Caller caller, String action, String resource) {
		return new AuditEntry(caller, action, resource, null, null, AuditResult.SUCCESS, null, null);
	}

	public AuditEntry on(@Nullable Object id) {
		return new AuditEntry(this.caller, this.action, this.resource, (id != null) ? id.toString() : null,
				this.resident, this.result, this.reason, this.items);
	}

	public AuditEntry about(@Nullable ResidentHash whom) {
		return new AuditEntry(this.caller, this.action, this.resource, this.resourceId, whom, this.result, this.reason,
				this.items);
	}

	public AuditEntry because(@Nullable String why) {
		return new AuditEntry(this.caller, this.action, this.resource, this.resourceId, this.resident, this.result, why,
				this.items);
	}

	public AuditEntry ended(AuditResult outcome) {
		return new AuditEntry(this.caller, this.action, this.resource, this.resourceId, this.resident, outcome,
				this.reason, this.items);
	}

	public AuditEntry counting(int number) {
		return new AuditEntry(this.caller, this.action, this.resource, this.resourceId, this.resident, this.result,
				this.reason, number);
	}

}

package cn.yigongti.org.organizationimport;

import java.util.List;
import java.util.UUID;

import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.Grant;
import org.jspecify.annotations.Nullable;

/**
 * Who handed a file in, with what they might do at that moment; the import reaches as
 * far, whenever it runs.
 */
public record Submitter(String subject, Caller.Kind kind, @Nullable UUID organizationId, @Nullable UUID consortiumId,
		List<Grant> grants) {

	public static Submitter of(Caller caller) {
		return new Submitter(caller.subject(), caller.kind(), caller.organizationId(), caller.consortiumId(),
				caller.grants());
	}

	public Caller caller() {
		return new Caller(this.subject, this.kind, this.organizationId, this.consortiumId, true, this.grants);
	}

}

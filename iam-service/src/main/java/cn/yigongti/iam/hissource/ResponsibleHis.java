package cn.yigongti.iam.hissource;

import java.util.Optional;

import cn.yigongti.iam.directory.Organization;
import cn.yigongti.platform.outbound.AddressRefused;
import cn.yigongti.platform.outbound.OutboundGuard;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says which HIS answers for an organization: the one of its system configuration, or
 * else the one of the installation, if there is any. A HIS is known by its address.
 */
@Component
public class ResponsibleHis {

	private final OutboundGuard guard;

	private final Optional<String> byDefault;

	ResponsibleHis(@Value("${yigongti.cloud-his.url:}") String byDefault, OutboundGuard guard) {
		this.guard = guard;
		this.byDefault = Optional.of(byDefault).filter((url) -> !url.isBlank()).map(this::spelled);
	}

	/** The one for organizations that have none configured. */
	public Optional<String> byDefault() {
		return this.byDefault;
	}

	public Optional<String> of(Organization organization) {
		return Optional.ofNullable(organization.systemApiUrl()).map(this::spelled).or(this::byDefault);
	}

	/** One spelling for each HIS; what may not be called is told apart all the same. */
	private String spelled(String url) {
		try {
			return this.guard.read(url).toString();
		}
		catch (AddressRefused ex) {
			return url.strip().replaceFirst("/+$", "");
		}
	}

}

package cn.yigongti.cloudhis;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A page of the HIS's users; {@code last} tells that no page follows. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HisUserPage(@JsonProperty(required = true) List<HisUser> content, long totalElements,
		@JsonProperty(required = true) boolean last) {

	public HisUserPage {
		content = List.copyOf(content);
	}

	/**
	 * The page, if it can be part of a list. One that ends too early would make users
	 * seem to be gone.
	 * @throws BrokenPage when it can't
	 */
	HisUserPage verified(int page, int size) {
		boolean endsTooEarly = this.last && this.totalElements > (long) page * size + this.content.size();
		boolean leadsNowhere = !this.last && this.content.isEmpty();
		if (endsTooEarly || leadsNowhere) {
			throw new BrokenPage(page);
		}
		return this;
	}

}

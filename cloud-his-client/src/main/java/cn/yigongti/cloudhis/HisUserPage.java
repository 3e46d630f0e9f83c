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

}

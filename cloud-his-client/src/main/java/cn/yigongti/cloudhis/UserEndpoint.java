package cn.yigongti.cloudhis;

import java.net.URI;
import java.time.Instant;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/**
 * The user endpoint every Cloud HIS offers, below an address that differs by
 * organization.
 */
interface UserEndpoint {

	@RequestLine("GET /api/users?page={page}&size={size}&updatedSince={updatedSince}")
	@Headers("Accept: application/json")
	HisUserPage users(URI his, @Param("page") int page, @Param("size") int size,
			@Param("updatedSince") @Nullable Instant updatedSince);

	/** A HIS may not know the filter and answer with the beginning of the whole list. */
	@RequestLine("GET /api/users?page=0&size={size}&userId={userId}")
	@Headers("Accept: application/json")
	HisUserPage user(URI his, @Param("userId") String userId, @Param("size") int size);

}

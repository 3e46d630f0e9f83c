package cn.yigongti.org.organization;

import java.util.Set;

import cn.yigongti.org.code.DivisionCode;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.DataScope;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a caller may register organizations: in the divisions that their grants cover,
 * and in the counties of the consortia that they cover, because a consortium's
 * administrator registers the organizations it is about to take in.
 */
record Territory(DataScope scope, Set<String> counties) {

	static Territory of(Caller caller, JdbcClient jdbc) {
		DataScope scope = caller.scopeOf(Reach.WRITE);
		return new Territory(scope,
				scope.consortia().isEmpty() ? Set.of()
						: jdbc.sql("select region_code from consortium where id in (:ids)")
							.param("ids", scope.consortia())
							.query(String.class)
							.set());
	}

	boolean includes(DivisionCode division) {
		return this.scope.coversRegion(division.value()) || this.counties.contains(division.county().value());
	}

}

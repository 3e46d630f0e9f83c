package cn.yigongti.gateway.route;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Paths that go to one service and are treated alike.
 *
 * @param service under which name discovery knows it
 * @param paths patterns of paths
 * @param responseTimeout until the answer begins, and between any two parts of it
 * @param bodyLimit how much a request may send
 * @param order smaller wins where patterns of two routes match
 */
public record ServiceRoute(String service, List<String> paths, @DefaultValue("15s") Duration responseTimeout,
		@DefaultValue("1MB") DataSize bodyLimit, @DefaultValue("0") int order) {

}

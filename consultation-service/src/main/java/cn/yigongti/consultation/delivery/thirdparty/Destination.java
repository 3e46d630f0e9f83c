package cn.yigongti.consultation.delivery.thirdparty;

import java.net.URI;

/**
 * Where a delivery goes.
 *
 * @param host name and port, by which hosts are told apart
 */
public record Destination(URI uri, String host) {
}

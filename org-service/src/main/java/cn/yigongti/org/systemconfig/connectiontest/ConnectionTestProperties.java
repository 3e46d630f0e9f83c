package cn.yigongti.org.systemconfig.connectiontest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of connection tests.
 *
 * @param atOnce how many may be under way in one process; each keeps somebody waiting
 */
@ConfigurationProperties("yigongti.org.connection-tests")
record ConnectionTestProperties(@DefaultValue("8") int atOnce) {

}

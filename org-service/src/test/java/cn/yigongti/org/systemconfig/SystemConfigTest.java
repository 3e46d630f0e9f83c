package cn.yigongti.org.systemconfig;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.yigongti.platform.test.ServiceTest;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole service, which may call the hosts of example.cn; where those are, and which
 * day it is, the test says.
 */
@ServiceTest
@Import({ MovableClock.class, NameService.class })
@TestPropertySource(properties = { "yigongti.outbound.allowed-hosts=*.example.cn:*",
		"yigongti.outbound.allowed-networks=127.0.0.0/8", "yigongti.cloud-his.client.probe-time-limit=4s",
		"yigongti.org.connection-tests.at-once=2" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface SystemConfigTest {

}

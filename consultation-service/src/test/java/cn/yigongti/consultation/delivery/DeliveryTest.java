package cn.yigongti.consultation.delivery;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.yigongti.consultation.PeerServices;
import cn.yigongti.platform.test.ServiceTest;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole service with hosts it may deliver to; it delivers nothing by itself. All
 * tests share one start.
 */
@ServiceTest
@Import({ PeerServices.class, Applicants.class, Applicants.Names.class })
@TestPropertySource(properties = { "yigongti.consultation.delivery.poll-interval=1d",
		"yigongti.consultation.delivery.watch-interval=1d", "yigongti.consultation.delivery.time-limit=1s",
		"yigongti.outbound.allowed-hosts=*.third-party.example.cn:*",
		"yigongti.outbound.allowed-networks=127.0.0.0/8" })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@interface DeliveryTest {

}

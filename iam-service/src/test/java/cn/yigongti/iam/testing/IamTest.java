package cn.yigongti.iam.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.yigongti.platform.test.ServiceTest;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole service with stubs of its peers; all such tests share one start. */
@ServiceTest
@Import(Surroundings.class)
@TestPropertySource(properties = { "yigongti.iam.operator.secret=" + Surroundings.OPERATOR_SECRET,
		"yigongti.iam.service-clients.referral-service=" + Surroundings.SERVICE_SECRET,
		"yigongti.iam.service-clients.org-service=" + Surroundings.SERVICE_SECRET,
		"yigongti.iam.console.redirect-uris=" + ConsoleSession.REDIRECT_URI,
		"yigongti.iam.console.post-logout-redirect-uris=" + ConsoleSession.REDIRECT_URI,
		"yigongti.outbound.allowed-hosts=localhost:*", "yigongti.outbound.allowed-networks=127.0.0.0/8",
		"yigongti.cloud-his.client.first-back-off=1ms", "yigongti.cloud-his.client.time-limit=2s",
		"yigongti.cloud-his.client.failures-to-suspend=1000", "yigongti.iam.user-sync.poll-interval=500ms" })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface IamTest {

}

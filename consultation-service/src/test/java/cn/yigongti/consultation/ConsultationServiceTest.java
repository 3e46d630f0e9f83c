package cn.yigongti.consultation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import cn.yigongti.platform.test.ServiceTest;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole service with its peers; nothing is delivered by itself. All tests share one
 * start.
 */
@ServiceTest
@Import(PeerServices.class)
@TestPropertySource(properties = "yigongti.consultation.delivery.poll-interval=1d")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface ConsultationServiceTest {

}

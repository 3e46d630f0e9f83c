package cn.yigongti.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@link ServiceTest}: gives the service under test an Elasticsearch, with names
 * of indexes that no other test has. The first test of a Maven run that asks for it waits
 * some seconds for its start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface WithElasticsearch {

}

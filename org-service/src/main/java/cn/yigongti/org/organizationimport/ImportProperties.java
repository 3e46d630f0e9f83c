package cn.yigongti.org.organizationimport;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about imports. How large a file may be is a matter of
 * {@code spring.servlet.multipart.max-file-size}.
 *
 * @param maxRows how many rows a file may have
 * @param lease how long a replica that says nothing is believed to be at work
 * @param keepFor how long files and rows are kept after an import is over
 */
@ConfigurationProperties("yigongti.org.imports")
public record ImportProperties(@DefaultValue("100000") int maxRows, @DefaultValue("1m") Duration lease,
		@DefaultValue("30d") Duration keepFor) {

}

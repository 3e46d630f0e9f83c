package cn.yigongti.iam.directory;

import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = OrgService.class)
class DirectoryConfiguration {

}

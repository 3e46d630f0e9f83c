package cn.yigongti.platform.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

@SpringBootApplication
@EnableFeignClients
class SampleApplication {

	static void main(String[] arguments) {
		SpringApplication.run(SampleApplication.class, arguments);
	}

}

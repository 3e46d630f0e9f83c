package cn.yigongti.dashboard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class DashboardServiceApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(DashboardServiceApplication.class, arguments);
	}

}

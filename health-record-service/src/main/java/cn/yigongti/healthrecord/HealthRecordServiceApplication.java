package cn.yigongti.healthrecord;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class HealthRecordServiceApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(HealthRecordServiceApplication.class, arguments);
	}

}

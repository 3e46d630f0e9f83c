package cn.yigongti.consultation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ConsultationServiceApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(ConsultationServiceApplication.class, arguments);
	}

}

package dev.headcount.demo.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;

/** The service's beginning; settings come from {@code application.properties} and the environment. */
@SpringBootApplication
@EnableAsync
class ReportService {

    public static void main(String[] arguments) {
        SpringApplication.run(ReportService.class, arguments);
    }
}

package dev.headcount.demo.service;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The slow part: one blocking HTTP call a task, on a thread of the default task executor. */
@Component
class Downstream {

    private final RestClient http;

    Downstream(RestClient.Builder http, @Value("${downstream.url}") String url) {
        this.http = http.baseUrl(url).build();
    }

    @Async
    void call(int id) {
        http.get().uri("/call?id={id}", id).retrieve().toBodilessEntity();
    }
}

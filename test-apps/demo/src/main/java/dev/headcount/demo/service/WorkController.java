package dev.headcount.demo.service;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes work in and answers at once, whatever the backlog: nothing here ever pushes back. */
@RestController
class WorkController {

    private final Downstream downstream;

    WorkController(Downstream downstream) {
        this.downstream = downstream;
    }

    @GetMapping("/work")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void accept(@RequestParam int id) {
        downstream.call(id);
    }
}

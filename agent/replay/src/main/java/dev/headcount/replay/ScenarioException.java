package dev.headcount.replay;

/** A scenario that can't be read. The message names file, line where there is one, key, what was found and wanted. */
public final class ScenarioException extends RuntimeException {

    ScenarioException(String message) {
        super(message);
    }
}

package dev.headcount.subject;

/** A task that can be told from any other in a transcript, and that does what it was given. */
final class NamedTask implements Runnable, Comparable<NamedTask> {

    private final String name;
    private final Runnable body;

    NamedTask(String name) {
        this(name, () -> {});
    }

    NamedTask(String name, Runnable body) {
        this.name = name;
        this.body = body;
    }

    @Override
    public void run() {
        body.run();
    }

    @Override
    public int compareTo(NamedTask other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return "task " + name;
    }
}

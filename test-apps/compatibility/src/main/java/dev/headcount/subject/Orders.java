package dev.headcount.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the test tells its child to do, a line at a time on standard input, until {@code end}.
 *
 * <p>Law: {@code ready} is printed when orders are taken, and {@code did ORDER} when one has been carried out;
 * what it has to say stands between. As with {@link Parent}, the JVM ends when its parent's end of the input
 * closes, whatever an order is doing then. No class of JMX is touched: others may want to see it come.
 */
final class Orders {

    /** What is done, given the words of the order, its name first. */
    interface Action {
        void perform(String[] words) throws Exception;
    }

    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Orders on(String name, Action action) {
        actions.put(name, action);
        return this;
    }

    void obey() throws Exception {
        Thread reader = new Thread(this::read, "orders");
        reader.setDaemon(true);
        reader.start();
        System.out.println("ready");
        for (String line = lines.take(); !line.equals("end"); line = lines.take()) {
            String[] words = line.split(" ");
            actions.get(words[0]).perform(words);
            System.out.println("did " + line);
        }
        System.out.println("did end");
    }

    private void read() {
        try {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // The same as its end.
        }
        Runtime.getRuntime().halt(3);
    }
}

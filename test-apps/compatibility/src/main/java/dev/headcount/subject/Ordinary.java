package dev.headcount.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;

/** A small program with one pool and one right answer, which it gives after a second or so. */
final class Ordinary {

    private Ordinary() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        ThreadPoolExecutor pool = Pools.unbounded("ordinary", 2, 2);
        List<Future<Integer>> squares = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            squares.add(pool.submit(() -> {
                Pools.sleep(40);
                return number * number;
            }));
        }
        int sum = 0;
        for (Future<Integer> square : squares) {
            sum += square.get();
        }
        System.out.println("sum " + sum);
        Pools.end(pool);
        System.out.println("end");
    }
}

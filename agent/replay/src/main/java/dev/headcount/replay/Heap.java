package dev.headcount.replay;

import java.util.Arrays;

/**
 * Tasks in order of a number each, the smallest first. Cost: O(log n), no garbage once grown. Ties: any order, the
 * same each time.
 */
final class Heap {

    private double[] keys = new double[64];
    private int[] tasks = new int[64];
    private int size;

    int size() {
        return size;
    }

    /** The smallest number; infinite when empty. */
    double least() {
        return size == 0 ? Double.POSITIVE_INFINITY : keys[0];
    }

    void add(double key, int task) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            tasks = Arrays.copyOf(tasks, 2 * size);
        }
        int hole = size++;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (keys[parent] <= key) {
                break;
            }
            keys[hole] = keys[parent];
            tasks[hole] = tasks[parent];
            hole = parent;
        }
        keys[hole] = key;
        tasks[hole] = task;
    }

    /** Takes out the task of the smallest number; the heap isn't empty. */
    int remove() {
        int first = tasks[0];
        double key = keys[--size];
        int task = tasks[size];
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[hole] = keys[child];
            tasks[hole] = tasks[child];
            hole = child;
        }
        keys[hole] = key;
        tasks[hole] = task;
        return first;
    }

    int task(int index) {
        return tasks[index];
    }
}

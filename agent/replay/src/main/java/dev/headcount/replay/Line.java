package dev.headcount.replay;

/** Things in the order in which they came: a moment and a task each. Cost: O(1), no garbage once grown. */
final class Line {

    private double[] moments = new double[64];
    private int[] tasks = new int[64];
    private int head;
    private int size;

    int size() {
        return size;
    }

    void add(double moment, int task) {
        if (size == tasks.length) {
            grow();
        }
        int at = (head + size++) & (tasks.length - 1);
        moments[at] = moment;
        tasks[at] = task;
    }

    /** The moment of the oldest; infinite when empty. */
    double firstMoment() {
        return size == 0 ? Double.POSITIVE_INFINITY : moments[head];
    }

    /** The oldest; there is one. */
    int firstTask() {
        return tasks[head];
    }

    /** Takes out the oldest; there is one. */
    int remove() {
        int task = tasks[head];
        head = (head + 1) & (tasks.length - 1);
        size--;
        return task;
    }

    /** The one that came {@code place} places after the oldest. */
    int task(int place) {
        return tasks[(head + place) & (tasks.length - 1)];
    }

    private void grow() {
        double[] moreMoments = new double[2 * size];
        int[] moreTasks = new int[2 * size];
        for (int place = 0; place < size; place++) {
            int from = (head + place) & (size - 1);
            moreMoments[place] = moments[from];
            moreTasks[place] = tasks[from];
        }
        moments = moreMoments;
        tasks = moreTasks;
        head = 0;
    }
}

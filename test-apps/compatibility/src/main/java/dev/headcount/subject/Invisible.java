package dev.headcount.subject;

/**
 * Calls every public method of {@code ThreadPoolExecutor} and its kin, and prints what came of it.
 *
 * <p>Law: two runs on one JDK print the same, so any difference is the agent's. A pool that holds a
 * backlog here is 1/1 wherever the contract allows: resizing is legal elsewhere, and would show.
 */
final class Invisible {

    private Invisible() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        Transcript transcript = new Transcript();
        QueueContract.run(transcript);
        RejectionContract.run(transcript);
        HookContract.run(transcript);
        BatchContract.run(transcript);
        FailureContract.run(transcript);
        ShutdownContract.run(transcript);
        WorkerContract.run(transcript);
        SetterContract.run(transcript);
        ScheduledContract.run(transcript);
        FactoryContract.run(transcript);
        System.out.println("end");
    }
}

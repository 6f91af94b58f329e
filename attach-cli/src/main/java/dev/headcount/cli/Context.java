package dev.headcount.cli;

import dev.headcount.cli.attach.AttachApi;
import dev.headcount.cli.process.ProcessTable;
import dev.headcount.cli.process.ThisProgram;

/** What all commands of one run share. */
final class Context {

    final TimeLimit timeLimit = new TimeLimit();
    final ProcessTable processes;
    final ThisProgram program;

    /** Made when it is first asked for: it loads native code. */
    private AttachApi attachApi;

    Context(String... arguments) {
        processes = new ProcessTable();
        program = new ThisProgram(processes.self(), arguments);
    }

    AttachApi attachApi() {
        if (attachApi == null) {
            attachApi = new AttachApi();
        }
        return attachApi;
    }
}

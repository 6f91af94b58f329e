package dev.headcount.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of threads: any whole number, of which the agent says whether it is one for that pool. */
final class ThreadsText implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException other) {
            throw new TypeConversionException("expected a number of threads, 1 to 10000: got \"" + text
                    + "\"; sizes such as 2x core or 4/cpu belong in the configuration file");
        }
    }
}

package dev.headcount.agent.external;

import dev.headcount.agent.config.Source;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One attribute that one pool's rule names, and what was last read of it.
 *
 * <p>Law: a value counts until it is ten seconds old, whatever became of the bean since then; without one that counts
 * it is unknown. Time: {@code nowNanos} is compared by difference only.
 * Threads: written by the thread that reads; asked by any, {@link #news} by one. Nothing waits.
 */
public final class Watched<T> {

    /** Ten readings: a bean that is replaced, or slow once, is not news; a breaker that is gone holds nobody for long. */
    static final long FRESH_NANOS = 10_000_000_000L;

    private static final long SECOND = 1_000_000_000L;

    private final String key;
    private final Source source;
    private final Meaning<T> meaning;
    private final long sinceNanos;

    private volatile Value<T> last;
    private volatile String trouble; // of the last reading; null when it had a value
    private volatile long askedNanos;
    private volatile boolean isAsked;
    private boolean saidUnknown; // the one's who asks for news

    /** What was read, and what it means. */
    private static final class Value<T> {
        final Object read;
        final T meant;
        final long nanos;

        Value(Object read, T meant, long nanos) {
            this.read = read;
            this.meant = meant;
            this.nanos = nanos;
        }
    }

    /** @param key as people write it, such as {@code veto-from} */
    public Watched(String key, Source source, Meaning<T> meaning, long nowNanos) {
        this.key = key;
        this.source = source;
        this.meaning = meaning;
        this.sinceNanos = nowNanos;
    }

    public Source source() {
        return source;
    }

    /** Right before it is read, which may take for ever. */
    void asking(long nowNanos) {
        askedNanos = nowNanos;
        isAsked = true;
    }

    /** @param nowNanos when it was asked for: it is at least as old as that */
    void take(Answer answer, long nowNanos) {
        isAsked = false;
        String wrong = answer.trouble;
        if (wrong == null) {
            try {
                last = new Value<>(answer.value, meaning.of(answer.value), nowNanos);
            } catch (IllegalArgumentException unfit) {
                wrong = "is " + shown(answer.value) + ", expected " + unfit.getMessage();
            }
        }
        trouble = wrong;
    }

    /** What its value means, as its {@link Meaning} says; {@code null} when it is unknown. */
    public T value(long nowNanos) {
        Value<T> value = last;
        return value != null && nowNanos - value.nanos < FRESH_NANOS ? value.meant : null;
    }

    /** The rule and what is known of it, for a person. */
    public String line(long nowNanos) {
        Value<T> value = last;
        boolean isKnown = value(nowNanos) != null;
        String wrong = wrong(nowNanos);
        StringBuilder line =
                new StringBuilder(key).append(' ').append(source.text()).append(": ");
        if (wrong == null && isKnown) {
            return line.append(shown(value.read)).toString();
        }
        line.append(wrong == null ? "not read so far" : wrong);
        if (isKnown) {
            return line.append("; ")
                    .append(shown(value.read))
                    .append(" of ")
                    .append((nowNanos - value.nanos) / SECOND)
                    .append(" s ago still counts")
                    .toString();
        }
        return line.append("; unknown, so it changes nothing").toString();
    }

    private String wrong(long nowNanos) {
        if (isAsked && nowNanos - askedNanos >= SECOND) {
            return "no answer for " + (nowNanos - askedNanos) / SECOND + " s";
        }
        return trouble;
    }

    /** What to tell when it has become unknown, or is known again; {@code null} when nothing has changed. */
    public String news(long nowNanos) {
        boolean isBeginning = last == null && nowNanos - sinceNanos < FRESH_NANOS;
        boolean isUnknown = value(nowNanos) == null && !isBeginning;
        if (isUnknown == saidUnknown) {
            return null;
        }
        saidUnknown = isUnknown;
        return line(nowNanos);
    }

    /** A value in the same words everywhere, and of a number six digits. */
    static String shown(Object value) {
        if (!(value instanceof Double) || Double.isInfinite((Double) value)) {
            return String.valueOf(value);
        }
        return BigDecimal.valueOf((Double) value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}

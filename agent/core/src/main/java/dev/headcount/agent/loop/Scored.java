package dev.headcount.agent.loop;

import dev.headcount.replay.advice.ScoreCard;
import java.util.Locale;

/**
 * What following the load has been worth so far, against the application's own size; immutable.
 *
 * <p>Law: of each stretch that was judged, what was better goes to one count and what was worse to another, so that
 * neither ever falls; the differences of the two say what it comes to.
 */
public final class Scored {

    static final Scored NOTHING = new Scored(0, 0, 0, 0, 0, 0);

    public final double avoidedLateTasks;
    public final double addedLateTasks;
    public final double savedThreadSeconds;
    public final double spentThreadSeconds;

    private final double seconds;
    private final int originalSize;

    private Scored(
            double avoidedLateTasks,
            double addedLateTasks,
            double savedThreadSeconds,
            double spentThreadSeconds,
            double seconds,
            int originalSize) {
        this.avoidedLateTasks = avoidedLateTasks;
        this.addedLateTasks = addedLateTasks;
        this.savedThreadSeconds = savedThreadSeconds;
        this.spentThreadSeconds = spentThreadSeconds;
        this.seconds = seconds;
        this.originalSize = originalSize;
    }

    /**
     * With one more stretch.
     *
     * @param judgedSeconds what of it was replayed
     * @param allSeconds what it stands for
     */
    Scored and(ScoreCard card, int size, double judgedSeconds, double allSeconds) {
        double factor = allSeconds / judgedSeconds;
        double late = card.avoidedLateTasks() * factor;
        double held = card.savedThreadSeconds() * factor;
        return new Scored(
                avoidedLateTasks + Math.max(0, late),
                addedLateTasks + Math.max(0, -late),
                savedThreadSeconds + Math.max(0, held),
                spentThreadSeconds + Math.max(0, -held),
                seconds + allSeconds,
                size);
    }

    /** One sentence for a person; empty while nothing was judged. */
    public String sentence() {
        if (seconds == 0) {
            return "";
        }
        double late = avoidedLateTasks - addedLateTasks;
        double held = savedThreadSeconds - spentThreadSeconds;
        return String.format(
                Locale.ROOT,
                "score card, against %d threads all the time, of %.0f min with load: %.0f %s, %.0f thread-seconds %s",
                originalSize,
                seconds / 60,
                Math.abs(late),
                late < 0 ? "more tasks late" : "late tasks avoided",
                Math.abs(held),
                held < 0 ? "spent" : "saved");
    }
}

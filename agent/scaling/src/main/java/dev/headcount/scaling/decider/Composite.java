package dev.headcount.scaling.decider;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Makes one proposal of several deciders'.
 *
 * <p>Law: {@code max} and {@code min} take the largest and the smallest size, {@code weighted} their mean by weight,
 * rounded towards the target; {@code first} the first one that wants a change.
 * Invariant: every decider is asked at every tick, so that none loses touch; between the smallest and the largest
 * proposal; no more room for growth beyond it than the one that wins leaves. The knee is the smallest that any found.
 * Threads: one pool's tick. Cost: the sum of theirs.
 * Blind to: what one of them would do if it were followed: a decider that learns from its own steps (gradient,
 * hill-climbing) learns little while another one wins.
 */
public final class Composite implements Decider {

    /** How several sizes become one. */
    enum Mode {
        MAX,
        MIN,
        WEIGHTED,
        FIRST
    }

    static final Parameter OF = Parameter.named(
                    "of",
                    "threshold queueing",
                    "The deciders, in the order in which"
                            + " `first` asks them. Their own parameters stand beside it, as `aimd.step`")
            .orText("two or more different names, separated by blanks", "[a-z-]+( [a-z-]+)+");

    static final Parameter MODE = Parameter.named("mode", "max", "How several sizes become one")
            .orWord("max")
            .orWord("min")
            .orWord("weighted")
            .orWord("first");

    static final Parameter WEIGHTS = Parameter.named("weights", "equal", "For `weighted`, in the order of the deciders")
            .orWord("equal")
            .orText("a number from 1 to 999 for each decider", "[1-9]\\d{0,2}( [1-9]\\d{0,2})+");

    static final List<Parameter> PARAMETERS = Collections.unmodifiableList(Arrays.asList(OF, MODE, WEIGHTS));

    private final Mode mode;
    private final Decider[] deciders;
    private final int[] weights;

    /** @throws IllegalArgumentException for an unknown name or mode, or weights that are too few or many */
    public Composite(Parameters parameters) {
        this(Mode.valueOf(parameters.text(MODE).toUpperCase(Locale.ROOT)), made(parameters), weights(parameters));
    }

    Composite(Mode mode, Decider[] deciders, int[] weights) {
        if (weights.length != deciders.length) {
            throw new IllegalArgumentException(
                    "weights: found " + weights.length + ", expected one for each of " + deciders.length + " deciders");
        }
        this.mode = mode;
        this.deciders = deciders;
        this.weights = weights;
    }

    private static Decider[] made(Parameters parameters) {
        List<Decider> made = new ArrayList<>();
        for (BuiltIn member : members(parameters)) {
            made.add(member.decider(parameters.under(member.text() + '.')));
        }
        return made.toArray(new Decider[0]);
    }

    /** @throws IllegalArgumentException for a name that is unknown, given twice, or this one's own */
    static List<BuiltIn> members(Parameters parameters) {
        List<BuiltIn> members = new ArrayList<>();
        for (String name : parameters.text(OF).split(" ")) {
            BuiltIn member = BuiltIn.named(name);
            if (member == null || member == BuiltIn.COMPOSITE || members.contains(member)) {
                throw new IllegalArgumentException("of: found \"" + name + "\", expected each name once of "
                        + BuiltIn.names().replace(BuiltIn.COMPOSITE.text() + ", ", ""));
            }
            members.add(member);
        }
        return members;
    }

    private static int[] weights(Parameters parameters) {
        String text = parameters.text(WEIGHTS);
        String[] words = text.equals("equal") ? new String[0] : text.split(" ");
        int[] weights = new int[words.length == 0 ? parameters.text(OF).split(" ").length : words.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = words.length == 0 ? 1 : Integer.parseInt(words[i]);
        }
        return weights;
    }

    @Override
    public String name() {
        return "composite";
    }

    @Override
    public Proposal propose(Signal signal, int target, Bounds bounds) {
        Proposal winner = null;
        String name = null;
        int knee = 0;
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < deciders.length; i++) {
            Proposal proposal = deciders[i].propose(signal, target, bounds);
            sum += (double) weights[i] * proposal.size();
            weight += weights[i];
            knee = knee == 0 || proposal.knee() > 0 && proposal.knee() < knee ? proposal.knee() : knee;
            if (winner == null || isBetter(proposal.size(), winner.size(), target)) {
                winner = proposal;
                name = deciders[i].name();
            }
        }
        return (mode == Mode.WEIGHTED ? weighted(sum / weight, target, winner) : won(winner, name)).withKnee(knee);
    }

    private boolean isBetter(int size, int best, int target) {
        switch (mode) {
            case MIN:
                return size < best;
            case FIRST:
                return best == target && size != target;
            default:
                return size > best;
        }
    }

    private Proposal won(Proposal winner, String name) {
        return Proposal.of(
                        winner.size(), () -> words() + ": " + name + " wants " + winner.size() + ": " + winner.reason())
                .atMost(winner.most());
    }

    private Proposal weighted(double mean, int target, Proposal largest) {
        int size = (int) (mean > target ? Math.floor(mean) : Math.ceil(mean));
        return Proposal.of(size, () -> words() + ", the largest " + largest.size() + ": " + largest.reason())
                .atMost(Math.max(size, largest.most()));
    }

    private String words() {
        StringBuilder words = new StringBuilder(mode.name().toLowerCase(Locale.ROOT)).append(" of");
        for (int i = 0; i < deciders.length; i++) {
            words.append(i == 0 ? " " : ", ").append(deciders[i].name());
            words.append(mode == Mode.WEIGHTED ? " x" + weights[i] : "");
        }
        return words.toString();
    }
}

package dev.headcount.agent.config;

/** Money as people write it: {@code 0.05}; a budget may be {@code none}, and {@code hard} may follow it. */
final class Amount {

    static final String PATTERN = "^\\d{1,10}(\\.\\d{1,12})?$";
    static final String BUDGET_PATTERN = "^(none|\\d{1,10}(\\.\\d{1,12})?( +hard)?)$";

    private static final double MOST = 1e9;
    private static final String NONE = "none";
    private static final String HARD = " hard";

    private Amount() {}

    /** 0 to 1e9; -1 where it is no amount. */
    static double of(String text) {
        double amount = text.matches(PATTERN) ? Double.parseDouble(text) : -1;
        return amount <= MOST ? amount : -1;
    }

    /** Above 0 and up to 1e9, or 0 for none; -1 where it is no budget. */
    static double ofBudget(String text) {
        if (text.equals(NONE)) {
            return 0;
        }
        double amount = of(
                isHard(text) ? text.substring(0, text.length() - HARD.length()).trim() : text);
        return amount == 0 ? -1 : amount;
    }

    /** Of a budget. */
    static boolean isHard(String text) {
        return text.endsWith(HARD);
    }
}

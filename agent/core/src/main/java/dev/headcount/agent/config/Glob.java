package dev.headcount.agent.config;

/**
 * A name with wildcards: {@code *} is any text, also none, and {@code ?} any one character.
 *
 * <p>Law: greedy matching with one way back, to the last star. Cost: O(pattern × text) at worst, without a
 * regular expression that somebody's pool name could blow up.
 */
final class Glob {

    private final String pattern;

    Glob(String pattern) {
        this.pattern = pattern;
    }

    boolean matches(String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < text.length()) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (at < pattern.length() && wanted == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && (wanted == '?' || wanted == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /** Whether it consists of wildcards. */
    boolean isForAll() {
        for (int at = 0; at < pattern.length(); at++) {
            if (pattern.charAt(at) != '*' && pattern.charAt(at) != '?') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return pattern;
    }
}

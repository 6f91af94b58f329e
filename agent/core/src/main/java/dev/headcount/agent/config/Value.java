package dev.headcount.agent.config;

import dev.headcount.scaling.DurationText;

/** The forms that values have: what people write, how it is checked, and the pattern that editors check. */
enum Value {
    MODE("auto, advise, observe or off", "^(auto|advise|observe|off)$") {
        @Override
        long number(String text) {
            return Mode.named(text) == null ? WRONG : 0;
        }
    },
    BOOLEAN("true or false", "^(true|false)$") {
        @Override
        long number(String text) {
            return "true".equals(text) ? 1 : "false".equals(text) ? 0 : WRONG;
        }
    },
    TICK("a duration from 50ms to 10s such as 200ms", Value.DURATION) {
        @Override
        long number(String text) {
            return duration(text, 50, 10_000);
        }
    },
    WAIT("a duration from 1ms to 1h such as 100ms", Value.DURATION) {
        @Override
        long number(String text) {
            return duration(text, 1, HOUR);
        }
    },
    COOLDOWN("a duration from 0s to 1h such as 45s", Value.DURATION) {
        @Override
        long number(String text) {
            return duration(text, 0, HOUR);
        }
    },
    WINDOW("a duration from 0s to 24h such as 5m", Value.DURATION) {
        @Override
        long number(String text) {
            return duration(text, 0, 24 * HOUR);
        }
    },
    DEADBAND("a share from 0% to 90% such as 10%", "^(90|[1-8]?[0-9])%$") {
        @Override
        long number(String text) {
            return text.endsWith("%") ? count(text.substring(0, text.length() - 1), 0, 90) : WRONG;
        }
    },
    STEP(
            "any, a number of threads from 1 to 1000 such as 4, or a share from 1% to 1000% such as 50%",
            "^(any|[1-9]\\d{0,3}%?)$") {
        @Override
        long number(String text) {
            String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
            return ANY.equals(text) ? 0 : count(digits, 1, 1_000);
        }
    },
    START_UP("off, or a number of threads and a duration from 1s to 1h such as 2/cpu for 60s", StartUp.PATTERN) {
        @Override
        long number(String text) {
            return OFF.equals(text) || StartUp.of(text) != null ? 0 : WRONG;
        }
    },
    /** Below a second a worker would be gone before the next task of even a busy pool. */
    IDLE("off or a duration from 1s to 1h such as 10s", "^(off|\\d{1,9}(ms|s|m|h))$") {
        @Override
        long number(String text) {
            return OFF.equals(text) ? 0 : duration(text, 1_000, HOUR);
        }
    },
    SIZE("a number of threads from 1 to 10000, relative as 2x core or 4/cpu, or advised", Size.PATTERN) {
        @Override
        long number(String text) {
            return Size.of(text) == null && !Size.ADVISED.equals(text) ? WRONG : 0;
        }

        @Override
        String hint(String text) {
            return Size.isUnbounded(text)
                    ? ": unbounded is not a size, a pool without a bound takes the whole process down"
                    : "";
        }
    },
    POOLS("a number of pools from 1 to 10000", "^[1-9]\\d{0,4}$") {
        @Override
        long number(String text) {
            long pools = text.matches("\\d{1,5}") ? Long.parseLong(text) : WRONG;
            return pools >= 1 && pools <= 10_000 ? pools : WRONG;
        }
    },
    /** By name, so that no decider is loaded while the JVM starts. */
    POLICY(
            "adaptive, threshold, aimd, pid, queueing, gradient or hill-climbing",
            "^(adaptive|threshold|aimd|pid|queueing|gradient|hill-climbing)$") {
        @Override
        long number(String text) {
            return text.matches(pattern) ? 0 : WRONG;
        }
    },
    WRITES("all, cli or none", "^(all|cli|none)$") {
        @Override
        long number(String text) {
            return Writes.named(text) == null ? WRONG : 0;
        }
    },
    SHARE("a share from 0% to 100% such as 10%", "^(100|[1-9]?[0-9])%$") {
        @Override
        long number(String text) {
            return text.endsWith("%") ? count(text.substring(0, text.length() - 1), 0, 100) : WRONG;
        }
    },
    ERRORS("a share from 1% to 100% such as 50%", "^(100|[1-9][0-9]?)%$") {
        @Override
        long number(String text) {
            return text.endsWith("%") ? count(text.substring(0, text.length() - 1), 1, 100) : WRONG;
        }
    },
    AMOUNT("an amount from 0 to 1000000000 such as 0.05", Amount.PATTERN) {
        @Override
        long number(String text) {
            return Amount.of(text) < 0 ? WRONG : 0;
        }
    },
    BUDGET("none, or an amount above 0 and up to 1000000000 such as 100 or 100 hard", Amount.BUDGET_PATTERN) {
        @Override
        long number(String text) {
            return Amount.ofBudget(text) < 0 ? WRONG : 0;
        }
    },
    ADDRESS(
            "off, a port from 1 to 65535, or HOST:PORT such as 127.0.0.1:9404 or [::1]:9404",
            "^(off|(.+:)?\\d{1,5})$") {
        @Override
        long number(String text) {
            return OFF.equals(text) ? 0 : ListenAddress.isOne(text) ? 1 : WRONG;
        }
    },
    PATH("the path of a file", null) {
        @Override
        long number(String text) {
            return text.isEmpty() ? WRONG : 0;
        }
    },
    LIST("a list of rules, each beginning with a dash", null) {
        @Override
        long number(String text) {
            return WRONG;
        }
    },
    JARS("a list of paths of jars, such as [/opt/acme-policies.jar]", null) {
        @Override
        long number(String text) {
            return WRONG;
        }
    },
    GLOB("a name, in which * stands for any text and ? for one character", null) {
        @Override
        long number(String text) {
            return text.isEmpty() ? WRONG : 0;
        }
    },
    KIND(
            "elastic, serial, eager, handoff, scheduled, foreign or sealed",
            "^(elastic|serial|eager|handoff|scheduled|foreign|sealed)$") {
        @Override
        long number(String text) {
            for (String kind : KINDS) {
                if (kind.equals(text)) {
                    return 0;
                }
            }
            return WRONG;
        }
    },
    TIME(
            "a time such as 2026-12-24T18:00:00Z or 2026-12-24T18:00:00+01:00",
            "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})$") {
        @Override
        long number(String text) {
            return TimeText.millis(text);
        }
    },
    SCHEDULE(
            "windows such as 0 8 * * mon-fri Europe/Berlin for 10h floor 40: cron, time zone (UTC unless given), how"
                    + " long from 1m to 168h, threads; with ; between several",
            ScheduleText.PATTERN) {
        @Override
        long number(String text) {
            return ScheduleText.mistake(text) == null ? 0 : WRONG;
        }

        @Override
        String hint(String text) {
            return " (" + ScheduleText.mistake(text) + ")";
        }
    },
    FORECAST(
            "off, linear, or holt-winters with a time zone (UTC unless given) such as holt-winters Europe/Berlin",
            ForecastChoice.PATTERN) {
        @Override
        long number(String text) {
            return OFF.equals(text) || ForecastChoice.mistake(text) == null ? 0 : WRONG;
        }

        @Override
        String hint(String text) {
            return " (" + ForecastChoice.mistake(text) + ")";
        }
    },
    BREAKER_FROM(
            "mbean NAME#ATTRIBUTE such as mbean com.acme:type=Breaker,name=stock#State",
            "^mbean .+:.+=.+#[^#\\s<>=]+$") {
        @Override
        long number(String text) {
            return sourceNumber(text);
        }

        @Override
        String hint(String text) {
            return sourceHint(text);
        }
    },
    VETO_FROM(
            "mbean NAME#ATTRIBUTE such as mbean com.acme:type=Db#Saturated, or with >, <, >=, <= or = and a value such"
                    + " as mbean com.acme:type=Db#Usage > 0.9",
            "^mbean .+:.+=.+#[^#\\s<>=]+( *[<>=]=? *[^#]+)?$") {
        @Override
        long number(String text) {
            return sourceNumber(text);
        }

        @Override
        String hint(String text) {
            return sourceHint(text);
        }
    },
    SIGNAL_FROM(
            "mbean NAME#ATTRIBUTE as error-rate (0 to 1) or as error-percent (0 to 100)",
            "^mbean .+:.+=.+#[^#\\s<>=]+ +as +error-(rate|percent)$") {
        @Override
        long number(String text) {
            return sourceNumber(text);
        }

        @Override
        String hint(String text) {
            return sourceHint(text);
        }
    },
    TEXT("a text", null) {
        @Override
        long number(String text) {
            return 0;
        }
    };

    /** What {@link #number} answers for a text that it does not accept. */
    static final long WRONG = Long.MIN_VALUE;

    private static final String OFF = "off";
    private static final String ANY = "any";
    private static final String DURATION = "^\\d{1,9}(ms|s|m|h)$";
    private static final long HOUR = 3_600_000;
    private static final String[] KINDS = {"elastic", "serial", "eager", "handoff", "scheduled", "foreign", "sealed"};

    /** In words, for a message. */
    final String expected;

    /** A regular expression for editors, no stricter than the check; null where any text will do. */
    final String pattern;

    Value(String expected, String pattern) {
        this.expected = expected;
        this.pattern = pattern;
    }

    /** What it comes to: milliseconds, a count, 0 where the text is all there is; {@link #WRONG} if it is wrong. */
    abstract long number(String text);

    /** What is said to somebody who wrote {@code text}, beside what was expected. */
    String hint(String text) {
        return "";
    }

    final long sourceNumber(String text) {
        return Source.mistake(this, text) == null ? 0 : WRONG;
    }

    final String sourceHint(String text) {
        return " (" + Source.mistake(this, text) + ")";
    }

    private static long duration(String text, long min, long max) {
        long millis = DurationText.millis(text);
        return millis < min || millis > max ? WRONG : millis;
    }

    private static long count(String text, int min, int max) {
        boolean isNumber = !text.isEmpty() && text.length() <= 5;
        for (int i = 0; i < text.length(); i++) {
            isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        long number = isNumber ? Integer.parseInt(text) : WRONG;
        return number < min || number > max ? WRONG : number;
    }
}

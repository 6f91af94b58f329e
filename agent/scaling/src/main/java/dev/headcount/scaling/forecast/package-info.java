/**
 * What will be needed, before it is: floors by the clock, and forecasts that raise the floor of a tick.
 *
 * <pre>
 * Schedule → Starts → Cron                                           what somebody knows: floors by the clock
 * Linear   → TheilSen                           → Trust → Outlook     a load that rises goes on rising
 * Seasonal → Buckets → Fits → Fit → HoltWinters → Trust → Outlook     a load comes again as yesterday, last week
 *                        └── StartValues          └── History         (what is kept over a restart)
 * </pre>
 *
 * <p>Law: {@code target = max(predicted, reactive)}. A {@link dev.headcount.scaling.forecast.Forecast} may only raise
 * what is wanted: one that is too high costs threads for a while, one that is too low costs nothing. It has to earn
 * its trust. A {@link dev.headcount.scaling.forecast.Schedule} is a person's word and is believed as it is.
 *
 * <p>Words: the <i>load</i> is the number of threads that the arrivals keep busy, the mean of a stretch of time; a
 * <i>bucket</i> is five minutes of it, its <i>place</i> that of its local time in the season; an <i>outlook</i> is what
 * is expected and why.
 *
 * <p>Time: milliseconds since 1970, UTC, as a parameter.
 */
package dev.headcount.scaling.forecast;

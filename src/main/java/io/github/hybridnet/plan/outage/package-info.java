/**
 * What does not work while a plan is carried out, and for how long.
 *
 * <p>Not here: outages that a drill measures ({@code drill.measure}).
 *
 * <p>Read first: {@link OutageForecast}.
 */
@NullMarked
package io.github.hybridnet.plan.outage;

import org.jspecify.annotations.NullMarked;

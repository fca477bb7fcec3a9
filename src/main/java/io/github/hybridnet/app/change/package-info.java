/**
 * The steps of a goal with a plan: show, approve, check, carry out.
 *
 * <p>Not here: finding the plan ({@code plan.diff}).
 *
 * <p>Read first: {@link PlanWorkflow}.
 */
@NullMarked
package io.github.hybridnet.app.change;

import org.jspecify.annotations.NullMarked;

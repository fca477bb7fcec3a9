/**
 * The goal {@code create-circuit}, and waiting for the connectivity provider.
 *
 * <p>Not here: which changes of a circuit are allowed ({@code plan.declared}, {@code arm}).
 *
 * <p>Read first: {@link CreateCircuitGoal}.
 */
@NullMarked
package io.github.hybridnet.app.circuit;

import org.jspecify.annotations.NullMarked;

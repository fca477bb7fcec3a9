/**
 * Compares recorded with simulated answers, member by member, and scores them; pure.
 *
 * <p>Not here: where the answers come from ({@code replay.run}).
 *
 * <p>Read first: {@link StepScorer}.
 */
@NullMarked
package io.github.hybridnet.replay.compare;

import org.jspecify.annotations.NullMarked;

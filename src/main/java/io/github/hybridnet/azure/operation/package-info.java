/**
 * Waits for what Azure carries out after it has answered.
 *
 * <p>Not here: waiting for a state that somebody else changes ({@code engine}).
 *
 * <p>Read first: {@link LongRunningOperations}.
 */
@NullMarked
package io.github.hybridnet.azure.operation;

import org.jspecify.annotations.NullMarked;

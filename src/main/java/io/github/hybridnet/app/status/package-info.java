/**
 * The goal {@code status}.
 *
 * <p>Not here: reading the state ({@code status}) and its text ({@code console}).
 *
 * <p>Read first: {@link StatusGoal}.
 */
@NullMarked
package io.github.hybridnet.app.status;

import org.jspecify.annotations.NullMarked;

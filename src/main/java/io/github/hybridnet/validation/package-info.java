/**
 * Checks a network against all rules, and returns every finding at once.
 *
 * <p>Not here: the rules themselves ({@code validation.rules} and below).
 *
 * <p>Read first: {@link NetworkValidator}.
 */
@NullMarked
package io.github.hybridnet.validation;

import org.jspecify.annotations.NullMarked;

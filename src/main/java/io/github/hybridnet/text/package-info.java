/**
 * Words that several rooms need: how a failure, a duration, a list or a suggestion reads, and the
 * exception that users see.
 *
 * <p>Not here: sentences of one goal ({@code app}) or of one rule ({@code validation.rules}).
 * Nothing of the project is imported.
 *
 * <p>Read first: {@link UserException}.
 */
@NullMarked
package io.github.hybridnet.text;

import org.jspecify.annotations.NullMarked;

/**
 * Asks everything that could refuse, before anything is changed.
 *
 * <p>Not here: the words in which a goal refuses ({@code app.change}).
 *
 * <p>Read first: {@link ChangeGuard}.
 */
@NullMarked
package io.github.hybridnet.engine.guard;

import org.jspecify.annotations.NullMarked;

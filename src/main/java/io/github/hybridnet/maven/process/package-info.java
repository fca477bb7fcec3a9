/**
 * The end of a goal, of a build and of the process: signals, last lines, log levels.
 *
 * <p>Not here: what a goal says when it is stopped ({@code maven}).
 *
 * <p>Read first: {@link GracefulStop}.
 */
@NullMarked
package io.github.hybridnet.maven.process;

import org.jspecify.annotations.NullMarked;

/**
 * The goals: one class for each, with its parameters. Exceptions become Maven's here and nowhere
 * else.
 *
 * <p>Not here: what a goal does ({@code app}).
 *
 * <p>Read first: {@link HybridnetMojo}.
 */
@NullMarked
package io.github.hybridnet.maven;

import org.jspecify.annotations.NullMarked;

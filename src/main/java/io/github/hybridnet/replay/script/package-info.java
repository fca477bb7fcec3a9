/**
 * What a cassette alone tells: which requests are sent again, when, and what is expected. Depends
 * on nothing that a simulator answers.
 *
 * <p>Not here: sending ({@code replay.run}).
 *
 * <p>Read first: {@link ReplayScript}.
 */
@NullMarked
package io.github.hybridnet.replay.script;

import org.jspecify.annotations.NullMarked;

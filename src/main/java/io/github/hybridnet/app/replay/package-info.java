/**
 * The goal {@code replay}.
 *
 * <p>Not here: reading, sending and comparing ({@code replay}), and its text ({@code console}).
 *
 * <p>Read first: {@link ReplayGoal}.
 */
@NullMarked
package io.github.hybridnet.app.replay;

import org.jspecify.annotations.NullMarked;

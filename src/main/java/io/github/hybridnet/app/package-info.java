/**
 * What several goals need: the cloud session, the declaration, the confirmation, and the messages
 * of a goal that stops.
 *
 * <p>Not here: classes of Maven ({@code maven}).
 *
 * <p>Read first: {@link CloudSession}.
 */
@NullMarked
package io.github.hybridnet.app;

import org.jspecify.annotations.NullMarked;

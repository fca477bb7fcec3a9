/**
 * What several goals need: the cloud they are signed in to, the declaration, the confirmation, and
 * what a goal says when it stops.
 *
 * <p>Not here: classes of Maven ({@code maven}).
 *
 * <p>Read first: {@link CloudSession}.
 */
@NullMarked
package io.github.hybridnet.app;

import org.jspecify.annotations.NullMarked;

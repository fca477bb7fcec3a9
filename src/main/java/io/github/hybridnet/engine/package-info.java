/**
 * Carries a plan out against a cloud: order, concurrency, locks and events. It has the interface of
 * a cloud.
 *
 * <p>Not here: what is to be done ({@code plan}), and requests ({@code azure}).
 *
 * <p>Read first: {@link Engine}.
 */
@NullMarked
package io.github.hybridnet.engine;

import org.jspecify.annotations.NullMarked;

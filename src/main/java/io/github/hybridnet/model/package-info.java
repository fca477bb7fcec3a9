/**
 * The declared network: immutable records and value types, with the place of each value.
 *
 * <p>Not here: reading them ({@code config}), judging them ({@code validation}), and what Azure
 * makes of them ({@code arm}).
 *
 * <p>Read first: {@link HybridNetwork}.
 */
@NullMarked
package io.github.hybridnet.model;

import org.jspecify.annotations.NullMarked;

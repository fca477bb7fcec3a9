/**
 * What resource types are made of: requests, answers, operations, and the interfaces by which types
 * are added.
 *
 * <p>Not here: the types themselves ({@code simulator.network}).
 *
 * <p>Read first: {@link ResourceModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.arm;

import org.jspecify.annotations.NullMarked;

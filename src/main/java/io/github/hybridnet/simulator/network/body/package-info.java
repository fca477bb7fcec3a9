/**
 * Checks of request bodies before a resource is written: which members they may have, with which
 * JSON types and values.
 *
 * <p>Not here: what values mean for a type of resources, which its {@code …Checks} say.
 *
 * <p>Read first: {@link RequestBodyReader}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.body;

import org.jspecify.annotations.NullMarked;

/**
 * What all types of {@code Microsoft.Network} share: address prefixes, allowed values, hidden
 * properties, versions, errors.
 *
 * <p>Not here: anything about one type.
 *
 * <p>Read first: {@link NetworkTypeDefinition}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.resource;

import org.jspecify.annotations.NullMarked;

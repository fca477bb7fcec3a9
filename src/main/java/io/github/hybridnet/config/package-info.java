/**
 * Reads a directory of parameter files into a network, with the place of each value.
 *
 * <p>Not here: whether values make sense together ({@code validation}).
 *
 * <p>Read first: {@link ConfigurationReader}.
 */
@NullMarked
package io.github.hybridnet.config;

import org.jspecify.annotations.NullMarked;

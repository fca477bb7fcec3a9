/**
 * An embedded Azure Resource Manager, served over HTTPS on loopback. This package is its public
 * interface. It shares nothing with the rest of the product: what it knows of Azure comes from
 * recorded traffic.
 *
 * <p>Not here: classes of the product, on purpose, and the resource types ({@code
 * simulator.network}).
 *
 * <p>Read first: {@link AzureSimulator}.
 */
@NullMarked
package io.github.hybridnet.simulator;

import org.jspecify.annotations.NullMarked;

/**
 * Secrets of simulated key vaults.
 *
 * <p>Not here: secrets inside resources ({@code simulator.state}).
 *
 * <p>Read first: {@link KeyVaultHandler}.
 */
@NullMarked
package io.github.hybridnet.simulator.keyvault;

import org.jspecify.annotations.NullMarked;

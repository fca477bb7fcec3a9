/** Secrets of simulated key vaults. */
@NullMarked
package io.github.hybridnet.simulator.keyvault;

import org.jspecify.annotations.NullMarked;

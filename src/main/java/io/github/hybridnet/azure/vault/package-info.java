/**
 * Reads secrets of Azure Key Vault.
 *
 * <p>Not here: which values refer to a vault ({@code config}).
 *
 * <p>Read first: {@link KeyVaultSecretReader}.
 */
@NullMarked
package io.github.hybridnet.azure.vault;

import org.jspecify.annotations.NullMarked;

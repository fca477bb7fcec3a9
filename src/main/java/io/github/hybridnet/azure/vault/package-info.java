/** Secrets in Azure Key Vault. */
@NullMarked
package io.github.hybridnet.azure.vault;

import org.jspecify.annotations.NullMarked;

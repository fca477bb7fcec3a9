/**
 * Tokens from the Azure CLI, and what its failures mean.
 *
 * <p>Not here: how a program is run ({@code engine.process}).
 *
 * <p>Read first: {@link AzureCliTokenCredential}.
 */
@NullMarked
package io.github.hybridnet.azure.signin.cli;

import org.jspecify.annotations.NullMarked;

/**
 * The sign-in methods in their order. Never more than one is tried.
 *
 * <p>Not here: tokens that pipelines give ({@code azure.signin.federation}) and the Azure CLI
 * ({@code azure.signin.cli}).
 *
 * <p>Read first: {@link CredentialChain}.
 */
@NullMarked
package io.github.hybridnet.azure.signin.credential;

import org.jspecify.annotations.NullMarked;

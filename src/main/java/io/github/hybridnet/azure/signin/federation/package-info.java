/**
 * Tokens of build servers and of files, which Microsoft Entra ID exchanges for its own.
 *
 * <p>Not here: the tokens of Microsoft Entra ID ({@code azure.signin.token}).
 *
 * <p>Read first: {@link FederatedToken}.
 */
@NullMarked
package io.github.hybridnet.azure.signin.federation;

import org.jspecify.annotations.NullMarked;

/**
 * The token cache, the claims of a token, and the answers of the token service.
 *
 * <p>Not here: the header that carries a token ({@code azure.http}).
 *
 * <p>Read first: {@link TokenCache}.
 */
@NullMarked
package io.github.hybridnet.azure.signin.token;

import org.jspecify.annotations.NullMarked;

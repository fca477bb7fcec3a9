/**
 * One sign-in from start to end, and the failures of it.
 *
 * <p>Not here: the methods themselves ({@code azure.signin.credential}).
 *
 * <p>Read first: {@link CloudAuthenticator}.
 */
@NullMarked
package io.github.hybridnet.azure.signin;

import org.jspecify.annotations.NullMarked;

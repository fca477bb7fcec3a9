/**
 * The SDK's pipeline over the JDK's HTTP client: transport, proxy, trust, retries, and the guard of
 * the token.
 */
@NullMarked
package io.github.hybridnet.azure.http;

import org.jspecify.annotations.NullMarked;

/**
 * HTTPS on the JDK's own server.
 *
 * <p>Not here: certificates ({@code simulator.http.tls}) and what is served.
 *
 * <p>Read first: {@link HttpsEndpoint}.
 */
@NullMarked
package io.github.hybridnet.simulator.http;

import org.jspecify.annotations.NullMarked;

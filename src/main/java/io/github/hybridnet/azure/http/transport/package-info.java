/**
 * The JDK's HTTP client under the SDK's pipeline: proxy, TLS, time-outs and retries.
 *
 * <p>Not here: anything about Azure Resource Manager ({@code azure.http}).
 *
 * <p>Read first: {@link HttpStack}.
 */
@NullMarked
package io.github.hybridnet.azure.http.transport;

import org.jspecify.annotations.NullMarked;

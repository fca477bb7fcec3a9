/**
 * Requests to Azure Resource Manager: policies, API versions, pages. Failures become {@code
 * CloudException} here.
 *
 * <p>Not here: connections, proxies and TLS ({@code azure.http.transport}).
 *
 * <p>Read first: {@link ArmHttpClient}.
 */
@NullMarked
package io.github.hybridnet.azure.http;

import org.jspecify.annotations.NullMarked;

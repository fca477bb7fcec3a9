/**
 * Time, waiting, and trying again.
 *
 * <p>Not here: what the service's own headers ask of a request ({@code azure.http.transport}).
 *
 * <p>Read first: {@link WriteRetryPolicy}.
 */
@NullMarked
package io.github.hybridnet.engine.retry;

import org.jspecify.annotations.NullMarked;

/**
 * The addresses of a cloud, and why one cannot be reached.
 *
 * <p>Not here: which cloud was chosen ({@code azure.settings}).
 *
 * <p>Read first: {@link CloudEnvironment}.
 */
@NullMarked
package io.github.hybridnet.azure.signin.cloud;

import org.jspecify.annotations.NullMarked;

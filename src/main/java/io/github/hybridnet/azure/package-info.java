/**
 * A session: one signed-in identity in one subscription of one cloud. Only this room knows the
 * Azure SDK.
 *
 * <p>Not here: facts that need no request ({@code arm}).
 *
 * <p>Read first: {@link AzureSession}.
 */
@NullMarked
package io.github.hybridnet.azure;

import org.jspecify.annotations.NullMarked;

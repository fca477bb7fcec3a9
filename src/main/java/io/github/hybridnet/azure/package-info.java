/**
 * The session: one identity that is signed in, in one subscription of one cloud. This room alone
 * knows the Azure SDK.
 *
 * <p>Not here: facts that need no request ({@code arm}).
 *
 * <p>Read first: {@link AzureSession}.
 */
@NullMarked
package io.github.hybridnet.azure;

import org.jspecify.annotations.NullMarked;

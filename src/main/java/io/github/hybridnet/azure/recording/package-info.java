/**
 * What a goal says to Azure Resource Manager and hears from it becomes a cassette, without secrets,
 * ids, names and addresses.
 *
 * <p>Not here: reading and replaying cassettes ({@code replay}). Sign-in and Key Vault are never
 * recorded.
 *
 * <p>Read first: {@link CassetteRecorder}.
 */
@NullMarked
package io.github.hybridnet.azure.recording;

import org.jspecify.annotations.NullMarked;
